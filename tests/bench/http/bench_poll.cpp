// A poll without news (304) through the whole portal, against a hello-world of the same cpp-httplib, in turns.
#include "tests/bench/http/load.h"
#include "tests/bench/http/portal_process.h"
#include "tests/support/boot_path.h"

#include <cstdio>
#include <httplib.h>
#include <vector>

namespace {

using namespace orderdeck::bench;
constexpr int kConnections = 16;
constexpr int kRounds = 5;
constexpr auto kRound = std::chrono::milliseconds(1500);

void serve_hello(const std::function<void(const std::string&)>& ready) {
    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(64); };
    server.set_keep_alive_max_count(1'000'000);
    server.set_tcp_nodelay(true);
    server.Get("/", [](const httplib::Request&, httplib::Response& response) {
        response.set_content("hello", "text/plain");
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::thread listener([&] { server.listen_after_bind(); });
    server.wait_until_ready();
    ready(std::to_string(port));
    server.stop();
    listener.join();
}

/// The poll of a client that has everything: cursor from a boot, entity tag from a first pull.
std::string poll_request(const PortalProcess& portal, const CustomerAccess& customer) {
    const std::string boot =
        fetch(portal.port(), portal.by_session(customer, orderdeck::test::boot_path("&limit=1")));
    const std::string target = "/api/v1/sync/pull?c=" + between(boot, "\"cursor\":\"", "\"");
    const std::string etag =
        between(fetch(portal.port(), portal.by_session(customer, target)), "ETag: ", "\r\n");
    return portal.by_session(customer, target, "If-None-Match: " + etag + "\r\n");
}

} // namespace

int main() {
    const ServerProcess hello(serve_hello);
    const TemporaryFolder folder;
    const auto customers = fill_store(folder.path(), {.customers = 1, .orders_each = 1000});
    const PortalProcess portal(folder.path());
    const int hello_port = std::atoi(hello.line().c_str());
    const std::string hello_request = get_request(hello_port, "/", "");
    const std::string poll = poll_request(portal, customers.front());
    std::vector<double> hello_rates;
    std::vector<double> poll_rates;
    std::vector<double> p99;
    for (int round = 0; round < kRounds; ++round) {
        hello_rates.push_back(
            run_load(hello_port, hello_request, 200, kConnections, kRound).requests_per_second);
        const LoadResult result = run_load(portal.port(), poll, 304, kConnections, kRound);
        poll_rates.push_back(result.requests_per_second);
        p99.push_back(result.p99_ms);
    }
    std::printf("{\"figure\": \"conditional poll (304), 16 connections\", \"value\": %.0f, \"unit\": "
                "\"requests/s\", \"better\": \"more\"}\n",
                median(poll_rates));
    std::printf("{\"figure\": \"hello-world of the same cpp-httplib\", \"value\": %.0f, \"unit\": "
                "\"requests/s\", \"better\": \"more\"}\n",
                median(hello_rates));
    std::printf("{\"figure\": \"conditional poll against hello-world\", \"value\": %.2f, \"unit\": "
                "\"ratio\", \"bar\": 0.6, \"aim\": 0.85, \"better\": \"more\"}\n",
                median(poll_rates) / median(hello_rates));
    std::printf("{\"figure\": \"conditional poll, 99th percentile\", \"value\": %.2f, \"unit\": \"ms\", "
                "\"better\": \"less\"}\n",
                median(p99));
}
