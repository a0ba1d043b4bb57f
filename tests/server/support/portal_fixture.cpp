#include "tests/server/support/portal_fixture.h"

#include "server/auth/authenticator.h"
#include "server/auth/secret.h"
#include "server/http/url.h"
#include "server/persistence/sqlite/account_store.h"
#include "server/persistence/sqlite/identity/token_store.h"
#include "shared/api/session.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <unistd.h>

namespace orderdeck::test {
namespace {

namespace sqlite = server::persistence::sqlite;
namespace http = server::http;

/// A site as the build bundles it, small: the real log-in page and a stand-in for the program.
http::site::StaticSite small_site(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "static");
    const auto write = [&](const std::string& name, std::string_view text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    write("index.html", "<!doctype html><title>shell</title>");
    write("unsupported.html", "<!doctype html><title>unsupported</title>");
    write("gallery.html", "<!doctype html><title>gallery</title>");
    write("diag.html", "<!doctype html><title>diag</title>");
    write("login.html", read_file(source_path("web/login.html")));
    write("print.html", read_file(source_path("web/print.html")));
    write("static/app.0123456789ab.js", std::string(5000, 'x'));
    write("print.html", read_file(source_path("web/print.html")));
    write("static/app.0123456789ab.js.br", "brotli bytes");
    write("print.html", read_file(source_path("web/print.html")));
    write("static/app.0123456789ab.js.gz", "gzip bytes");
    write("site.json",
          R"({"files": [{"path": "/static/app.0123456789ab.js", "file": "static/app.0123456789ab.js",
        "type": "text/javascript; charset=utf-8", "sha256": "0123456789abcdef0123", "immutable": true}], "pages": [
        {"name": "index.html", "file": "index.html", "type": "text/html; charset=utf-8", "sha256": "1111111111111111aa"},
        {"name": "unsupported.html", "file": "unsupported.html", "type": "text/html; charset=utf-8", "sha256": "22"},
        {"name": "gallery.html", "file": "gallery.html", "type": "text/html; charset=utf-8", "sha256": "44"},
        {"name": "diag.html", "file": "diag.html", "type": "text/html; charset=utf-8", "sha256": "55"},
        {"name": "print.html", "file": "print.html", "type": "text/html; charset=utf-8", "sha256": "66"},
        {"name": "login.html", "file": "login.html", "type": "text/html; charset=utf-8", "sha256": "3333333333333333"}]})");
    auto site = http::site::StaticSite::load(folder);
    REQUIRE(site.has_value());
    return std::move(*site);
}

} // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "orderdeck-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

http::routes::Repair PortalFixture::repair_later() {
    using http::routes::Repair;
    const auto later = [this](Repair::Act Repair::*act) {
        return [this, act](std::int64_t message, base::Timestamp at) -> base::Result<std::int64_t> {
            if (repair_.*act) return (repair_.*act)(message, at);
            return base::fail(base::ErrorCode::unavailable, "no repair");
        };
    };
    return {.retry = later(&Repair::retry),
            .withdraw = later(&Repair::withdraw),
            .ignore = [this](std::int64_t message, const std::string& reason) -> base::Result<void> {
                if (repair_.ignore) return repair_.ignore(message, reason);
                return base::fail(base::ErrorCode::unavailable, "no repair");
            },
            .map_code = [this](const sqlite::CodeMeaning& meaning, base::Timestamp at) -> base::Result<int> {
                if (repair_.map_code) return repair_.map_code(meaning, at);
                return base::fail(base::ErrorCode::unavailable, "no repair");
            },
            .vocabularies =
                [this](const std::string& feed, const std::vector<sqlite::Finding>& findings) {
                    return repair_.vocabularies ? repair_.vocabularies(feed, findings)
                                                : std::vector<http::routes::Vocabulary>{};
                },
            .excerpt = [this](std::int64_t message,
                              std::optional<std::int64_t> finding) -> base::Result<api::InboxExcerpt> {
                if (repair_.excerpt) return repair_.excerpt(message, finding);
                return base::fail(base::ErrorCode::unavailable, "no repair");
            }};
}

PortalFixture::PortalFixture(PortalSetup setup)
    : now_(base::Timestamp::parse("2026-11-22T10:00:00Z").value().milliseconds()) {
    auto store = sqlite::Store::open(folder_.path() / "data", setup.store);
    REQUIRE(store.has_value());
    store_ = std::move(*store);
    auto portal = http::portal::Portal::start(
        *store_, small_site(folder_.path() / "site"),
        {.policy = setup.policy,
         .listen = setup.listen,
         .password_cost = server::auth::HashCost::minimum(),
         .deliver = [this](const std::string& feed, const std::string& name, std::string_view bytes,
                           base::Timestamp at) -> base::Result<http::routes::Delivery> {
             if (deliver_) return deliver_(feed, name, bytes, at);
             return base::fail(base::ErrorCode::not_found, "no feeds");
         },
         .repair = repair_later(),
         .clock = [this] { return now(); },
         .log =
             [this](const http::AccessRecord& record) {
                 const std::lock_guard lock(log_mutex_);
                 log_ += http::to_log_line(record) + "\n";
             },
         .log_error =
             [this](std::string_view text) {
                 const std::lock_guard lock(log_mutex_);
                 log_.append(text).append("\n");
             },
         .log_event =
             [this](std::string_view text) {
                 const std::lock_guard lock(log_mutex_);
                 log_.append(text).append("\n");
             }});
    REQUIRE(portal.has_value());
    portal_ = std::move(*portal);
}

std::string PortalFixture::log() const {
    const std::lock_guard lock(log_mutex_);
    return log_;
}

sqlite::identity::Grant PortalFixture::add_account(std::string_view code, std::string_view name,
                                                   std::string_view parent) {
    auto writer = sqlite::ChangeWriter::begin(*store_, now());
    REQUIRE(writer.has_value());
    const auto node = sqlite::AccountStore::put(
        *writer, code, {.text = std::string(name), .translations = {}}, parent, now());
    REQUIRE(node.has_value());
    REQUIRE(writer->commit().has_value());
    return {.root = node->owner.root, .account = node->owner.account};
}

domain::UserId PortalFixture::add_user(std::string_view email, std::string_view name,
                                       const sqlite::identity::Grant& grant) {
    server::auth::PasswordHasher hasher(server::auth::HashCost::minimum());
    sqlite::identity::UserStore users(*store_);
    const auto id = users.add({.id = {},
                               .email = std::string(email),
                               .name = std::string(name),
                               .language = "en",
                               .password_hash = hasher.hash(kPassword).value()},
                              grant, now());
    REQUIRE(id.has_value());
    return *id;
}

std::string PortalFixture::add_feed_token(std::string_view feed) {
    std::string token = std::string(server::auth::kTokenPrefix) + server::auth::new_secret();
    REQUIRE(sqlite::identity::TokenStore(*store_)
                .add(server::auth::hash_of_secret(token),
                     {.grant = {}, .label = {}, .feed = std::string(feed)}, now())
                .has_value());
    return token;
}

std::string PortalFixture::add_token(const sqlite::identity::Grant& grant, std::string_view label) {
    std::string token = std::string(server::auth::kTokenPrefix) + server::auth::new_secret();
    sqlite::identity::TokenStore tokens(*store_);
    REQUIRE(
        tokens.add(server::auth::hash_of_secret(token), {.grant = grant, .label = std::string(label)}, now())
            .has_value());
    return token;
}

RawResponse PortalFixture::get(std::string_view target,
                               std::vector<std::pair<std::string, std::string>> headers) {
    return request(
        port(), {.method = "GET", .target = std::string(target), .headers = std::move(headers), .body = {}});
}

RawRequest PortalFixture::log_in_request(std::string_view email, std::string_view password) {
    const RawResponse page = get("/login");
    const std::string csrf = between(page.body, "name=\"csrf\" value=\"", "\"");
    const std::string form = "csrf=" + csrf + "&next=%2Forders&email=" + http::percent_encode(email) +
                             "&password=" + http::percent_encode(password);
    return {.method = "POST",
            .target = "/login",
            .headers = {{"Cookie", "l=" + cookie_of(page, "l")},
                        {"Sec-Fetch-Site", "same-origin"},
                        {"Content-Type", "application/x-www-form-urlencoded"}},
            .body = form};
}

std::pair<std::string, std::string> PortalFixture::log_in(std::string_view email, std::string_view password,
                                                          std::string_view user_agent) {
    RawRequest form = log_in_request(email, password);
    if (!user_agent.empty()) form.headers.emplace_back("User-Agent", user_agent);
    const RawResponse response = request(port(), form);
    REQUIRE(response.status == 303);
    return {"Cookie", "s=" + cookie_of(response, "s")};
}

RawRequest PortalFixture::page_request(std::string_view method, std::string_view target,
                                       const std::pair<std::string, std::string>& session, std::string body) {
    const auto info = api::decode_session(get(api::kSessionPath, {session}).body);
    RawRequest call{.method = std::string(method),
                    .target = std::string(target),
                    .headers = {session,
                                {"Sec-Fetch-Site", "same-origin"},
                                {std::string(api::kCsrfHeader), info ? info->csrf_token : "none"}},
                    .body = std::move(body)};
    if (!call.body.empty()) call.headers.emplace_back("Content-Type", "application/json");
    return call;
}

std::string cookie_of(const RawResponse& response, std::string_view name) {
    for (const std::string& value : response.all("Set-Cookie")) {
        if (value.starts_with(std::string(name) + "=")) return between(value, "=", ";");
    }
    return {};
}

std::string between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    if (from == std::string_view::npos) return {};
    const std::size_t start = from + begin.size();
    const std::size_t to = text.find(end, start);
    return std::string(text.substr(start, to == std::string_view::npos ? to : to - start));
}

} // namespace orderdeck::test
