#include "shared/base/local_date.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using orderdeck::base::days_in_month;
using orderdeck::base::IsoWeek;
using orderdeck::base::LocalDate;
using orderdeck::base::Weekday;

namespace {

LocalDate date(const char* text) {
    const auto parsed = LocalDate::parse(text);
    INFO(text);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("a date survives the way through days, fields and text on every day of 20 centuries") {
    LocalDate previous = date("0001-01-01");
    for (LocalDate day = previous.plus_days(1); day < date("2100-01-01"); day = day.plus_days(1)) {
        REQUIRE(day - previous == 1);
        REQUIRE(static_cast<int>(day.weekday()) == static_cast<int>(previous.weekday()) % 7 + 1);
        const auto again = LocalDate::from_ymd(day.year(), day.month(), day.day());
        REQUIRE(again);
        REQUIRE(*again == day);
        previous = day;
    }
}

TEST_CASE("a random date is read back from its text") {
    std::mt19937 random(20261122);
    std::uniform_int_distribution<int> days(date("0001-01-01").days(), date("9999-12-31").days());
    for (int i = 0; i < 20000; ++i) {
        const LocalDate day = LocalDate::from_days(days(random));
        REQUIRE(date(day.to_string().c_str()) == day);
    }
}

TEST_CASE("the known anchors of the calendar hold") {
    CHECK(date("1970-01-01").days() == 0);
    CHECK(date("1970-01-01").weekday() == Weekday::thursday);
    CHECK(date("2000-02-29").days() == 11016);
    CHECK(date("2026-11-22").weekday() == Weekday::sunday);
}

TEST_CASE("days that the calendar does not have are refused") {
    for (const char* text : {"2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
                             "2026-01-00", "0000-01-01", "2026-1-01", "2026-01-1", "20260101", "2026/01/01",
                             "2026-01-01 ", " 2026-01-01", "", "2026-01-0x", "+026-01-01"}) {
        INFO(text);
        CHECK_FALSE(LocalDate::parse(text));
    }
    CHECK(LocalDate::parse("2028-02-29"));
}

TEST_CASE("ISO weeks belong to the year of their Thursday") {
    CHECK(date("2026-01-01").iso_week() == IsoWeek{2026, 1});
    CHECK(date("2027-01-01").iso_week() == IsoWeek{2026, 53});
    CHECK(date("2024-12-30").iso_week() == IsoWeek{2025, 1});
    CHECK(date("2021-01-03").iso_week() == IsoWeek{2020, 53});
    CHECK(date("2026-11-22").start_of_week() == date("2026-11-16"));
    CHECK(date("2026-11-16").start_of_week() == date("2026-11-16"));
    CHECK(date("0001-01-03").iso_week() == IsoWeek{1, 1});
}

TEST_CASE("a month outside the calendar has no days") { CHECK(days_in_month(2026, 13) == 0); }

TEST_CASE("arithmetic stops at the ends of the calendar instead of wrapping") {
    CHECK(date("9999-12-31").plus_days(INT64_MAX) == date("9999-12-31"));
    CHECK(date("0001-01-01").plus_days(INT64_MIN) == date("0001-01-01"));
    CHECK(LocalDate::from_days(INT64_MIN) == date("0001-01-01"));
}
