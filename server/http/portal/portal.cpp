#include "server/http/portal/portal.h"

#include "server/auth/authenticator.h"
#include "server/auth/log_in.h"
#include "server/http/routes/portal_routes.h"

#include <atomic>

namespace orderdeck::server::http::portal {

namespace {

std::function<void(const base::Error&)> error_log(const PortalOptions& options) {
    return [clock = options.clock, log = options.log_error](const base::Error& error) {
        if (log) log(to_error_line(clock(), base::describe(error)));
    };
}

std::function<void(OperatorEvent, int)> event_log(const PortalOptions& options) {
    return [clock = options.clock, log = options.log_event](OperatorEvent event, int sessions_ended) {
        if (log) log(to_event_line(clock(), event, sessions_ended));
    };
}

std::function<void(const RepairEvent&)> repair_log(const PortalOptions& options) {
    return [clock = options.clock, log = options.log_event](const RepairEvent& event) {
        if (log) log(to_event_line(clock(), event));
    };
}

std::string_view page_text(const site::StaticSite& site, std::string_view name) {
    const site::StaticFile* page = site.page(name);
    return page == nullptr ? std::string_view() : std::string_view(page->plain);
}

} // namespace

struct Portal::Parts {
    Parts(persistence::sqlite::Store& store, site::StaticSite static_site, const PortalOptions& options)
        : site(std::move(static_site)),
          hasher(options.password_cost),
          authenticator(store),
          log_in(store, hasher),
          change_password(store, hasher, authenticator),
          application(Router(routes::portal_routes({.store = store,
                                                    .authenticator = authenticator,
                                                    .log_in = log_in,
                                                    .change_password = change_password,
                                                    .site = site,
                                                    .policy = options.policy,
                                                    .boot_slots = boot_slots,
                                                    .heads = heads,
                                                    .log_error = error_log(options),
                                                    .log_event = event_log(options),
                                                    .log_repair = repair_log(options),
                                                    .repair = options.repair,
                                                    .deliver = options.deliver,
                                                    .draining = draining})),
                      authenticator,
                      {.policy = options.policy,
                       .max_body = options.listen.max_body,
                       .max_delivery = options.listen.max_delivery,
                       .not_found_page = page_text(site, "not_found.html"),
                       .clock = options.clock,
                       .log = options.log,
                       .log_error = options.log_error}) {}

    site::StaticSite site;
    auth::PasswordHasher hasher;
    auth::Authenticator authenticator;
    auth::LogIn log_in;
    auth::ChangePassword change_password;
    routes::BootSlots boot_slots{routes::BootSlots::max()};
    sync::HeadCache heads;
    std::atomic<bool> draining{false};
    Application application;
    std::unique_ptr<socket::HttpServer> server;
};

Portal::Portal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Portal::~Portal() { stop(); }

base::Result<std::unique_ptr<Portal>> Portal::start(persistence::sqlite::Store& store, site::StaticSite site,
                                                    const PortalOptions& options) {
    auto parts = std::make_unique<Parts>(store, std::move(site), options);
    parts->server = TRY(socket::HttpServer::start(parts->application, options.listen));
    return std::unique_ptr<Portal>(new Portal(std::move(parts)));
}

int Portal::port() const { return parts_->server->port(); }

const Application& Portal::application() const { return parts_->application; }

void Portal::begin_draining() { parts_->draining = true; }

void Portal::stop() {
    begin_draining();
    parts_->server->stop();
}

base::Timestamp system_now() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return base::Timestamp::from_milliseconds(
        std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count());
}

} // namespace orderdeck::server::http::portal
