#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace orderdeck::client::platform {

enum class HttpMethod : std::uint8_t { get, post, put, erase };

/// How a request ended: `answered` means that a status came, whichever.
enum class HttpOutcome : std::uint8_t { answered, unreachable, timed_out, aborted };

using RequestId = std::uint32_t;

struct HttpHeader {
    std::string name = {};
    std::string value = {};
};

/// A request to our own server; cookies travel with it.
struct HttpRequest {
    HttpMethod method = HttpMethod::get;
    std::string path = {}; ///< same origin, begins with "/"
    std::vector<HttpHeader> headers = {};
    std::string body = {};
    double timeout_ms = 30000;
};

/// `status` is 0 unless answered; header texts are empty when absent.
struct HttpResponse {
    RequestId id = 0;
    HttpOutcome outcome = HttpOutcome::unreachable;
    int status = 0;
    std::string etag = {};
    std::string retry_after = {};
    std::string content_type = {};
    std::string body = {};
};

/// Starts requests and hands back their ends. Never blocks, never calls back: FrameClient::react() runs when
/// something was completed, and the caller then takes it.
class Http {
public:
    virtual ~Http() = default;
    virtual RequestId start(HttpRequest request) = 0;
    /// The request still completes, with the outcome `aborted`.
    virtual void abort(RequestId id) = 0;
    /// Everything that ended since the last call, in order of completion.
    virtual std::vector<HttpResponse> take_completed() = 0;
};

} // namespace orderdeck::client::platform
