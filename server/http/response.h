#pragma once

#include "server/http/headers.h"
#include "shared/api/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::http {

struct Response {
    int status = 200;
    Headers headers;
    std::string body;

    /// A body with its Content-Type.
    static Response of(int status, std::string_view content_type, std::string body);
    static Response json(std::string body) { return of(200, "application/json", std::move(body)); }
    static Response html(int status, std::string body) {
        return of(status, "text/html; charset=utf-8", std::move(body));
    }
    static Response empty(int status);
    /// 303 See Other and 308 Permanent Redirect; the location must be a path of this origin. What may not stand in a URI
    /// is escaped.
    static Response see_other(std::string_view path);
    static Response moved(std::string_view path);
};

/// The identity of a problem (RFC 9457): `code` is stable and meant for programs, `title` for people who read logs.
struct Problem {
    int status;
    std::string_view code;
    std::string_view title;
};

namespace problems {
inline constexpr Problem kBadRequest{400, "bad_request", "The request is malformed."};
inline constexpr Problem kBadParameter{400, "bad_parameter", "A parameter has no valid value."};
inline constexpr Problem kUnauthenticated{401, "unauthenticated", "Log in first, or send a valid token."};
inline constexpr Problem kCrossSite{403, "cross_site",
                                    "The request does not come from a page of this portal."};
inline constexpr Problem kNotFound{404, "not_found", "There is nothing here, or nothing that you may see."};
inline constexpr Problem kMethodNotAllowed{405, "method_not_allowed",
                                           "This address does not take that method."};
inline constexpr Problem kConflict{409, "conflict", "What this names is in another state by now."};
inline constexpr Problem kResync{409, "resync", "The copy on this device must be built anew."};
inline constexpr Problem kGone{410, "resync", "The copy on this device is too old to be brought up to date."};
inline constexpr Problem kTooLarge{413, "too_large", "The body is larger than this server takes."};
inline constexpr Problem kUnsupportedMediaType{415, "unsupported_media_type",
                                               "This address does not take such a body."};
inline constexpr Problem kInvalidFields{422, api::kInvalidFields, "Fields have no valid value."};
inline constexpr Problem kMisdirected{421, "misdirected", "This server is not known under that host name."};
inline constexpr Problem kClientTooOld{426, "client_too_old", "Reload the page to get the current program."};
inline constexpr Problem kTooManyRequests{429, "too_many_requests", "Too many attempts; try again later."};
inline constexpr Problem kInternal{500, "internal", "The server failed; the failure was recorded."};
inline constexpr Problem kUnavailable{503, "unavailable", "The server is busy or stopping; try again soon."};
} // namespace problems

/// application/problem+json with status, code and title, and `detail` where the caller can do something about it.
/// `detail` is plain text of ours, never of the request.
Response problem(const Problem& what, std::string_view detail = {});
/// kInvalidFields with what is wrong with each field.
Response invalid_fields(std::vector<api::FieldProblem> errors);
/// With everything that the wire contract has, such as why a replica must be built anew.
Response problem(const api::Problem& document);

} // namespace orderdeck::server::http
