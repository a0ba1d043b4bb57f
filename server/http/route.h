#pragma once

#include "server/auth/principal.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "shared/base/timestamp.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::server::http {

/// Who may call a route. Checked after routing, on the route, never on the raw path.
enum class Access : std::uint8_t {
    everybody,        ///< public; a valid session is looked up all the same
    session,          ///< a person who has logged in; else 401
    session_page,     ///< the same for pages that people open: else a redirect to the log-in page
    session_or_token, ///< a person or an integrator's bearer token; else 401
    staff,      ///< a person of the staff who has logged in; else 401, for customers as if there were nothing
    feed_token, ///< a bearer token that delivers to the feed of the path; else 401, for another feed 404
};

/// What a body must be for the route; anything else is answered 415 before a byte of it is read.
enum class BodyKind : std::uint8_t { none, form, json, file };

/// The values of a pattern's parameters in the order of the pattern.
class PathParameters {
public:
    void add(std::string_view name, std::string value) { values_.emplace_back(name, std::move(value)); }
    void drop_last() { values_.pop_back(); }
    /// The value of a parameter; a name that the pattern does not have gives an empty text.
    std::string_view text(std::string_view name) const;
    /// The value of an `{name:id}` parameter, 1 to 2^53 - 1.
    std::int64_t id(std::string_view name) const;

private:
    std::vector<std::pair<std::string_view, std::string>> values_;
};

/// A request on its way into a handler: routed, authorised, body read.
struct Call {
    const Request& request;
    const Parameters& query;
    const PathParameters& path;
    std::string body;
    std::optional<auth::Principal> principal; ///< set unless the route is open to everybody
    base::Timestamp now;
};

/// Answers a call. A failure becomes the problem document of its code; its message goes to the operator's log only.
using Handler = std::function<base::Result<Response>(const Call&)>;

/// One row of the route table. Pattern segments are literal, `{name}` (one segment of text), `{name:id}` (a row id) or
/// at the end `{name:rest}` (one or more segments). HEAD is answered by GET's row.
struct Route {
    Method method = Method::get;
    std::string_view pattern;
    Access access = Access::session;
    BodyKind body = BodyKind::none;
    Handler handler;
};

} // namespace orderdeck::server::http
