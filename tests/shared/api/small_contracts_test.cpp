#include <catch2/catch_test_macros.hpp>

#include <random>

#include "shared/api/problem.h"
#include "shared/api/session.h"
#include "shared/api/sync_cursor.h"
#include "shared/base/base64.h"

using namespace orderdeck::api;
using orderdeck::base::decode_base64url;
using orderdeck::base::encode_base64url;

TEST_CASE("base64url has one form for any bytes") {
    std::mt19937 random(3);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes;
        for (auto n = random() % 20; n > 0; --n)
            bytes += static_cast<char>(random() % 256);
        const std::string text = encode_base64url(bytes);
        REQUIRE(decode_base64url(text).value_or("?") == bytes);
    }
    CHECK(encode_base64url("\xFB\xFF") == "-_8");
    for (const char* text : {"-_9", "A", "AA==", "A+", "A\n", "AB"}) {
        INFO(text);
        CHECK_FALSE(decode_base64url(text));
    }
}

TEST_CASE("a cursor is read back as it was issued") {
    const SyncCursor cursor{1, "ab12", {{7, "0190-abc", 42}, {9, "e", 0}}};
    const auto again = decode_sync_cursor(encode_sync_cursor(cursor));
    REQUIRE(again);
    CHECK(*again == cursor);
}

TEST_CASE("a cursor that the server did not write is refused, whatever it is") {
    for (const char* plain :
         {"", "1", "1;", "x;s", "1;s;", "1;s;7", "1;s;7:e", "1;s;7:e:-1", "1;s;+7:e:1", "1;s;07:e:1",
          "1;s;7:e e:1", "1;s t", "99999999999;s", "1;s;7:e:99999999999999999999"}) {
        INFO(plain);
        CHECK_FALSE(decode_sync_cursor(encode_base64url(plain)));
    }
    CHECK_FALSE(decode_sync_cursor("%%%"));
    CHECK_FALSE(decode_sync_cursor(std::string(20'000, 'A')));
    const std::string valid = encode_sync_cursor({1, "ab12", {{7, "e", 42}}});
    std::mt19937 random(4);
    for (int i = 0; i < 5000; ++i) {
        std::string text = valid;
        text[random() % text.size()] = static_cast<char>(random() % 256);
        const auto decoded = decode_sync_cursor(text);
        if (decoded) REQUIRE(encode_sync_cursor(*decoded) == text);
    }
}

TEST_CASE("a problem tells the client what to do") {
    const Problem problem{.status = 409,
                          .code = "resync",
                          .title = "Replica is out of step",
                          .detail = "x\"y",
                          .resync = Resync::epoch,
                          .wipe = true};
    const auto again = decode_problem(encode_problem(problem));
    REQUIRE(again);
    CHECK(*again == problem);
    Problem bare;
    bare.status = 404;
    bare.code = "not_found";
    CHECK(*decode_problem(encode_problem(bare)) == bare);
    CHECK_FALSE(decode_problem(R"({"status":42,"code":"a","title":"b"})"));
    CHECK_FALSE(decode_problem("<html>"));
    CHECK_FALSE(decode_problem(R"({"status":404})"));
}

TEST_CASE("a session names the user, the customer and the token of the log-out form") {
    const SessionInfo session{.user_name = "林",
                              .email = "lin@example.org",
                              .language = "zh-CN",
                              .time_zone = "Asia/Shanghai",
                              .account_name = "Côte",
                              .csrf_token = "t0k",
                              .server_time = orderdeck::base::Timestamp::from_seconds(5)};
    const auto again = decode_session(encode_session(session));
    REQUIRE(again);
    CHECK(*again == session);
    CHECK(decode_session(R"({"user":{"name":1}})").error().where.empty()); // account is missing at the root
}
