#pragma once

#include "server/http/portal/portal.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "server/persistence/sqlite/store.h"
#include "tests/server/support/raw_client.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::test {

/// A folder that is gone with its owner.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline constexpr std::string_view kPassword = "nine green bottles 42";

/// Options of the portal under test that tests like to change.
struct PortalSetup {
    server::http::SitePolicy policy;
    server::http::socket::ListenOptions listen;
    server::persistence::sqlite::StoreOptions store{
        .readers = 8, .durability = server::persistence::sqlite::Durability::none};
};

/// A real server on a free port over a store of its own, with a clock that stands until it is moved.
class PortalFixture {
public:
    explicit PortalFixture(PortalSetup setup = {});

    int port() const { return portal_->port(); }
    server::persistence::sqlite::Store& store() { return *store_; }
    server::http::portal::Portal& portal() { return *portal_; }

    base::Timestamp now() const { return base::Timestamp::from_milliseconds(now_.load()); }
    void advance(base::Duration by) { now_ += by.count(); }
    std::string log() const; ///< all lines so far

    /// Adds a root account, or a node below one.
    server::persistence::sqlite::identity::Grant add_account(std::string_view code, std::string_view name,
                                                             std::string_view parent = {});
    domain::UserId add_user(std::string_view email, std::string_view name,
                            const server::persistence::sqlite::identity::Grant& grant);
    /// A token that delivers to the feed.
    std::string add_feed_token(std::string_view feed);
    /// From now on PUT /api/v1/inbox/{feed} takes files.
    void take_files(server::http::routes::Deliver deliver) { deliver_ = std::move(deliver); }
    /// From now on staff repairs imports by this.
    void repair_by(server::http::routes::Repair repair) { repair_ = std::move(repair); }
    std::string add_token(const server::persistence::sqlite::identity::Grant& grant, std::string_view label);

    RawResponse get(std::string_view target, std::vector<std::pair<std::string, std::string>> headers = {});
    /// Goes through the log-in page and returns the header with which the session continues.
    std::pair<std::string, std::string> log_in(std::string_view email, std::string_view password = kPassword,
                                               std::string_view user_agent = {});
    /// An unsafe call as a script of a page of this session sends it: from the same origin, with the page's token and, where
    /// there is a body, as JSON.
    RawRequest page_request(std::string_view method, std::string_view target,
                            const std::pair<std::string, std::string>& session, std::string body = {});
    /// The log-in form as a browser sends it, with the cookie and secret of a fresh page.
    RawRequest log_in_request(std::string_view email, std::string_view password);

private:
    /// What calls repair_ as it is at that time.
    server::http::routes::Repair repair_later();

    TemporaryFolder folder_;
    std::atomic<std::int64_t> now_;
    mutable std::mutex log_mutex_;
    std::string log_;
    server::http::routes::Deliver deliver_;
    server::http::routes::Repair repair_;
    std::unique_ptr<server::persistence::sqlite::Store> store_;
    std::unique_ptr<server::http::portal::Portal> portal_;
};

/// The value of a cookie that a response sets; empty when it sets none of that name.
std::string cookie_of(const RawResponse& response, std::string_view name);
/// The part of a text between two marks; empty when they are not there.
std::string between(std::string_view text, std::string_view begin, std::string_view end);

} // namespace orderdeck::test
