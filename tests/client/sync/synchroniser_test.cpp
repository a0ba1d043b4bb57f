#include "client/sync/synchroniser.h"
#include "shared/api/problem.h"
#include "tests/client/sync/scripted_http.h"
#include "tests/shared/replica/replica_builder.h"
#include "tests/support/boot_path.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using base::Duration;
using base::Timestamp;
using client::platform::HttpOutcome;
using client::sync::ReplicaStore;
using client::sync::Surroundings;
using client::sync::Synchroniser;
using client::sync::SyncPhase;
using test::cell;
using test::PageBuilder;

namespace {

const Timestamp kStart = Timestamp::from_seconds(1'800'000'000);

/// A page in a browser, with time in the test's hands.
struct Page {
    ReplicaStore store = std::move(*ReplicaStore::create("test-sync"));
    test::ScriptedHttp http;
    PageBuilder builder;
    Timestamp now = kStart;
    bool visible = true;
    bool online = true;
    Synchroniser sync{http, store, 7, kStart};

    void look() { sync.update(Surroundings{now, visible, online}); }
    void wait(Duration time) {
        now = now + time;
        look();
    }
    /// Waits until the next request goes out by itself, at most an hour.
    void until_asked() {
        for (int i = 0; i < 36'000 && !http.is_waiting(); ++i)
            wait(Duration::milliseconds(100));
        REQUIRE(http.is_waiting());
    }
    void take(const client::platform::HttpResponse& response) { REQUIRE(sync.accept(response, now)); }
    std::string path() const { return http.asked().path; }
    std::string tag() const { return http.asked().headers.empty() ? "" : http.asked().headers.front().value; }
    SyncPhase phase() const { return sync.status().phase; }

    void boot() {
        look();
        builder.put("account", {{"id", cell(1)}});
        take(http.answer(200, builder.boot_page({}, "S0"), "\"e0\""));
        take(http.answer(304, {}, "\"e0\""));
        REQUIRE(phase() == SyncPhase::up_to_date);
    }
    std::int64_t accounts() {
        return store.database()->query_int("SELECT count(*) FROM account").value_or(-1);
    }
};

} // namespace

TEST_CASE("a first visit copies page by page, catches up and only then shows the copy") {
    Page page;
    page.look();
    CHECK(page.path() == test::boot_path("&limit=10000"));
    CHECK(page.phase() == SyncPhase::loading);
    page.builder.head.head = 4;
    page.builder.put("account", {{"id", cell(1)}});
    page.take(page.http.answer(200, page.builder.boot_page("1.1 &", "S0"), "\"e0\""));
    CHECK(page.path() == test::boot_path("&limit=10000&after=1.1%20%26"));
    CHECK(page.sync.status().permille == 250);
    page.builder.put("account", {{"id", cell(2)}});
    page.take(page.http.answer(200, page.builder.boot_page({}, ""), "\"e9\""));
    CHECK(page.path() == "/api/v1/sync/pull?c=S0&limit=4000");
    CHECK(page.tag() == "\"e0\""); // of the moment before anything was read
    CHECK_FALSE(page.store.has_replica());
    page.builder.put("account", {{"id", cell(3)}});
    page.take(page.http.answer(200, page.builder.pull_page(0, 5, "S5"), "\"e5\""));
    CHECK(page.phase() == SyncPhase::up_to_date);
    CHECK(page.accounts() == 3);
    CHECK(page.sync.status().as_of == kStart);
    CHECK_FALSE(page.http.is_waiting());
}

TEST_CASE("polls are conditional and apply what is new") {
    Page page;
    page.boot();
    page.wait(Duration::seconds(14));
    CHECK_FALSE(page.http.is_waiting());
    page.until_asked();
    CHECK(page.now <= kStart + Duration::seconds(26));
    CHECK(page.path() == "/api/v1/sync/pull?c=S0&limit=4000");
    CHECK(page.tag() == "\"e0\"");
    CHECK(page.phase() == SyncPhase::up_to_date); // no flicker
    const auto generation = page.store.generation();
    page.take(page.http.answer(304, {}, "\"e0\""));
    CHECK(page.store.generation() == generation);
    CHECK(page.sync.status().as_of == page.now);
    page.until_asked();
    page.builder.put("account", {{"id", cell(2)}});
    page.take(page.http.answer(200, page.builder.pull_page(0, 3, "S3"), "\"e3\""));
    CHECK(page.accounts() == 2);
    CHECK(page.store.generation() == generation + 1);
    page.until_asked();
    CHECK(page.tag() == "\"e3\"");
    CHECK(page.path() == "/api/v1/sync/pull?c=S3&limit=4000");
}

TEST_CASE("news of several pages are shown together") {
    Page page;
    page.boot();
    page.until_asked();
    page.builder.head.more = true;
    page.builder.put("account", {{"id", cell(2)}});
    page.take(page.http.answer(200, page.builder.pull_page(0, 3, "S3"), "\"e3\""));
    CHECK(page.path() == "/api/v1/sync/pull?c=S3&limit=4000");
    CHECK(page.tag().empty());
    CHECK(page.phase() == SyncPhase::updating);
    CHECK(page.accounts() == 1);
    page.builder.head.more = false;
    page.builder.put("account", {{"id", cell(3)}});
    page.take(page.http.answer(200, page.builder.pull_page(3, 5, "S5"), "\"e5\""));
    CHECK(page.accounts() == 3);
}

TEST_CASE("a line that is cut between two pages of news begins the pull again") {
    Page page;
    page.boot();
    page.until_asked();
    page.builder.head.more = true;
    page.builder.put("account", {{"id", cell(2)}});
    page.take(page.http.answer(200, page.builder.pull_page(0, 3, "S3"), "\"e3\""));
    page.take(page.http.fail(HttpOutcome::unreachable));
    CHECK(page.phase() == SyncPhase::unreachable);
    page.until_asked();
    CHECK(page.path() == "/api/v1/sync/pull?c=S0&limit=4000");
    CHECK(page.tag().empty());
}

TEST_CASE("a boot that is cut goes on where it stood") {
    Page page;
    page.look();
    page.take(page.http.answer(200, page.builder.boot_page("1.1", "S0"), "\"e0\""));
    page.take(page.http.fail(HttpOutcome::timed_out));
    CHECK(page.phase() == SyncPhase::unreachable);
    page.until_asked();
    CHECK(page.path().ends_with("&after=1.1"));
    page.take(page.http.answer(200, "<html>Welcome to the hotel</html>"));
    page.until_asked();
    CHECK(page.path().ends_with("&after=1.1"));
    page.take(page.http.answer(200, page.builder.boot_page({}, ""), "\"e0\""));
    page.take(page.http.answer(304));
    CHECK(page.phase() == SyncPhase::up_to_date);
}

TEST_CASE("a hidden page does not poll and asks soon when it is looked at again") {
    Page page;
    page.boot();
    page.visible = false;
    page.wait(Duration::hours(2));
    CHECK_FALSE(page.http.is_waiting());
    CHECK_FALSE(page.sync.wake_at());
    page.visible = true;
    page.look();
    const Timestamp back = page.now;
    CHECK(page.phase() == SyncPhase::updating); // what is shown is two hours old
    page.until_asked();
    CHECK(page.now <= back + Duration::seconds(2));
}

TEST_CASE("the first copy is finished in the background") {
    Page page;
    page.visible = false;
    page.look();
    CHECK(page.http.is_waiting());
}

TEST_CASE("without a network nothing is asked, and at once when it is back") {
    Page page;
    page.boot();
    page.online = false;
    page.wait(Duration::minutes(3));
    CHECK_FALSE(page.http.is_waiting());
    CHECK(page.phase() == SyncPhase::offline);
    CHECK(page.sync.status().as_of == kStart);
    page.online = true;
    page.look();
    page.until_asked();
    CHECK(page.now <= kStart + Duration::minutes(3) + Duration::seconds(2));
}

TEST_CASE("a copy that cannot be continued is made anew while the old one is still shown") {
    for (const int status : {409, 410}) {
        Page page;
        page.boot();
        page.until_asked();
        page.take(page.http.answer(status, api::encode_problem({.status = status,
                                                                .code = "resync",
                                                                .title = "t",
                                                                .detail = {},
                                                                .resync = api::Resync::scope,
                                                                .wipe = false})));
        CHECK(page.path() == test::boot_path("&limit=10000"));
        CHECK(page.accounts() == 1);
        CHECK(page.phase() == SyncPhase::updating);
        page.builder.head.scope = "narrower";
        page.take(page.http.answer(200, page.builder.boot_page({}, "T0"), "\"t0\""));
        page.take(page.http.answer(304));
        CHECK(page.accounts() == 0);
        CHECK(page.phase() == SyncPhase::up_to_date);
    }
}

TEST_CASE("a server that refuses its own copies is not asked without pause") {
    Page page;
    page.look();
    int asked_at_once = 0;
    for (int i = 0; i < 20; ++i) {
        page.take(page.http.answer(409));
        if (page.http.is_waiting()) ++asked_at_once;
        page.until_asked();
    }
    CHECK(asked_at_once <= 2);
}

TEST_CASE("a page of another history leads to a new copy") {
    Page page;
    page.boot();
    page.until_asked();
    page.builder.head.epoch = "restored";
    page.take(page.http.answer(200, page.builder.pull_page(0, 1, "X1"), "\"x\""));
    CHECK(page.path().starts_with("/api/v1/sync/boot"));
    CHECK(page.accounts() == 1);
}

TEST_CASE("a log-out stops asking and keeps the copy unless it is to be wiped") {
    Page page;
    page.boot();
    page.until_asked();
    page.take(page.http.answer(401, api::encode_problem({.status = 401,
                                                         .code = "unauthenticated",
                                                         .title = "t",
                                                         .detail = {},
                                                         .resync = {},
                                                         .wipe = false})));
    CHECK(page.phase() == SyncPhase::logged_out);
    CHECK(page.accounts() == 1);
    page.wait(Duration::hours(1));
    CHECK_FALSE(page.http.is_waiting());

    page.sync.sync_now(page.now);
    CHECK(page.http.is_waiting());
    page.take(page.http.answer(401, api::encode_problem({.status = 401,
                                                         .code = "unauthenticated",
                                                         .title = "t",
                                                         .detail = {},
                                                         .resync = {},
                                                         .wipe = true})));
    CHECK(page.sync.status().wipe);
    CHECK_FALSE(page.store.has_replica());
}

TEST_CASE("a program that is too old says so, whether by status or by page") {
    Page page;
    page.look();
    page.take(page.http.answer(426));
    CHECK(page.phase() == SyncPhase::reload_needed);
    page.sync.sync_now(page.now);
    page.take(page.http.answer(200, R"({"proto":2})"));
    CHECK(page.phase() == SyncPhase::reload_needed);
    page.wait(Duration::hours(1));
    CHECK_FALSE(page.http.is_waiting());
}

TEST_CASE("a busy server is left alone for as long as it says") {
    Page page;
    page.boot();
    page.until_asked();
    auto response = page.http.answer(503);
    response.retry_after = "60";
    const Timestamp refused = page.now;
    page.take(response);
    page.until_asked();
    CHECK(page.now >= refused + Duration::seconds(60));
    CHECK(page.phase() == SyncPhase::unreachable);
    page.take(page.http.answer(304));
    CHECK(page.phase() == SyncPhase::up_to_date);
}

TEST_CASE("an answer to somebody else's request is not ours") {
    Page page;
    page.look();
    client::platform::HttpResponse other;
    other.id = 99;
    CHECK_FALSE(page.sync.accept(other, page.now));
    CHECK(page.http.is_waiting());
}
