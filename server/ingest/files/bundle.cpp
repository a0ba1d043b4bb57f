#include "server/ingest/files/bundle.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace orderdeck::server::ingest {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kMostNameBytes = 100;
constexpr std::string_view kMagic = "ustar";

/// Places of the header's fields (POSIX.1-1988).
struct Field {
    std::size_t begin;
    std::size_t size;
};
constexpr Field kName{0, 100};
constexpr Field kMode{100, 8};
constexpr Field kOwner{108, 8};
constexpr Field kGroup{116, 8};
constexpr Field kSize{124, 12};
constexpr Field kTime{136, 12};
constexpr Field kChecksum{148, 8};
constexpr std::size_t kType = 156;
constexpr Field kMagicField{257, 6};
constexpr Field kVersion{263, 2};

using Header = std::array<char, kBlock>;

void write(Header& header, Field field, std::string_view text) {
    std::copy_n(text.begin(), std::min(text.size(), field.size),
                header.begin() + static_cast<std::ptrdiff_t>(field.begin));
}

/// Octal digits, filled with zeros, and an end of zero.
void write_number(Header& header, Field field, std::uint64_t number) {
    for (std::size_t i = field.size - 1; i-- > 0; number /= 8)
        header[field.begin + i] = static_cast<char>('0' + number % 8);
}

/// The sum of all bytes, with blanks in the place of the sum itself.
std::uint64_t checksum(std::string_view header) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const bool is_sum = i >= kChecksum.begin && i < kChecksum.begin + kChecksum.size;
        sum += is_sum ? ' ' : static_cast<unsigned char>(header[i]);
    }
    return sum;
}

std::optional<std::uint64_t> read_number(std::string_view header, Field field) {
    std::uint64_t number = 0;
    bool has_digit = false;
    for (const char c : header.substr(field.begin, field.size)) {
        if (c == '\0' || c == ' ') {
            if (has_digit) break;
            continue;
        }
        if (c < '0' || c > '7') return std::nullopt;
        has_digit = true;
        number = number * 8 + static_cast<std::uint64_t>(c - '0');
    }
    return number;
}

std::size_t padded(std::size_t size) { return (size + kBlock - 1) / kBlock * kBlock; }

base::Failure<base::Error> damaged() {
    return base::fail(base::ErrorCode::invalid,
                      "the tar archive is damaged or cut off: was it copied to its end?");
}

std::string base_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

} // namespace

bool is_bundle(std::string_view bytes) {
    return bytes.size() >= kBlock && bytes.substr(kMagicField.begin, kMagic.size()) == kMagic;
}

base::Result<std::string> bundle(const std::vector<BundledFile>& files) {
    std::string archive;
    for (const BundledFile& file : files) {
        if (file.name.size() > kMostNameBytes)
            return base::fail(base::ErrorCode::invalid,
                              "the file's name is too long: give it one of at most 100 bytes", file.name);
        Header header{};
        write(header, kName, file.name);
        write_number(header, kMode, 0644);
        write_number(header, kOwner, 0);
        write_number(header, kGroup, 0);
        write_number(header, kSize, file.bytes.size());
        write_number(header, kTime, 0);
        header[kType] = '0';
        write(header, kMagicField, kMagic);
        write(header, kVersion, "00");
        write_number(header, kChecksum, checksum({header.data(), header.size()}));
        archive.append(header.data(), header.size()).append(file.bytes);
        archive.resize(padded(archive.size()), '\0');
    }
    archive.append(2 * kBlock, '\0');
    return archive;
}

base::Result<std::vector<BundledFile>> unbundle(std::string_view bytes) {
    std::vector<BundledFile> files;
    while (bytes.size() >= kBlock && bytes.front() != '\0') {
        const std::string_view header = bytes.substr(0, kBlock);
        const auto size = read_number(header, kSize);
        const auto sum = read_number(header, kChecksum);
        bytes.remove_prefix(kBlock);
        if (!size || !sum || *sum != checksum(header) || *size > bytes.size()) return damaged();
        const char type = header[kType];
        const std::string_view name = header.substr(kName.begin, kName.size);
        if (type == '0' || type == '\0')
            files.push_back(
                {.name = base_name(name.substr(0, name.find('\0'))), .bytes = bytes.substr(0, *size)});
        bytes.remove_prefix(std::min(bytes.size(), padded(*size)));
    }
    if (bytes.empty()) return damaged();
    return files;
}

} // namespace orderdeck::server::ingest
