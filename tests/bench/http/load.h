#pragma once

#include <chrono>
#include <string>

namespace orderdeck::bench {

/// What a run of many clients came to.
struct LoadResult {
    double requests_per_second = 0;
    double p99_ms = 0;
};

/// Sends the same request over and over on `connections` kept connections to loopback, each waiting for its answer before
/// it asks again. An answer with another status ends the program: a bench of failures is worth nothing.
LoadResult run_load(int port, const std::string& request, int expected_status, int connections,
                    std::chrono::milliseconds duration);

/// "GET <target> HTTP/1.1" with Host and the given further header lines, each ending with CRLF.
std::string get_request(int port, const std::string& target, const std::string& header_lines);

/// One request on a connection of its own; head and body as they came.
std::string fetch(int port, const std::string& request);

} // namespace orderdeck::bench
