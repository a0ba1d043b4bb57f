#include "server/http/gzip.h"

#include "server/http/negotiation.h"

#include <zlib.h>

namespace orderdeck::server::http {
namespace {

constexpr int kLevel = 6;
constexpr int kGzipWindow = 15 + 16; // 16 asks zlib for gzip's header instead of its own
constexpr int kMemoryLevel = 8;
constexpr std::size_t kWorthIt = 1024;

} // namespace

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // zlib's input pointer lacks const; it is not written through.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(result == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

void compress_for(const Request& request, Response& response) {
    response.headers.add("Vary", "Accept-Encoding");
    if (response.body.size() < kWorthIt ||
        !accepts_encoding(request.headers.value("Accept-Encoding"), "gzip"))
        return;
    std::string compressed = gzip(response.body);
    if (compressed.empty()) return;
    response.body = std::move(compressed);
    response.headers.set("Content-Encoding", "gzip");
}

} // namespace orderdeck::server::http
