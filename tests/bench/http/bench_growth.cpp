// What a customer's requests cost when OTHER customers have ten times as many orders: both stores served at once and asked
// in turns, so that both see the same machine.
#include "shared/api/sync_cursor.h"
#include "tests/bench/http/load.h"
#include "tests/bench/http/must.h"
#include "tests/bench/http/portal_process.h"
#include "tests/support/boot_path.h"

#include <cstdio>
#include <functional>

namespace {

using namespace orderdeck::bench;
constexpr int kConnections = 4;
constexpr int kRounds = 9;
constexpr auto kRound = std::chrono::milliseconds(400);
constexpr int kOrdersEach = 1000;
constexpr int kFewCustomers = 11;   ///< ours and 10,000 orders of others
constexpr int kManyCustomers = 101; ///< ours and 100,000

/// One store with its server; ours is neither the first nor the last customer in it.
struct Side {
    explicit Side(int customers)
        : access(fill_store(folder.path(), {.customers = customers, .orders_each = kOrdersEach})),
          portal(folder.path()) {}
    const CustomerAccess& ours() const { return access[access.size() / 2]; }
    std::string ask(const std::string& request) const { return fetch(portal.port(), request); }

    TemporaryFolder folder;
    std::vector<CustomerAccess> access;
    PortalProcess portal;
};

std::string list_request(const Side& side) {
    return side.portal.by_token(side.ours(), "/api/v1/orders?limit=20");
}

std::string order_request(const Side& side) {
    const std::string first = side.ask(side.portal.by_token(side.ours(), "/api/v1/orders?limit=1"));
    return side.portal.by_token(side.ours(), "/api/v1/orders/" + between(first, "{\"id\":\"", "\""));
}

std::string search_request(const Side& side) {
    return side.portal.by_token(side.ours(), "/api/v1/orders?limit=20&q=100500");
}

std::string boot_request(const Side& side) {
    return side.portal.by_session(side.ours(), orderdeck::test::boot_path("&limit=1000"));
}

std::string cursor_of(const Side& side) {
    return between(side.ask(boot_request(side)), "\"cursor\":\"", "\"");
}

std::string poll_request(const Side& side) {
    const std::string target = "/api/v1/sync/pull?c=" + cursor_of(side);
    const std::string etag = between(side.ask(side.portal.by_session(side.ours(), target)), "ETag: ", "\r\n");
    return side.portal.by_session(side.ours(), target, "If-None-Match: " + etag + "\r\n");
}

/// The pull of a client that missed the last 240 changes, which is 20 orders.
std::string pull_request(const Side& side) {
    auto cursor = must(orderdeck::api::decode_sync_cursor(cursor_of(side)));
    cursor.feeds.front().seq -= 240;
    return side.portal.by_session(side.ours(),
                                  "/api/v1/sync/pull?c=" + orderdeck::api::encode_sync_cursor(cursor));
}

double microseconds(const Side& side, const std::string& request, int status) {
    const auto result = run_load(side.portal.port(), request, status, kConnections, kRound);
    return kConnections * 1e6 / result.requests_per_second;
}

void compare(const Side& few, const Side& many, const char* what, int status,
             const std::function<std::string(const Side&)>& request) {
    const std::string at_few = request(few);
    const std::string at_many = request(many);
    std::vector<double> ratios;
    std::vector<double> costs;
    for (int round = 0; round < kRounds; ++round) {
        const double base = microseconds(few, at_few, status);
        costs.push_back(microseconds(many, at_many, status));
        ratios.push_back(costs.back() / base);
    }
    std::printf("{\"figure\": \"%s, 100,000 orders of others\", \"value\": %.0f, \"unit\": \"us\"}\n", what,
                median(costs));
    std::printf("{\"figure\": \"%s, cost at 10x orders of others\", \"value\": %.2f, \"unit\": \"times\", "
                "\"bar\": 1.1, \"aim\": 1.0}\n",
                what, median(ratios));
    std::fflush(stdout);
}

} // namespace

int main() {
    const Side few(kFewCustomers);
    const Side many(kManyCustomers);
    compare(few, many, "REST: first 20 of 1,000 orders", 200, list_request);
    compare(few, many, "REST: search over 1,000 orders", 200, search_request);
    compare(few, many, "REST: one order", 200, order_request);
    compare(few, many, "sync: poll (304)", 304, poll_request);
    compare(few, many, "sync: pull of 20 changed orders", 200, pull_request);
    compare(few, many, "sync: boot page of 1,000 rows", 200, boot_request);
}
