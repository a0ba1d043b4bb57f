#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::test {

/// An answer as it came over the wire. `raw` holds every byte of head and body.
struct RawResponse {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body; ///< as sent, perhaps compressed
    std::string raw;

    std::string header(std::string_view name) const; ///< first of that name, or empty
    std::vector<std::string> all(std::string_view name) const;
    std::string plain_body() const; ///< decompressed when it was gzip
};

/// The bytes of a gzip member; fails the running test when they are damaged.
std::string gunzip(std::string_view compressed);

struct RawRequest {
    std::string method = "GET";
    std::string target = "/";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    bool has_length = false; ///< send Content-Length even for an empty body
};

/// One TCP connection to a server on loopback; no HTTP library, so that tests see and send exactly the bytes they mean.
class RawConnection {
public:
    explicit RawConnection(int port);
    ~RawConnection();
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    /// False when the server has closed.
    bool send(std::string_view bytes);
    /// Tells the server that nothing more will be sent; answers can still be received.
    void end_sending();
    /// The next answer; nullopt when the connection ends or stays silent before a whole one has come.
    std::optional<RawResponse> receive(bool head_only = false,
                                       std::chrono::milliseconds patience = std::chrono::seconds(30));
    std::optional<RawResponse> exchange(const RawRequest& request);
    /// Whether the server closes within the time.
    bool is_closed_within(std::chrono::milliseconds patience);

private:
    bool fill(std::chrono::milliseconds patience);

    int socket_;
    int port_;
    std::string buffer_;
};

/// The request as bytes, with a Host header unless there is one.
std::string to_bytes(const RawRequest& request, int port);

/// One request on a connection of its own; a missing answer fails the running test.
RawResponse request(int port, const RawRequest& request);

} // namespace orderdeck::test
