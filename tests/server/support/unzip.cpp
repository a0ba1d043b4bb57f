#include "tests/server/support/unzip.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <zlib.h>

namespace orderdeck::test {
namespace {

constexpr std::size_t kDirectoryEntry = 46;
constexpr std::size_t kLocalHeader = 30;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
    REQUIRE(at + static_cast<std::size_t>(size) <= bytes.size());
    std::uint32_t value = 0;
    for (int i = size - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

std::string inflated(std::string_view bytes, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    return out;
}

} // namespace

std::map<std::string, std::string> unzip(std::string_view archive) {
    const std::size_t end = archive.rfind(std::string_view("PK\x05\x06", 4));
    REQUIRE(end != std::string_view::npos);
    std::map<std::string, std::string> files;
    std::size_t at = number(archive, end + 16, 4);
    for (std::uint32_t left = number(archive, end + 10, 2); left > 0; --left) {
        const std::uint32_t method = number(archive, at + 10, 2);
        const std::uint32_t packed = number(archive, at + 20, 4);
        const std::uint32_t size = number(archive, at + 24, 4);
        const std::uint32_t name_size = number(archive, at + 28, 2);
        const std::size_t local = number(archive, at + 42, 4);
        const std::string name(archive.substr(at + kDirectoryEntry, name_size));
        const std::size_t data =
            local + kLocalHeader + number(archive, local + 26, 2) + number(archive, local + 28, 2);
        const std::string_view bytes = archive.substr(data, packed);
        files[name] = method == 0 ? std::string(bytes) : inflated(bytes, size);
        at += kDirectoryEntry + name_size + number(archive, at + 30, 2) + number(archive, at + 32, 2);
    }
    return files;
}

} // namespace orderdeck::test
