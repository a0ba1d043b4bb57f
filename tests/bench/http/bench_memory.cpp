// Resident memory of the server over a store of 1,000,000 orders (of 20,000 without --full) while 32 customers list, open,
// search, boot and poll; nobody logs in.
#include "tests/bench/http/load.h"
#include "tests/bench/http/portal_process.h"
#include "tests/support/boot_path.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <thread>

namespace {

using namespace orderdeck::bench;
constexpr int kOrdersEach = 500;
constexpr int kRounds = 6;
constexpr auto kRound = std::chrono::milliseconds(500);

/// Everything that one customer's people and programs ask for, one after the other.
void ask_as(const PortalProcess& portal, const CustomerAccess& customer) {
    const std::string first = fetch(portal.port(), portal.by_token(customer, "/api/v1/orders?limit=1"));
    const std::string order = "/api/v1/orders/" + between(first, "{\"id\":\"", "\"");
    const std::string boot = orderdeck::test::boot_path();
    const std::string cursor =
        between(fetch(portal.port(), portal.by_session(customer, boot)), "\"cursor\":\"", "\"");
    const std::string pull = "/api/v1/sync/pull?c=" + cursor;
    for (const std::string& request :
         {portal.by_token(customer, "/api/v1/orders?limit=20"), portal.by_token(customer, order),
          portal.by_token(customer, "/api/v1/orders?limit=20&q=100500"), portal.by_session(customer, boot),
          portal.by_session(customer, pull)})
        run_load(portal.port(), request, 200, 1,
                 kRound); // two boots each would be more than the server takes at once
}

double peak_while_asked(const PortalProcess& portal, const std::vector<CustomerAccess>& customers) {
    double peak = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<std::thread> clients;
        for (const CustomerAccess& customer : customers)
            clients.emplace_back([&] { ask_as(portal, customer); });
        for (std::thread& client : clients) {
            client.join();
            peak = std::max(peak, portal.resident_mib());
        }
    }
    return peak;
}

void print(const char* what, int orders, double mib, const char* goal) {
    std::printf("{\"figure\": \"server memory over %d orders, %s\", \"value\": %.1f, \"unit\": \"MiB\", %s"
                "\"better\": \"less\"}\n",
                orders, what, mib, goal);
}

} // namespace

int main(int argc, char** argv) {
    const bool full = argc > 1 && std::string_view(argv[1]) == "--full";
    const StoreSize size{.customers = full ? 2000 : 40, .orders_each = kOrdersEach};
    const int orders = size.customers * size.orders_each;
    const TemporaryFolder folder;
    const auto customers = fill_store(folder.path(), size);
    const PortalProcess portal(folder.path());
    print("just started", orders, portal.resident_mib(), "");
    const double peak = peak_while_asked(portal, customers);
    // The bar is for the million; a small store only shows that the bench works.
    print("steady, 32 customers at work", orders, peak, full ? "\"bar\": 150, \"aim\": 64, " : "");
    std::fprintf(stderr, "store: %.0f MiB\n",
                 static_cast<double>(std::filesystem::file_size(folder.path() / "orderdeck.db")) / 1048576);
}
