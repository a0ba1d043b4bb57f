#include "server/http/url.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace orderdeck::server::http {

using Segments = std::vector<std::string>;

TEST_CASE("a target is split before it is decoded, so an encoded slash never separates") {
    const auto target = Target::parse("/a%2Fb/c?x=1+2&y=%E4%B8%AD");
    REQUIRE(target.has_value());
    CHECK(target->segments == Segments{"a/b", "c"});
    CHECK(target->query.value("x") == "1 2");
    CHECK(target->query.value("y") == "中");
    CHECK(target->query.find("z") == std::nullopt);
}

TEST_CASE("a target that tries to climb, hide bytes or break the encoding is refused") {
    const auto* text =
        GENERATE("", "a", "*", "http://x/", "//", "/a//b", "/a/", "/..", "/a/../b", "/%2e%2e/b", "/%2E",
                 "/a%00b", "/a%0d%0ab", "/%", "/%zz", "/%c3%28", "/a?x=%", "/a?x=%00");
    CAPTURE(text);
    CHECK_FALSE(Target::parse(text).has_value());
}

TEST_CASE("percent encoding and decoding are inverse for every text") {
    for (const std::string text : {"", "plain", "a b&c=d/e?f#g%h+i", "订单", "~-._"}) {
        CHECK(percent_decode(percent_encode(text)).value() == text);
    }
}

TEST_CASE("what may not stand in a URI is escaped, and what is an escape already is left alone") {
    CHECK(to_uri("/orders?q=a%20b&x=(1)") == "/orders?q=a%20b&x=(1)");
    CHECK(to_uri("/订") == "/%E8%AE%A2");
    CHECK(to_uri("/a b\"<>\\^`{|}\x7f") == "/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%7F");
    CHECK(to_uri("/50%") == "/50%25");
    CHECK(to_uri("/%zz%4") == "/%25zz%254");
}

TEST_CASE("a canonical target has no empty segments, and its query is kept") {
    CHECK(canonical_target("/") == "/");
    CHECK(canonical_target("///") == "/");
    CHECK(canonical_target("//a///b/?x=//y/") == "/a/b?x=//y/");
    CHECK(canonical_target("/a%2F/b") == "/a%2F/b");
}

TEST_CASE("only paths of this origin are taken as the place to go after logging in") {
    for (const auto* path : {"/", "/orders?x=1", "/orders/17"})
        CHECK(is_same_origin_path(path));
    for (const auto* path :
         {"", "orders", "//evil.example", "/\\evil.example", "https://evil.example", "/a\\b", "/a\nb"}) {
        CAPTURE(path);
        CHECK_FALSE(is_same_origin_path(path));
    }
}

TEST_CASE("an origin is written as browsers send it") {
    CHECK(Origin::parse("https://Portal.Example/").value().to_string() == "https://portal.example");
    CHECK(Origin::parse("https://portal.example:8443").value().to_string() == "https://portal.example:8443");
    CHECK(Origin::parse("http://[::1]:8080").value().to_string() == "http://[::1]:8080");
    CHECK(Origin::parse("http://portal.example:80").value().to_string() == "http://portal.example");
    for (const auto* text :
         {"portal.example", "ftp://x", "https://", "https://x/path", "https://x:port", "https://a b"}) {
        CAPTURE(text);
        CHECK_FALSE(Origin::parse(text).has_value());
    }
}

TEST_CASE("loopback names are told from names that only look like them") {
    for (const auto* host : {"localhost", "127.0.0.1", "127.9.9.9", "[::1]"})
        CHECK(is_loopback_host(host));
    for (const auto* host : {"", "127.evil.example", "localhost.evil.example", "10.0.0.1", "[::2]"})
        CHECK_FALSE(is_loopback_host(host));
}

TEST_CASE("a query with too many parameters is refused") {
    std::string query = "a=1";
    for (int i = 0; i < 200; ++i)
        query += "&a=1";
    CHECK_FALSE(Parameters::parse(query).has_value());
}

} // namespace orderdeck::server::http
