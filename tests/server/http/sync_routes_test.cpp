#include "shared/api/problem.h"
#include "shared/api/sync_page.h"
#include "tests/server/support/canary_store.h"
#include "tests/support/boot_path.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

namespace orderdeck::test {
namespace {

struct LoggedIn : PortalFixture {
    LoggedIn() {
        const CanaryNode& node = canaries.node("A");
        add_user("anna@example.com", "Anna", {domain::AccountId(node.root), domain::AccountId(node.account)});
        session = log_in("anna@example.com");
    }
    RawResponse read(const std::string& target,
                     std::vector<std::pair<std::string, std::string>> headers = {}) {
        headers.push_back(session);
        return get(target, std::move(headers));
    }
    CanaryStore canaries{store()};
    std::pair<std::string, std::string> session;
};

class CountRows final : public api::SyncPageSink {
public:
    base::Result<void> accept(const api::TableBatch& batch) override {
        rows += batch.rows();
        return {};
    }
    std::size_t rows = 0;
};

std::string cursor_of(const RawResponse& response) {
    CountRows sink;
    return api::decode_sync_page(response.plain_body(), sink).value().cursor;
}

} // namespace

TEST_CASE("a page is compressed for who takes gzip and holds the same rows") {
    LoggedIn fixture;
    const RawResponse plain = fixture.read(test::boot_path());
    const RawResponse packed = fixture.read(test::boot_path(), {{"Accept-Encoding", "gzip, br"}});
    CHECK(plain.status == 200);
    CHECK(plain.header("Content-Type") == "application/vnd.orderdeck.page");
    CHECK(plain.header("Cache-Control") == "private, no-store");
    CHECK(plain.header("Vary") == "Accept-Encoding");
    CHECK(packed.header("Content-Encoding") == "gzip");
    CHECK(packed.body.size() * 3 < plain.body.size());
    CHECK(packed.plain_body() == plain.body);
    CountRows sink;
    REQUIRE(api::decode_sync_page(packed.plain_body(), sink).has_value());
    CHECK(sink.rows == 3 + 3 * 20 * 3); // three accounts; nineteen tables of three rows for each
}

TEST_CASE("a poll without news is a 304 without body on a connection that stays open") {
    LoggedIn fixture;
    const std::string target = "/api/v1/sync/pull?c=" + cursor_of(fixture.read(test::boot_path()));
    const std::string etag = fixture.read(target).header("ETag");
    RawConnection connection(fixture.port());
    for (int i = 0; i < 3; ++i) {
        const auto response = connection.exchange({.method = "GET",
                                                   .target = target,
                                                   .headers = {fixture.session, {"If-None-Match", etag}},
                                                   .body = {}});
        REQUIRE(response.has_value());
        CHECK(response->status == 304);
        CHECK(response->header("ETag") == etag);
        CHECK(response->header("Content-Length").empty());
    }
}

TEST_CASE("a resync is a problem document with its reason") {
    LoggedIn fixture;
    const RawResponse conflict = fixture.read("/api/v1/sync/pull?c=nonsense");
    CHECK(conflict.status == 409);
    const auto problem = api::decode_problem(conflict.body);
    REQUIRE(problem.has_value());
    CHECK(problem->resync == api::Resync::schema);
    const std::string cursor = cursor_of(fixture.read(test::boot_path()));
    {
        auto lease = fixture.store().write().value();
        REQUIRE(lease->execute("UPDATE feed SET head = head + 10, floor = head + 5").has_value());
        REQUIRE(lease.commit().has_value());
    }
    const RawResponse gone = fixture.read("/api/v1/sync/pull?c=" + cursor);
    CHECK(gone.status == 410);
    CHECK(api::decode_problem(gone.body).value().resync == api::Resync::retention);
    CHECK(fixture.read("/api/v1/sync/boot?schema=0").status == 426);
    CHECK(fixture.read("/api/v1/sync/boot?schema=99").status == 409);
}

TEST_CASE("parameters out of range are refused") {
    LoggedIn fixture;
    for (const std::string& target : std::vector<std::string>{
             "/api/v1/sync/boot", "/api/v1/sync/boot?schema=x", test::boot_path("&limit=0"),
             test::boot_path("&limit=10001"), test::boot_path("&after=x"), "/api/v1/sync/pull?c=x&limit=-1",
             "/api/v1/sync/pull?c=x&limit=99999999999999999999",
             "/api/v1/sync/boot?schema=99999999999999999999", "/api/v1/orders?limit=201",
             "/api/v1/orders?limit=0", "/api/v1/orders?limit=x", "/api/v1/orders?cursor=x",
             "/api/v1/orders?cursor=1.2.3"}) {
        CAPTURE(target);
        CHECK(fixture.read(target).status == 400);
    }
}

} // namespace orderdeck::test
