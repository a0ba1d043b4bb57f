#pragma once

#include "server/auth/password_hasher.h"
#include "server/http/application.h"
#include "server/http/routes/portal_routes.h"
#include "server/http/site/static_site.h"
#include "server/http/socket/http_server.h"
#include "server/persistence/sqlite/store.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

namespace orderdeck::server::http::portal {

struct PortalOptions {
    SitePolicy policy;
    socket::ListenOptions listen;
    auth::HashCost password_cost = auth::HashCost::interactive();
    routes::Deliver deliver; ///< takes the files that feeds send; empty: none are taken
    routes::Repair repair;   ///< what staff does to imports; empty: nothing
    std::function<base::Timestamp()> clock;
    std::function<void(const AccessRecord&)> log;    ///< may be called by many threads at once
    std::function<void(std::string_view)> log_error; ///< finished lines, likewise
    std::function<void(std::string_view)> log_event; ///< finished lines, likewise
};

/// The whole server over one store: the parts put together and listening. The store must outlive it.
class Portal {
public:
    static base::Result<std::unique_ptr<Portal>> start(persistence::sqlite::Store& store,
                                                       site::StaticSite site, const PortalOptions& options);
    ~Portal();
    Portal(const Portal&) = delete;
    Portal& operator=(const Portal&) = delete;

    int port() const;
    const Application& application() const;

    /// From now on /readyz says 503, so that a balancer sends new visitors elsewhere.
    void begin_draining();
    /// Lets running requests end and stops listening.
    void stop();

private:
    struct Parts;
    explicit Portal(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// The system's clock, the only place where the server asks for the time.
base::Timestamp system_now();

} // namespace orderdeck::server::http::portal
