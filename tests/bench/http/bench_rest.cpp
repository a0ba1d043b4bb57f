// First 20 of a customer's 1,000 and 10,000 orders by REST over 16 connections, and one order.
#include "tests/bench/http/load.h"
#include "tests/bench/http/portal_process.h"

#include <cstdio>
#include <vector>

namespace {

using namespace orderdeck::bench;
constexpr int kConnections = 16;
constexpr int kRounds = 3;
constexpr auto kRound = std::chrono::milliseconds(2000);

/// Vendure 3.7 on two cores of this kind: 138 and 66 requests/s, at best 231 MB.
struct Rival {
    double requests_per_second;
    double mib;
};

double rate_of(const PortalProcess& portal, const CustomerAccess& customer, const std::string& target) {
    const std::string request = portal.by_token(customer, target);
    std::vector<double> rates;
    for (int round = 0; round < kRounds; ++round)
        rates.push_back(run_load(portal.port(), request, 200, kConnections, kRound).requests_per_second);
    return median(rates);
}

void measure(int orders, Rival vendure) {
    const TemporaryFolder folder;
    const CustomerAccess customer =
        fill_store(folder.path(), {.customers = 1, .orders_each = orders}).front();
    const PortalProcess portal(folder.path());
    const double list = rate_of(portal, customer, "/api/v1/orders?limit=20");
    const double memory = portal.resident_mib();
    std::printf("{\"figure\": \"first 20 of %d orders by REST\", \"value\": %.0f, \"unit\": \"requests/s\", "
                "\"better\": \"more\"}\n",
                orders, list);
    std::printf("{\"figure\": \"first 20 of %d orders against Vendure\", \"value\": %.1f, \"unit\": "
                "\"times\", \"bar\": 40, \"aim\": 100, \"better\": \"more\"}\n",
                orders, list / vendure.requests_per_second);
    std::printf("{\"figure\": \"server memory while listing %d orders\", \"value\": %.1f, \"unit\": \"MiB\", "
                "\"bar\": %.1f, \"better\": \"less\"}\n",
                orders, memory, vendure.mib / 8);
    const std::string first = fetch(portal.port(), portal.by_token(customer, "/api/v1/orders?limit=1"));
    const std::string id = between(first, "{\"id\":\"", "\"");
    std::printf("{\"figure\": \"one of %d orders by REST\", \"value\": %.0f, \"unit\": \"requests/s\", "
                "\"better\": \"more\"}\n",
                orders, rate_of(portal, customer, "/api/v1/orders/" + id));
}

} // namespace

int main() {
    measure(1000, {.requests_per_second = 138, .mib = 231});
    measure(10'000, {.requests_per_second = 66, .mib = 231});
}
