#include "client/sync/synchroniser.h"
#include "shared/replica/search.h"
#include "tests/client/sync/fake_server.h"
#include "tests/client/sync/scripted_http.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using base::Duration;
using base::Timestamp;
using client::platform::HttpOutcome;
using client::sync::ReplicaStore;
using client::sync::Synchroniser;
using client::sync::SyncPhase;

namespace {

std::map<std::int64_t, std::string> held(ReplicaStore& store) {
    std::map<std::int64_t, std::string> numbers;
    auto rows = store.database()->query("SELECT id, number FROM sales_order");
    while (*rows->step())
        numbers[rows->int64(0)] = rows->string(1);
    return numbers;
}

/// The world does what it likes between an answer and the next question.
void disturb(std::mt19937& random, test::FakeServer& server) {
    for (auto writes = random() % 6; writes > 0; --writes)
        server.write_something();
    switch (random() % 60) {
    case 0: server.change_scope(); break;
    case 1: server.restore(); break;
    case 2: server.prune(); break;
    default: break;
    }
}

/// The answer as it arrives: sometimes not, sometimes cut, sometimes from somebody else.
client::platform::HttpResponse deliver(std::mt19937& random, test::FakeServer& server,
                                       test::ScriptedHttp& http) {
    std::string body;
    std::string etag;
    const auto& asked = http.asked();
    const std::string tag = asked.headers.empty() ? "" : asked.headers.front().value;
    const int status = server.answer(asked.path, tag, body, etag);
    switch (random() % 12) {
    case 0: return http.fail(HttpOutcome::unreachable);
    case 1: return http.fail(HttpOutcome::timed_out);
    case 2: return http.answer(status, body.substr(0, body.size() / 2), etag);
    case 3: return http.answer(random() % 2 == 0 ? 502 : 503);
    case 4: return http.answer(200, "<html>captive</html>");
    default: return http.answer(status, body, etag);
    }
}

} // namespace

TEST_CASE("whatever happens on the way, a client that is up to date has what the server shows it") {
    int times_up_to_date = 0;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        std::mt19937 random(seed);
        test::FakeServer server(seed);
        for (int i = 0; i < 80; ++i)
            server.write_something();
        ReplicaStore store = std::move(*ReplicaStore::create("model-sync"));
        test::ScriptedHttp http;
        Timestamp now = Timestamp::from_seconds(1'800'000'000);
        Synchroniser sync(http, store, seed, now);
        for (int step = 0; step < 300; ++step) {
            sync.update({now, true, true});
            if (!http.is_waiting()) {
                now = *sync.wake_at();
                continue;
            }
            const auto before = sync.status().as_of;
            const auto response = deliver(random, server, http);
            now = now + Duration::milliseconds(50);
            REQUIRE(sync.accept(response, now));
            if (sync.status().as_of != before) {
                ++times_up_to_date;
                INFO("seed " << seed << " step " << step);
                REQUIRE(held(store) == server.visible());
                const auto found =
                    replica::search_orders(*store.database(), "so-", replica::SearchExtent::all);
                REQUIRE(found->orders.size() == server.visible().size());
            }
            disturb(random, server);
        }
    }
    CHECK(times_up_to_date > 500);
}
