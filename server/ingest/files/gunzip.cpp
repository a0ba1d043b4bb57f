#include "server/ingest/files/gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace orderdeck::server::ingest {
namespace {

/// Of the window sizes that zlib knows the largest, and 16 for "gzip only".
constexpr int kGzipWindow = 15 + 16;

class Inflater {
public:
    explicit Inflater(std::string_view bytes) : left_(bytes) {
        is_ready_ = inflateInit2(&stream_, kGzipWindow) == Z_OK;
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() {
        if (is_ready_) inflateEnd(&stream_);
    }

    base::Result<std::string> run(std::size_t most) {
        if (!is_ready_) return base::fail(base::ErrorCode::internal, "the gzip file cannot be unpacked");
        std::string text;
        for (;;) {
            feed();
            stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
            stream_.avail_out = static_cast<uInt>(piece_.size());
            const int code = inflate(&stream_, Z_NO_FLUSH);
            const std::size_t made = piece_.size() - stream_.avail_out;
            if (made > most - text.size())
                return base::fail(base::ErrorCode::too_large, "the file unpacks to more than " +
                                                                  std::to_string(most / (1024 * 1024)) +
                                                                  " MiB: split it");
            text.append(piece_.data(), made);
            if (code == Z_STREAM_END && !begins_again()) return text;
            if (code != Z_OK && code != Z_STREAM_END)
                return base::fail(base::ErrorCode::invalid,
                                  is_exhausted() ? "the gzip file is cut off: was it copied to its end?"
                                                 : "the gzip file is damaged: copy or pack it again");
        }
    }

private:
    bool is_exhausted() const { return left_.empty() && stream_.avail_in == 0; }

    /// zlib counts in 32 bits.
    void feed() {
        if (stream_.avail_in != 0) return;
        const std::size_t size = std::min<std::size_t>(left_.size(), std::numeric_limits<uInt>::max());
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left_.data()));
        stream_.avail_in = static_cast<uInt>(size);
        left_.remove_prefix(size);
    }

    /// Further members may follow; what is no member behind the last one is padding.
    bool begins_again() {
        feed();
        const std::string_view rest(reinterpret_cast<const char*>(stream_.next_in), stream_.avail_in);
        return is_gzip(rest) && inflateReset(&stream_) == Z_OK;
    }

    std::string_view left_;
    z_stream stream_{};
    bool is_ready_ = false;
    std::array<char, 65536> piece_{};
};

} // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

base::Result<std::string> gunzip(std::string_view bytes, std::size_t most) {
    return Inflater(bytes).run(most);
}

} // namespace orderdeck::server::ingest
