#include "client/platform/headless/fakes.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::platform;
using namespace orderdeck::client::platform::headless;

TEST_CASE("The fake history goes back to the entry that was left") {
    FakeNavigation navigation("/orders?late=1");
    navigation.push("/orders/17");
    CHECK(navigation.current().path == "/orders/17");
    CHECK(navigation.current().entry == 2);
    navigation.back();
    CHECK(navigation.current().path == "/orders");
    CHECK(navigation.current().query == "late=1");
    navigation.back();
    CHECK(navigation.current().entry == 1);
    CHECK(navigation.take_events().size() == 3);
}

TEST_CASE("Scripted requests complete in the order of their answers") {
    ScriptedHttp http;
    const RequestId boot = http.start({.path = "/api/v1/sync/boot"});
    const RequestId poll = http.start({.path = "/api/v1/sync/poll?since=3"});
    CHECK(http.answer("/api/v1/sync/poll", 304, ""));
    CHECK(http.fail("/api/v1/sync/boot", HttpOutcome::unreachable));
    CHECK_FALSE(http.answer("/api/v1/sync/boot", 200, ""));
    const auto done = http.take_completed();
    REQUIRE(done.size() == 2);
    CHECK(done[0].id == poll);
    CHECK(done[0].status == 304);
    CHECK(done[1].id == boot);
    CHECK(done[1].outcome == HttpOutcome::unreachable);
    CHECK(http.take_completed().empty());
}

TEST_CASE("An aborted request completes as aborted") {
    ScriptedHttp http;
    http.abort(http.start({.path = "/a"}));
    const auto done = http.take_completed();
    REQUIRE(done.size() == 1);
    CHECK(done[0].outcome == HttpOutcome::aborted);
}
