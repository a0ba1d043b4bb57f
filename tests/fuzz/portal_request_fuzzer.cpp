// Requests to the whole portal below the socket, over a store with orders. An input is a request as it is sent: request
// line, header lines, an empty line, body; SESSION and TOKEN stand for those that the store knows.
#include "server/auth/secret.h"
#include "server/http/application.h"
#include "server/http/routes/portal_routes.h"
#include "server/ingest/csv/import_file.h"
#include "server/persistence/sqlite/account_directory.h"
#include "shared/api/problem.h"
#include "shared/api/sync_page.h"
#include "shared/json/reader.h"
#include "tests/fuzz/law.h"
#include "tests/server/ingest/csv/sample_mapping.h"

#include <filesystem>
#include <fstream>

using namespace orderdeck;
namespace http = server::http;
namespace sqlite = server::persistence::sqlite;

namespace {

constexpr auto kNow = base::Timestamp::from_seconds(1'700'000'000);
const std::string kSession(43, 'S');
const std::string kToken = "odt_" + std::string(43, 'T');
constexpr std::string_view kRows =
    "Acme;SO-1;10;P-1;Pump;5;9,50;02.01.2026;-;20.01.2026;DN-1;25.01.2026;18.01.2026;;;P;3;Kim\n"
    "Acme;SO-2;10;P-2;Valve;7;1,00;03.01.2026;-;21.01.2026;;;;;;S;3;Kim\n";

std::filesystem::path new_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "orderdeck-fuzz-XXXXXX").string();
    fuzz::require(::mkdtemp(name.data()) != nullptr, "a folder can be made");
    return name;
}

http::site::StaticSite small_site(const std::filesystem::path& folder) {
    const auto write = [&](const std::string& name, std::string_view text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    write("page.html", "<!doctype html><title>page</title>");
    write("site.json", R"({"files": [], "pages": [
        {"name": "index.html", "file": "page.html", "type": "text/html; charset=utf-8", "sha256": "1111111111111111"},
        {"name": "print.html", "file": "page.html", "type": "text/html; charset=utf-8", "sha256": "3333333333333333"},
        {"name": "login.html", "file": "page.html", "type": "text/html; charset=utf-8", "sha256": "2222222222222222"}]})");
    return fuzz::expect(http::site::StaticSite::load(folder), "the site can be loaded");
}

/// A store with two orders of one account, one person with a session, one token.
std::unique_ptr<sqlite::Store> small_store(const std::filesystem::path& folder) {
    auto store = fuzz::expect(
        sqlite::Store::open(folder, {.readers = 2, .durability = sqlite::Durability::none}), "a store opens");
    const auto mapping = fuzz::expect(server::ingest::mapping::parse_mapping("sample", test::kSampleMapping),
                                      "the sample mapping is right");
    const std::string file = std::string(test::kSampleHeader) + std::string(kRows);
    const auto report = fuzz::expect(
        server::ingest::csv::import_file(*store, mapping, {.name = "a.csv", .bytes = file}, kNow),
        "it imports");
    fuzz::require(report.orders == 2, "the store has two orders");
    auto lease = fuzz::expect(store->read(), "the store can be read");
    const auto node =
        fuzz::expect(sqlite::AccountDirectory(*lease).find_by_code("acme"), "accounts can be read");
    fuzz::require(node.has_value(), "the account is there");
    const sqlite::identity::Grant grant{.root = node->owner.root, .account = node->owner.account};
    const auto user = fuzz::expect(
        sqlite::identity::UserStore(*store).add(
            {.id = {}, .email = "anna@example.com", .name = "Anna", .language = "en", .password_hash = "-"},
            grant, kNow),
        "a person can be added");
    fuzz::require(fuzz::expect(sqlite::identity::SessionStore(*store).add(
                                   server::auth::hash_of_secret(kSession),
                                   {.user = user, .password_hash = "-", .user_agent = ""}, kNow, {}),
                               "a session can be added"),
                  "the session has begun");
    fuzz::expect(sqlite::identity::TokenStore(*store).add(server::auth::hash_of_secret(kToken),
                                                          {.grant = grant, .label = "fuzz"}, kNow),
                 "a token can be added");
    return store;
}

/// The portal without its socket.
struct Portal {
    std::filesystem::path folder = new_folder();
    std::unique_ptr<sqlite::Store> store = small_store(folder);
    http::site::StaticSite site = small_site(folder);
    server::auth::PasswordHasher hasher{server::auth::HashCost::minimum()};
    server::auth::Authenticator authenticator{*store};
    server::auth::LogIn log_in{*store, hasher};
    server::auth::ChangePassword change_password{*store, hasher, authenticator};
    http::routes::BootSlots boot_slots{http::routes::BootSlots::max()};
    server::sync::HeadCache heads;
    std::atomic<bool> draining{false};
    http::Application application{
        http::Router(http::routes::portal_routes({.store = *store,
                                                  .authenticator = authenticator,
                                                  .log_in = log_in,
                                                  .change_password = change_password,
                                                  .site = site,
                                                  .policy = {},
                                                  .boot_slots = boot_slots,
                                                  .heads = heads,
                                                  .log_error = {},
                                                  .log_event = [](http::OperatorEvent, int) {},
                                                  .log_repair = [](const http::RepairEvent&) {},
                                                  .repair = {},
                                                  .deliver = {},
                                                  .draining = draining})),
        authenticator,
        {.policy = {},
         .max_body = 1024 * 1024,
         .clock = [] { return kNow; },
         .log = {},
         .log_error =
             [](std::string_view text) {
                 std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
             }}};
};

std::string with_secrets(std::string text) {
    for (const auto& [word, secret] : {std::pair("SESSION", kSession), std::pair("TOKEN", kToken)}) {
        const std::size_t at = text.find(word);
        if (at != std::string::npos) text.replace(at, std::string_view(word).size(), secret);
    }
    return text;
}

http::Request request_of(std::string_view text) {
    const std::string_view line = fuzz::take_line(text);
    const std::size_t blank = line.find(' ');
    http::Request request;
    request.method = http::method_from(line.substr(0, blank));
    request.target = blank == std::string_view::npos ? "" : line.substr(blank + 1);
    request.remote_address = "127.0.0.1";
    while (!text.empty()) {
        const std::string_view header = fuzz::take_line(text);
        if (header.empty()) break;
        const std::size_t colon = header.find(": ");
        if (colon != std::string_view::npos)
            request.headers.add(header.substr(0, colon), with_secrets(std::string(header.substr(colon + 2))));
    }
    request.read_body = [body = std::string(text)](http::BodyBound) -> base::Result<std::string> {
        return body;
    };
    return request;
}

void check(const http::Response& response) {
    fuzz::require(response.status >= 200 && response.status < 500, "no request makes the server fail");
    fuzz::require(response.headers.count("Content-Security-Policy") == 1, "every answer is protected");
    for (const auto& [name, value] : response.headers.fields())
        fuzz::require((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
                      "nothing of a request starts a header line");
    const std::string_view type = response.headers.value("Content-Type");
    const bool readable = !response.headers.has("Content-Encoding");
    if (type == api::kProblemType) {
        const auto problem = fuzz::expect(api::decode_problem(response.body), "a problem can be decoded");
        fuzz::require(problem.status == response.status, "a problem names its status");
    } else if (readable && (type == "application/json" || type == api::kSyncPageType)) {
        fuzz::expect(json::Document::parse(response.body, {.max_bytes = 1 << 24, .max_depth = 64}).has_value()
                         ? base::Result<void>()
                         : base::fail(base::ErrorCode::internal, response.body),
                     "a JSON answer is JSON");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Portal portal;
    check(portal.application.handle(request_of(fuzz::text_of(data, size))));
    return 0;
}
