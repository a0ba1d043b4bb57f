#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace orderdeck::server::http::socket {

/// Bytes that came together with a request and belong to the next one on the connection (RFC 9112, 9.3.2).
struct ReadAhead {
    std::array<char, 4096> bytes;
    std::size_t begin = 0;
    std::size_t end = 0;

    bool is_empty() const { return begin == end; }
    /// Copies at most `size` of them out; how many.
    std::size_t take(char* to, std::size_t size) {
        const std::size_t count = std::min(size, end - begin);
        std::copy_n(bytes.data() + begin, count, to);
        begin += count;
        return count;
    }
};

/// How much of the first line of a request has come.
class RequestLine {
public:
    void see(const char* bytes, std::size_t count) {
        if (is_complete_) return;
        is_complete_ = std::find(bytes, bytes + count, '\n') != bytes + count;
        length_ += count;
    }
    /// False once the line has come, however long it was.
    bool is_longer_than(std::size_t bytes) const { return !is_complete_ && length_ > bytes; }

private:
    bool is_complete_ = false;
    std::size_t length_ = 0;
};

} // namespace orderdeck::server::http::socket
