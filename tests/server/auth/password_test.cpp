#include "server/auth/password_hasher.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

namespace orderdeck::server::auth {

TEST_CASE("a password is checked against its hash and no other") {
    PasswordHasher hasher(HashCost::minimum());
    const std::string hash = hasher.hash("nine green bottles").value();
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hasher.verify(hash, "nine green bottles").value());
    CHECK_FALSE(hasher.verify(hash, "nine green bottle").value());
    CHECK_FALSE(hasher.verify("not a hash", "nine green bottles").value());
    CHECK_FALSE(hasher.verify(hash, {}).value());
    CHECK_FALSE(hasher.verify_nobody({}).value());
    CHECK_FALSE(hasher.verify_nobody("nine green bottles").value());
    CHECK(hasher.hash("nine green bottles").value() != hash);
}

TEST_CASE("a hash of another cost is to be renewed") {
    PasswordHasher cheap(HashCost::minimum());
    const std::string hash = cheap.hash("nine green bottles").value();
    CHECK_FALSE(cheap.needs_rehash(hash));
    const HashCost minimum = HashCost::minimum();
    CHECK(PasswordHasher({minimum.passes + 1, minimum.memory_bytes}).needs_rehash(hash));
}

TEST_CASE("the cost for people is two passes over 64 MiB") {
    CHECK(HashCost::interactive().passes == 2);
    CHECK(HashCost::interactive().memory_bytes == 64 * 1024 * 1024);
}

TEST_CASE("a fifth log-in at the same time is told to come back instead of waiting without end") {
    PasswordHasher hasher(HashCost{8, std::size_t{64} * 1024 * 1024}, std::chrono::milliseconds(0));
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    threads.reserve(12);
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&] {
            const auto hash = hasher.hash("nine green bottles");
            if (!hash && hash.error().code == base::ErrorCode::unavailable) ++refused;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(refused > 0);
    CHECK(refused <= 8);
}

} // namespace orderdeck::server::auth
