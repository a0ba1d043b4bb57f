#pragma once

#include "server/auth/authenticator.h"
#include "server/http/policy.h"
#include "server/http/router.h"

#include <functional>
#include <semaphore>
#include <string>
#include <string_view>

namespace orderdeck::server::http {

/// One answered request for the log: the route's pattern, never the path, so that no id, search text or address of a
/// person gets into it.
struct AccessRecord {
    base::Timestamp at;
    std::string_view method;
    std::string_view pattern; ///< "-" when no route was found
    int status = 0;
    std::size_t bytes = 0;
    base::Duration took;
};

/// "2026-11-22T10:00:00Z GET /api/v1/orders/{id} 200 1432 3ms".
std::string to_log_line(const AccessRecord& record);
/// "2026-11-22T10:00:00Z error <text>", on one line and of a bounded length whatever the text is.
std::string to_error_line(base::Timestamp at, std::string_view text);

/// Why a request never came to its route; stands in the log where the route's pattern would.
enum class Refusal : std::uint8_t {
    shed,       ///< too many connections wait
    unreadable, ///< no HTTP that we take
    exception,  ///< a library threw
};

struct ApplicationOptions {
    SitePolicy policy;
    std::size_t max_body = 1024 * 1024;
    std::size_t max_delivery = 64 * 1024 * 1024; ///< of a file for the inbox
    std::string_view not_found_page = {};        ///< outlives the application; empty: a bare one
    std::function<base::Timestamp()> clock;
    std::function<void(const AccessRecord&)> log;
    std::function<void(std::string_view)> log_error; ///< failures of ours, for the operator, a line each
};

/// Files for the inbox are held in memory while they are read and applied, so that few may be under way at once.
using DeliverySlots = std::counting_semaphore<4>;

/// The way of every request: guards, route, right, origin, body, handler, headers, log. Thread-safe.
class Application {
public:
    Application(Router router, const auth::Authenticator& authenticator, ApplicationOptions options);

    Response handle(const Request& request) const;
    /// What a request gets that is refused before it can be understood; logged like every other answer. `detail` is for
    /// the operator's log only.
    Response refuse(const Problem& what, Refusal why, std::string_view detail = {}) const;

    const Router& router() const { return router_; }

private:
    struct Outcome {
        Response response;
        std::string_view pattern = "-";
    };

    Outcome dispatch(const Request& request) const;
    /// A person is led to the page that was meant, or told that there is none; a program that its request is wrong.
    Response when_malformed(const Request& request) const;
    Response serve(const Request& request, const Target& target, const RouteMatch& match) const;
    /// Nobody for routes that are open, and for a feed's token on its feed.
    base::Result<std::optional<auth::Principal>> authenticate(const RouteMatch& match, const Request& request,
                                                              base::Timestamp now) const;
    Response when_not_authenticated(const Route& route, const Request& request,
                                    const base::Error& error) const;
    Response failure(const base::Error& error) const;
    void log_error(std::string_view text) const;

    Router router_;
    const auth::Authenticator& authenticator_;
    ApplicationOptions options_;
    mutable DeliverySlots deliveries_{DeliverySlots::max()};
};

} // namespace orderdeck::server::http
