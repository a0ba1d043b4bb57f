#include "shared/api/problem.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <thread>

namespace orderdeck::test {
namespace {

using namespace std::chrono_literals;

constexpr auto kForm = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";

std::string host_line(const PortalFixture& fixture) {
    return "Host: 127.0.0.1:" + std::to_string(fixture.port()) + "\r\n";
}

std::string request_for(const PortalFixture& fixture, const std::string& target) {
    return "GET " + target + " HTTP/1.1\r\n" + host_line(fixture) + "\r\n";
}

void check_alive(PortalFixture& fixture) { CHECK(fixture.get("/healthz").body == "ok\n"); }

/// Files and sockets that this process, and so the server in it, holds open.
std::ptrdiff_t open_descriptors() {
    const std::filesystem::directory_iterator folder("/proc/self/fd");
    return std::distance(begin(folder), end(folder));
}

/// Whether the server gives up all connections but so many descriptors; it needs a moment for that.
bool returns_to(std::ptrdiff_t descriptors) {
    for (int i = 0; i < 200 && open_descriptors() > descriptors; ++i)
        std::this_thread::sleep_for(100ms);
    return open_descriptors() <= descriptors;
}

} // namespace

TEST_CASE("requests that are sent at once are answered one after the other") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    std::string requests;
    for (int i = 0; i < 100; ++i)
        requests += request_for(fixture, i % 2 == 0 ? "/healthz" : "/api/v1/session?" + std::string(70, 'x'));
    // The refusals end the connection, so only the first of them is answered.
    REQUIRE(connection.send(request_for(fixture, "/healthz") + request_for(fixture, "/login") + requests));
    CHECK(connection.receive().value().body == "ok\n");
    CHECK(connection.receive().value().status == 200);
    CHECK(connection.receive().value().body == "ok\n");
    CHECK(connection.receive().value().status == 401);
    CHECK_FALSE(connection.receive(false, 2s).has_value());
}

TEST_CASE("a hundred requests in one piece get a hundred answers") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    std::string requests;
    for (int i = 0; i < 100; ++i)
        requests += request_for(fixture, "/healthz?" + std::string(static_cast<std::size_t>(i), 'x'));
    REQUIRE(connection.send(requests));
    for (int i = 0; i < 100; ++i) {
        const auto response = connection.receive();
        REQUIRE(response.has_value());
        CHECK(response->status == 200);
    }
}

TEST_CASE("a body that nobody read is not taken for the next request") {
    PortalFixture fixture;
    const std::string hidden = request_for(fixture, "/healthz");
    RawConnection connection(fixture.port());
    REQUIRE(connection.send("POST /logout HTTP/1.1\r\n" + host_line(fixture) + kForm +
                            "Content-Length: " + std::to_string(hidden.size()) + "\r\n\r\n" + hidden));
    const auto redirect = connection.receive();
    REQUIRE(redirect.has_value());
    CHECK(redirect->status == 303);
    CHECK(redirect->header("Connection") == "close");
    CHECK_FALSE(connection.receive(false, 2s).has_value());
    check_alive(fixture);
}

TEST_CASE("a target of any length beyond the limit is answered with 414 as a problem") {
    PortalFixture fixture;
    const std::size_t length = GENERATE(8193U, 20'000U, 32'768U, 40'000U, 1'000'000U, 3'000'000U);
    CAPTURE(length);
    RawConnection connection(fixture.port());
    connection.send("GET /" + std::string(length, 'a') + " HTTP/1.1\r\n" + host_line(fixture) + "\r\n");
    const auto response = connection.receive();
    REQUIRE(response.has_value());
    CHECK(response->status == 414);
    CHECK(response->header("Content-Type") == "application/problem+json");
    CHECK(response->header("Content-Security-Policy").starts_with("default-src 'none'"));
    const auto problem = api::decode_problem(response->body);
    REQUIRE(problem.has_value());
    CHECK(problem->code == "uri_too_long");
    check_alive(fixture);
}

TEST_CASE("nonsense in the frame of a request is refused and harms nobody") {
    PortalFixture fixture;
    const std::string post = "POST /login HTTP/1.1\r\n" + host_line(fixture) + kForm;
    const std::string get = "GET /healthz HTTP/1.1\r\n" + host_line(fixture);
    const std::string nul(1, '\0');
    const std::vector<std::string> requests = {
        post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\na=b",
        post + "Content-Length: 3, 3\r\n\r\na=b",
        post + "Content-Length: +3\r\n\r\na=b",
        post + "Content-Length: 0x3\r\n\r\na=b",
        post + "Content-Length: 3\r\ncontent-length: 4\r\n\r\na=bc",
        post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
        post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: \tchunked\r\nContent-Length: 3\r\n\r\na=b",
        post + "Content-Length: 20\r\nX: " + std::string(40'000, 'a') + "\r\n\r\n",
        "GET /health" + nul + "z HTTP/1.1\r\n" + host_line(fixture) + "\r\n",
        "GET /healthz?" + nul + " HTTP/1.1\r\n" + host_line(fixture) + "\r\n",
        get + "X: a" + nul + "b\r\n\r\n",
        get + "X" + nul + ": a\r\n\r\n",
        get + "X : a\r\n\r\n",
        get + host_line(fixture) + "\r\n",
        std::string(100, '\0') + "\r\n\r\n",
        "\r\n\r\n\r\n\r\n"};
    for (const std::string& bytes : requests) {
        CAPTURE(bytes.substr(0, 400));
        RawConnection connection(fixture.port());
        connection.send(bytes);
        connection.end_sending();
        const auto response = connection.receive();
        CHECK((!response || response->status / 100 == 4));
        CHECK_FALSE(connection.receive(false, 5s).has_value());
        check_alive(fixture);
    }
}

TEST_CASE("who has sent a request and closed that half of the connection still gets the answer") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    connection.send(request_for(fixture, "/healthz"));
    connection.end_sending();
    const auto response = connection.receive();
    REQUIRE(response.has_value());
    CHECK(response->status == 200);
    CHECK(connection.is_closed_within(10s));
}

TEST_CASE("a body that comes one byte at a time is cut off") {
    PortalSetup setup;
    setup.listen.threads = 2;
    setup.listen.request_deadline = 1s;
    PortalFixture fixture(std::move(setup));
    std::vector<std::unique_ptr<RawConnection>> slow;
    const std::string head =
        "POST /login HTTP/1.1\r\n" + host_line(fixture) + kForm + "Content-Length: 1000\r\n\r\n";
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<RawConnection>(fixture.port()));
        slow.back()->send(head + "c");
    }
    for (const auto& connection : slow) {
        for (int i = 0; i < 100 && connection->send("s"); ++i)
            std::this_thread::sleep_for(50ms);
        CHECK(connection->is_closed_within(20s));
    }
    check_alive(fixture);
}

TEST_CASE("no connection is left behind, however its client left") {
    PortalFixture fixture;
    check_alive(fixture);
    REQUIRE(returns_to(open_descriptors()));
    const std::ptrdiff_t before = open_descriptors();
    const std::vector<std::string> beginnings = {"",
                                                 "G",
                                                 "GET /healthz HTTP/1.1\r\n",
                                                 request_for(fixture, "/healthz"),
                                                 request_for(fixture, "/login"),
                                                 "POST /login HTTP/1.1\r\n" + host_line(fixture) + kForm +
                                                     "Content-Length: 50\r\n\r\nabc",
                                                 "GET /" + std::string(40'000, 'a'),
                                                 "garbage\r\n\r\n"};
    for (std::size_t i = 0; i < 200; ++i) {
        RawConnection connection(fixture.port());
        connection.send(beginnings[i % beginnings.size()]);
        if (i % 3 == 0) connection.end_sending();
        if (i % 5 == 0) (void)connection.receive(false, 20ms);
    }
    CHECK(returns_to(before));
    check_alive(fixture);
}

} // namespace orderdeck::test
