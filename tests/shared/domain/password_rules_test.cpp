#include "shared/domain/password_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace orderdeck::domain {

using Words = std::vector<std::string>;

TEST_CASE("passwords that are guessed first are refused") {
    const Words words = {"anna.schmidt@muster-werke.example", "anna", "schmidt", "muster"};
    const auto* password = GENERATE("short", "elevenchars", "password1234", "Password2026!", "P@ssw0rd!!!!",
                                    "aaaaaaaaaaaa", "abcabcabcabc", "123456789012", "qwertyuiop12",
                                    "abcdefghijkl", "administrator1", "schmidt12345", "AnnaSchmidt1",
                                    "muster-muster", "orderdeck2026", "correcthorsebatterystaple");
    CAPTURE(password);
    CHECK(password_fault(password, words));
}

TEST_CASE("long passwords of any characters are welcome") {
    for (const std::string password :
         {"nine green bottles", "correct horse battery staple 7", "十二个字符以上的中文密码好",
          "xkcd-936!xkcd", "only lower case letters", "78234091827364"}) {
        CAPTURE(password);
        CHECK_FALSE(password_fault(password, {}));
    }
    CHECK_FALSE(password_fault("p" + std::string(64, 'q') + "r" + std::string(62, 's'), {}));
    CHECK(password_fault(std::string(64, 'q') + "r" + std::string(64, 's'), {}) == PasswordFault::too_long);
}

TEST_CASE("a refused password has the reason that helps to find another one") {
    CHECK(password_fault("not utf-8 \xff\xff\xff\xff", {}) == PasswordFault::not_text);
    CHECK(password_fault("", {}) == PasswordFault::too_short);
    CHECK(password_fault("十一个字符的中文密码好", {}) == PasswordFault::too_short);
    CHECK(password_fault("correcthorsebatterystaple", {}) == PasswordFault::well_known);
    CHECK(password_fault("AnnaSchmidt1", Words{"anna", "schmidt"}) == PasswordFault::own_words);
    CHECK(password_fault("nine green bottles", {}, "nine green bottles") == PasswordFault::same_as_before);
    CHECK_FALSE(password_fault("nine green bottles", {}, "nine red bottles"));
}

TEST_CASE("a password made of address, name or account is refused for the person whose they are") {
    const Words words =
        words_around("lin.mei@harbour.example", "Mei Lindqvist", Words{"Harbour Works", "C-2041"});
    for (const char* password :
         {"lin.mei@harbour.example", "lin.mei2026!", "Mei Lindqvist 1", "HARBOUR WORKS 1"}) {
        CAPTURE(password);
        CHECK(password_fault(password, words) == PasswordFault::own_words);
        CHECK_FALSE(password_fault(std::string(password) + " with more of its own", words));
    }
    CHECK_FALSE(password_fault("Mei Lindqvist 1", words_around("a@b.example", "Anna", {})));
}

TEST_CASE("a short word inside a longer one hides nothing, whatever their order") {
    for (const Words& words : {Words{"anna", "Anna Schmidt"}, Words{"Anna Schmidt", "anna"}})
        CHECK(password_fault("anna schmidt 1", words) == PasswordFault::own_words);
    CHECK(password_fault("AnnaSchmidt1", words_around("a.s@b.example", "Anna Schmidt", {})) ==
          PasswordFault::own_words);
}

TEST_CASE("every fault of a password has a name of its own") {
    for (int value = 0; value < kPasswordFaultCount; ++value) {
        const auto fault = static_cast<PasswordFault>(value);
        CHECK_FALSE(name_of(fault).empty());
        CHECK(password_fault_from(name_of(fault)) == fault);
    }
    CHECK_FALSE(password_fault_from("weak"));
}

} // namespace orderdeck::domain
