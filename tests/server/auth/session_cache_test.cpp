#include "server/auth/session_cache.h"

#include "server/auth/authenticator.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::server::auth {
namespace {

const base::Timestamp kNow = base::Timestamp::from_seconds(1'795'000'000);

/// Sessions of people, with a right to see something as only the authenticator can give it.
struct Sessions : test::PortalFixture {
    Principal someone = Authenticator(store())
                            .by_bearer(add_token(add_account("muster", "Muster-Werke"), "erp"), now())
                            .value();

    CachedSession of(std::int64_t user) const {
        CachedSession session{.principal = someone, .created_at = kNow, .seen_at = kNow, .read_at = kNow};
        session.principal.user = domain::UserId(user);
        return session;
    }
};

} // namespace

TEST_CASE("a session is known for a second and no longer") {
    const Sessions sessions;
    SessionCache cache;
    const SecretHash hash = hash_of_secret("a");
    cache.put(hash, sessions.of(1), cache.removals());
    CHECK(cache.find(hash, kNow));
    CHECK(cache.find(hash, kNow + base::Duration::milliseconds(999)));
    CHECK_FALSE(cache.find(hash, kNow + base::Duration::seconds(1)));
}

TEST_CASE("a session that was read before something ended is not kept") {
    const Sessions sessions;
    SessionCache cache;
    const SecretHash hash = hash_of_secret("a");
    const std::uint64_t before = cache.removals();
    cache.remove_all_of(domain::UserId(1));
    cache.put(hash, sessions.of(1), before);
    CHECK_FALSE(cache.find(hash, kNow));

    const std::uint64_t before_log_out = cache.removals();
    cache.remove(hash);
    cache.put(hash, sessions.of(1), before_log_out);
    CHECK_FALSE(cache.find(hash, kNow));
    cache.put(hash, sessions.of(1), cache.removals());
    CHECK(cache.find(hash, kNow));
}

TEST_CASE("a person's sessions are taken out together, and nobody else's") {
    const Sessions sessions;
    SessionCache cache;
    for (const char* secret : {"a", "b"})
        cache.put(hash_of_secret(secret), sessions.of(1), cache.removals());
    cache.put(hash_of_secret("c"), sessions.of(2), cache.removals());
    cache.remove_all_of(domain::UserId(1));
    CHECK_FALSE(cache.find(hash_of_secret("a"), kNow));
    CHECK_FALSE(cache.find(hash_of_secret("b"), kNow));
    CHECK(cache.find(hash_of_secret("c"), kNow));
}

} // namespace orderdeck::server::auth
