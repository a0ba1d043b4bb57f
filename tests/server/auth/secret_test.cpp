#include "server/auth/secret.h"

#include "server/auth/throttle.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

namespace orderdeck::server::auth {

TEST_CASE("secrets are 43 characters of base64url and never the same") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string secret = new_secret();
        CHECK(is_secret_form(secret));
        CHECK(seen.insert(secret).second);
    }
    CHECK_FALSE(is_secret_form(""));
    CHECK_FALSE(is_secret_form(std::string(43, '=')));
    CHECK_FALSE(is_secret_form(std::string(44, 'a')));
}

TEST_CASE("the stored form is SHA-256") {
    // FIPS 180-2, example "abc".
    const SecretHash hash = hash_of_secret("abc");
    CHECK(hash[0] == std::byte{0xba});
    CHECK(hash[1] == std::byte{0x78});
    CHECK(hash[31] == std::byte{0xad});
}

TEST_CASE("a derived secret depends on secret and purpose, and empty secrets match nothing") {
    CHECK(derive_secret("a", "csrf") == derive_secret("a", "csrf"));
    CHECK(derive_secret("a", "csrf") != derive_secret("b", "csrf"));
    CHECK(derive_secret("a", "csrf") != derive_secret("a", "other"));
    CHECK(equal_secrets("same", "same"));
    CHECK_FALSE(equal_secrets("same", "sama"));
    CHECK_FALSE(equal_secrets("same", "same longer"));
    CHECK_FALSE(equal_secrets("", ""));
}

namespace {
base::Timestamp at(std::int64_t seconds) { return base::Timestamp::from_seconds(1'800'000'000 + seconds); }
} // namespace

TEST_CASE("the wait doubles after the free failures, stays below its bound and is never a lock") {
    const ThrottleRule rule{.free = 3, .longest = base::Duration::seconds(20)};
    const auto wait = [&](int failures, std::int64_t seconds) {
        return wait_of({.failures = failures, .last = at(0)}, rule, at(seconds)).count();
    };
    CHECK(wait(0, 0) == 0);
    CHECK(wait(2, 0) == 0);
    CHECK(wait(3, 0) == 1000);
    CHECK(wait(4, 0) == 2000);
    CHECK(wait(6, 3) == 5000);
    CHECK(wait(8, 0) == 20'000);
    CHECK(wait(1'000'000, 0) == 20'000);
    CHECK(wait(1'000'000, 20) == 0);
    CHECK(wait(1'000'000, 3600) == 0);
    CHECK(wait(8, -500) == 20'000);
}

TEST_CASE("addresses of one network share a count") {
    CHECK(network_of("203.0.113.7") == "203.0.113");
    CHECK(network_of("::ffff:203.0.113.7") == "203.0.113");
    CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2");
    CHECK(network_of("2001:db8:1:2:9:9:9:9") == network_of("2001:db8:1:2:3:4:5:6"));
    CHECK(network_of("") == "");
}

} // namespace orderdeck::server::auth
