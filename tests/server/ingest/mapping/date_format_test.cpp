#include "server/ingest/mapping/date_format.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest::mapping;

namespace {

std::string read(std::string_view text, const DateRules& rules) {
    const auto date = parse_date(text, rules);
    if (!date) return "no date";
    return date->on.to_string() + (date->at ? " " + date->at->to_string() : "");
}

} // namespace

TEST_CASE("Dates are read by the first format that fits the whole text") {
    const DateRules rules{.formats = {"%d-%b-%y", "%m/%d/%y", "%Y.%m.%d"},
                          .two_digit_years_from = 1970,
                          .utc_offset_minutes = {}};
    CHECK(read("2-Jun-06", rules) == "2006-06-02");
    CHECK(read("02-JUNE-70", rules) == "1970-06-02");
    CHECK(read("11/13/69", rules) == "2069-11-13");
    CHECK(read("2026.1.2", rules) == "2026-01-02");
    for (const char* text : {"32-Jun-06", "31-Jun-06", "29-Feb-06", "13/13/06", "2-Jun-2006", "2-Jux-06",
                             "2-Jun-06 ", "", "2-Jun-", "Date Not Captured", "1/2/3/4"}) {
        INFO(text);
        CHECK(read(text, rules) == "no date");
    }
    CHECK(read("29-Feb-08", rules) == "2008-02-29");
}

TEST_CASE("A time is an instant only where the offset is known") {
    DateRules rules{.formats = {"%Y-%m-%d %H:%M:%S", "%m/%d/%Y %H:%M"},
                    .two_digit_years_from = 1970,
                    .utc_offset_minutes = {}};
    CHECK(read("2017-10-02 10:56:33", rules) == "2017-10-02");
    rules.utc_offset_minutes = -180;
    CHECK(read("2017-10-02 22:56:33", rules) == "2017-10-02 2017-10-03T01:56:33Z");
    CHECK(read("12/1/2010 8:26", rules) == "2010-12-01 2010-12-01T11:26:00Z");
    CHECK(read("12/1/2010 24:26", rules) == "no date");
}

TEST_CASE("A format that cannot name a day is refused") {
    CHECK(check_format("%d-%b-%y").has_value());
    CHECK(check_format("%Y%m%dT%H%M%S").has_value());
    CHECK_FALSE(check_format("%d-%b").has_value());
    CHECK_FALSE(check_format("%d-%q-%y").has_value());
    CHECK_FALSE(check_format("%d-%m-%y%").has_value());
    CHECK_FALSE(check_format("today").has_value());
}
