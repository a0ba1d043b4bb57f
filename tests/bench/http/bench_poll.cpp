// A poll without news (304) through the whole portal, against a hello-world of the same cpp-httplib, in turns.
#include "tests/bench/http/load.h"
#include "tests/bench/http/portal_process.h"
#include "tests/bench/http/server_process.h"

#include <algorithm>
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

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t from = text.find(begin);
    if (from == std::string::npos) std::exit(1);
    return text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size());
}

/// The poll of a client that has everything: cursor from a boot, entity tag from a first pull.
std::string poll_request(const PortalAccess& access) {
    const std::string cookie = "Cookie: s=" + access.session + "\r\n";
    const std::string boot =
        fetch(access.port, get_request(access.port, "/api/v1/sync/boot?schema=1&limit=1", cookie));
    const std::string target = "/api/v1/sync/pull?c=" + between(boot, "\"cursor\":\"", "\"");
    const std::string etag =
        between(fetch(access.port, get_request(access.port, target, cookie)), "ETag: ", "\r\n");
    return get_request(access.port, target, cookie + "If-None-Match: " + etag + "\r\n");
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main() {
    const ServerProcess hello(serve_hello);
    const ServerProcess portal([](const auto& ready) { serve_portal(1000, ready); });
    const int hello_port = std::atoi(hello.line().c_str());
    const PortalAccess access = parse_access(portal.line());
    const std::string hello_request = get_request(hello_port, "/", "");
    const std::string poll = poll_request(access);
    std::vector<double> hello_rates;
    std::vector<double> poll_rates;
    std::vector<double> p99;
    for (int round = 0; round < kRounds; ++round) {
        hello_rates.push_back(
            run_load(hello_port, hello_request, 200, kConnections, kRound).requests_per_second);
        const LoadResult result = run_load(access.port, poll, 304, kConnections, kRound);
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
