#include "shared/base/timestamp.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using orderdeck::base::Duration;
using orderdeck::base::OffsetTimestamp;
using orderdeck::base::Timestamp;

TEST_CASE("an instant with an offset is the same as its UTC form") {
    const auto utc = Timestamp::parse("2026-11-22T10:00:00Z");
    REQUIRE(utc);
    CHECK(utc->milliseconds() == 1795341600000);
    for (const char* text : {"2026-11-22T18:00:00+08:00", "2026-11-22T18:00+0800", "2026-11-22 10:00:00.000Z",
                             "2026-11-22t10:00:00z", "2026-11-22T04:30:00-05:30"}) {
        INFO(text);
        const auto same = Timestamp::parse(text);
        REQUIRE(same);
        CHECK(*same == *utc);
    }
}

TEST_CASE("the offset of the recording clock is kept beside the instant") {
    const auto scan = OffsetTimestamp::parse("2026-11-22T01:30:00+08:00");
    REQUIRE(scan);
    CHECK(scan->utc_offset == Duration::hours(8));
    CHECK(scan->instant.utc_date().to_string() == "2026-11-21");
    CHECK(scan->instant.date_at(scan->utc_offset).to_string() == "2026-11-22");
}

TEST_CASE("a time without a zone or beyond the clock is refused") {
    for (const char* text : {"2026-11-22T10:00:00", "2026-11-22", "2026-11-22T24:00:00Z",
                             "2026-11-22T10:60:00Z", "2026-11-22T10:00:60Z", "2026-11-22T10:00:00Zx",
                             "2026-11-22T10:00:00.Z", "2026-11-22T10:00:00+19:00", "2026-11-22X10:00:00Z",
                             "2026-02-30T10:00:00Z", "", "2026-11-22T1:00:00Z", "2026-11-22T10:00:00+0"}) {
        INFO(text);
        CHECK_FALSE(Timestamp::parse(text));
    }
}

TEST_CASE("a random instant is read back from its text, before 1970 too") {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> milliseconds(-62135596800000, 253402300799999);
    for (int i = 0; i < 20000; ++i) {
        const Timestamp time = Timestamp::from_milliseconds(milliseconds(random));
        INFO(time.to_string());
        const auto again = Timestamp::parse(time.to_string());
        REQUIRE(again);
        REQUIRE(*again == time);
    }
}

TEST_CASE("a fraction finer than milliseconds is cut and a shorter one filled") {
    CHECK(Timestamp::parse("1970-01-01T00:00:00.123456Z")->milliseconds() == 123);
    CHECK(Timestamp::parse("1970-01-01T00:00:00.5Z")->milliseconds() == 500);
    CHECK(Timestamp::from_milliseconds(-1).to_string() == "1969-12-31T23:59:59.999Z");
}
