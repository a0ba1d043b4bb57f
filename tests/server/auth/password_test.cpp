#include "server/auth/password_hasher.h"
#include "server/auth/password_rules.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
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

TEST_CASE("passwords that are guessed first are refused, with the reason") {
    const std::vector<std::string> context = {"anna.schmidt@muster-werke.example", "anna", "schmidt",
                                              "muster"};
    const auto* password = GENERATE("short", "elevenchars", "password1234", "Password2026!", "P@ssw0rd!!!!",
                                    "aaaaaaaaaaaa", "abcabcabcabc", "123456789012", "qwertyuiop12",
                                    "abcdefghijkl", "administrator1", "schmidt12345", "AnnaSchmidt1",
                                    "muster-muster", "orderdeck2026", "correcthorsebatterystaple");
    CAPTURE(password);
    CHECK_FALSE(check_password(password, context).has_value());
}

TEST_CASE("long passwords of any characters are welcome") {
    for (const std::string password :
         {"nine green bottles", "correct horse battery staple 7", "十二个字符以上的中文密码好",
          "xkcd-936!xkcd", "only lower case letters", "78234091827364"}) {
        CAPTURE(password);
        CHECK(check_password(password, {}).has_value());
    }
    CHECK(check_password("p" + std::string(64, 'q') + "r" + std::string(62, 's'), {}).has_value());
    CHECK_FALSE(check_password(std::string(64, 'q') + "r" + std::string(64, 's'), {}).has_value());
    CHECK_FALSE(check_password("not utf-8 \xff\xff\xff\xff", {}).has_value());
}

} // namespace orderdeck::server::auth
