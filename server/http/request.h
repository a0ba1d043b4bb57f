#pragma once

#include "server/http/headers.h"
#include "server/http/url.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::http {

enum class Method : std::uint8_t { get, head, post, put, patch, erase, options, other };
/// The method by its token in a request line; unknown tokens are `other`.
Method method_from(std::string_view token);
/// "GET", "DELETE"; empty for `other`.
std::string_view name_of(Method method);
/// Methods that may change something and therefore need proof of the page they come from (RFC 9110, 9.2.1).
bool is_unsafe(Method method);

/// Which of the server's limits hold for a body, its length and the time that it may take.
enum class BodyBound : std::uint8_t {
    ordinary, ///< what pages and programs send
    delivery, ///< a file for the inbox
};

/// One request as it came from the socket, body not yet read.
struct Request {
    Method method = Method::other;
    std::string target; ///< raw, with query
    Headers headers;
    std::string remote_address;
    /// Reads the whole body; too_large beyond the server's limit. Called at most once, and only after the route is
    /// known and the caller is allowed to use it.
    std::function<base::Result<std::string>(BodyBound)> read_body;
};

/// The value of one cookie of the request (RFC 6265); nullopt when it is not there or there twice.
std::optional<std::string_view> cookie(const Request& request, std::string_view name);
/// The media type of a Content-Type value in lower case, without parameters.
std::string media_type(std::string_view content_type);

} // namespace orderdeck::server::http
