#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <thread>

namespace orderdeck::test {
namespace {

using namespace std::chrono_literals;

std::string host_line(const PortalFixture& fixture) {
    return "Host: 127.0.0.1:" + std::to_string(fixture.port()) + "\r\n";
}

/// Sends raw bytes on a connection of their own and returns the status, 0 when the server just closes.
int status_of(int port, std::string_view bytes) {
    RawConnection connection(port);
    connection.send(bytes);
    const auto response = connection.receive(false, 30s);
    return response ? response->status : 0;
}

void check_alive(PortalFixture& fixture) { CHECK(fixture.get("/healthz").body == "ok\n"); }

} // namespace

TEST_CASE("a chunked body of 40 MB is refused long before it is through") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    REQUIRE(connection.send(
        "POST /login HTTP/1.1\r\n" + host_line(fixture) +
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"));
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
    std::size_t sent = 0;
    while (sent < 40'000'000 && connection.send(chunk))
        sent += chunk.size();
    CHECK(sent < 40'000'000);
    check_alive(fixture);
}

TEST_CASE("a transfer coding is refused with the reason") {
    PortalFixture fixture;
    CHECK(status_of(fixture.port(), "POST /login HTTP/1.1\r\n" + host_line(fixture) +
                                        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n") == 400);
    CHECK(status_of(fixture.port(), "POST /login HTTP/1.1\r\n" + host_line(fixture) +
                                        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") ==
          400);
    check_alive(fixture);
}

TEST_CASE("a body larger than the limit is refused by its announced length") {
    PortalFixture fixture;
    CHECK(status_of(fixture.port(), "POST /login HTTP/1.1\r\n" + host_line(fixture) +
                                        "Content-Type: application/x-www-form-urlencoded\r\n"
                                        "Content-Length: 1048577\r\n\r\nabc") == 413);
    CHECK(status_of(fixture.port(), "POST /login HTTP/1.1\r\n" + host_line(fixture) +
                                        "Content-Length: 99999999999999999999\r\n\r\n") == 400);
    CHECK(status_of(fixture.port(),
                    "POST /login HTTP/1.1\r\n" + host_line(fixture) + "Content-Length: -1\r\n\r\n") == 400);
    CHECK(status_of(fixture.port(), "POST /login HTTP/1.1\r\n" + host_line(fixture) +
                                        "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd") == 400);
    check_alive(fixture);
}

TEST_CASE("a GET with a body is refused, so no second request can hide in it") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    const std::string hidden = "GET /healthz HTTP/1.1\r\n" + host_line(fixture) + "\r\n";
    connection.send("GET /healthz HTTP/1.1\r\n" + host_line(fixture) +
                    "Content-Length: " + std::to_string(hidden.size()) + "\r\n\r\n" + hidden);
    const auto first = connection.receive();
    REQUIRE(first.has_value());
    CHECK(first->status == 400);
    CHECK_FALSE(connection.receive(false, 2s).has_value());
}

TEST_CASE("compressed bodies and foreign media types are not read") {
    PortalFixture fixture;
    const auto status = [&](std::vector<std::pair<std::string, std::string>> headers) {
        headers.emplace_back("Sec-Fetch-Site", "same-origin");
        return request(fixture.port(),
                       {.method = "POST", .target = "/login", .headers = std::move(headers), .body = "a=b"})
            .status;
    };
    CHECK(status({{"Content-Encoding", "gzip"}, {"Content-Type", "application/x-www-form-urlencoded"}}) ==
          415);
    CHECK(status({{"Content-Type", "application/json"}}) == 415);
    CHECK(status({{"Content-Type", "multipart/form-data; boundary=x"}}) == 415);
    CHECK(status({{"Content-Type", "text/plain"}}) == 415);
    CHECK(status({}) == 415);
    check_alive(fixture);
}

TEST_CASE("huge and countless headers are refused") {
    PortalFixture fixture;
    const std::string begin = "GET /healthz HTTP/1.1\r\n" + host_line(fixture);
    CHECK(status_of(fixture.port(), begin + "X: " + std::string(9000, 'a') + "\r\n\r\n") == 400);
    std::string many = begin;
    for (int i = 0; i < 200; ++i)
        many += "X-" + std::to_string(i) + ": a\r\n";
    CHECK(status_of(fixture.port(), many + "\r\n") == 400);
    CHECK(status_of(fixture.port(),
                    "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n" + host_line(fixture) + "\r\n") == 414);
    check_alive(fixture);
}

TEST_CASE("bytes that are no HTTP are answered with 400 or a closed connection") {
    PortalFixture fixture;
    const std::string bytes =
        GENERATE(as<std::string>{}, "garbage\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\r\n\r\n",
                 "GET / HTTP/9.9\r\n\r\n", "GET\r\n\r\n", "FROB / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                 "GET / HTTP/1.1\r\nNo colon\r\n\r\n", "GET / HTTP/1.1\r\n: empty\r\n\r\n",
                 "GET /healthz HTTP/1.1\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                 "GET //healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                 "GET /../healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CAPTURE(bytes);
    const int status = status_of(fixture.port(), bytes);
    CHECK((status == 400 || status == 0));
    check_alive(fixture);
}

TEST_CASE("a host name that is not ours gets nothing, so a name pointed at loopback reads nothing") {
    PortalFixture fixture;
    CHECK(fixture.get("/healthz", {{"Host", "evil.example"}}).status == 421);
    CHECK(fixture.get("/healthz", {{"Host", "localhost:" + std::to_string(fixture.port())}}).status == 200);
}

TEST_CASE("a refusal by the library itself carries the security headers too") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    connection.send("garbage\r\n\r\n");
    const auto response = connection.receive();
    REQUIRE(response.has_value());
    CHECK(response->header("Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK(response->header("Content-Type") == "application/problem+json");
}

TEST_CASE("eight idle clients do not keep the ninth waiting when there are only eight threads") {
    PortalSetup setup;
    setup.listen.threads = 8;
    setup.listen.idle_timeout = 600s;
    PortalFixture fixture(std::move(setup));
    std::vector<std::unique_ptr<RawConnection>> idle;
    for (int i = 0; i < 8; ++i) {
        idle.push_back(std::make_unique<RawConnection>(fixture.port()));
        REQUIRE(idle.back()->exchange({.method = "GET", .target = "/healthz"}).has_value());
    }
    // With an idle time of ten minutes only making room can answer this one.
    RawConnection ninth(fixture.port());
    const auto response = ninth.exchange({.method = "GET", .target = "/healthz"});
    REQUIRE(response.has_value());
    CHECK(response->status == 200);
}

TEST_CASE("a sender of one byte at a time is cut off and does not stop others") {
    PortalSetup setup;
    setup.listen.threads = 2;
    setup.listen.request_deadline = 1s;
    PortalFixture fixture(std::move(setup));
    std::vector<std::unique_ptr<RawConnection>> slow;
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<RawConnection>(fixture.port()));
        slow.back()->send("GET /hea");
    }
    check_alive(fixture);
    for (const auto& connection : slow)
        CHECK(connection->is_closed_within(20s));
}

TEST_CASE("beyond the line of waiting connections a client is told that the server is busy") {
    PortalSetup setup;
    setup.listen.threads = 1;
    setup.listen.queued_connections = 1;
    setup.listen.request_deadline = 20s;
    PortalFixture fixture(std::move(setup));
    RawConnection working(fixture.port());
    working.send("GET /hea"); // holds the only thread
    std::vector<std::unique_ptr<RawConnection>> others;
    int busy = 0;
    for (int i = 0; i < 20; ++i) {
        others.push_back(std::make_unique<RawConnection>(fixture.port()));
        others.back()->send("GET /healthz HTTP/1.1\r\n" + host_line(fixture) + "\r\n");
        const auto response = others.back()->receive(false, i < 3 ? 200ms : 5000ms);
        if (!response) continue;
        CHECK(response->status == 503);
        CHECK(response->header("Retry-After") == "2");
        ++busy;
    }
    CHECK(busy > 0);
    CHECK(fixture.log().find("(shed) 503") != std::string::npos);
}

TEST_CASE("stopping answers what runs, refuses newcomers and says so beforehand") {
    PortalFixture fixture;
    CHECK(fixture.get("/readyz").status == 200);
    fixture.portal().begin_draining();
    CHECK(fixture.get("/readyz").status == 503);
    CHECK(fixture.get("/healthz").status == 200);
    RawConnection open(fixture.port());
    REQUIRE(open.exchange({.method = "GET", .target = "/healthz"}).has_value());
    fixture.portal().stop();
    CHECK(open.is_closed_within(10s));
    CHECK_THROWS(RawConnection(fixture.port()));
}

TEST_CASE("two servers cannot listen on the same port") {
    PortalFixture fixture;
    PortalSetup setup;
    setup.listen.port = fixture.port();
    TemporaryFolder folder;
    const auto second = server::http::socket::HttpServer::start(fixture.portal().application(), setup.listen);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == base::ErrorCode::io);
}

} // namespace orderdeck::test
