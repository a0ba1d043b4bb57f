#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_date.h"
#include "shared/i18n/format_number.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <random>
#include <string>
#include <vector>

namespace orderdeck::i18n {
namespace {

domain::Money money(std::int64_t minor, std::string_view code) {
    return {minor, *domain::Currency::parse(code)};
}
base::LocalDate date(std::string_view text) { return *base::LocalDate::parse(text); }
base::Timestamp instant(std::string_view text) { return *base::Timestamp::parse(text); }

} // namespace

TEST_CASE("whole numbers are grouped by three") {
    const Language english = language_for("en");
    CHECK(format_integer(english, 0) == "0");
    CHECK(format_integer(english, 999) == "999");
    CHECK(format_integer(english, 1000) == "1,000");
    CHECK(format_integer(english, -1234567) == "−1,234,567");
    CHECK(format_integer(english, std::numeric_limits<std::int64_t>::min()) == "−9,223,372,036,854,775,808");
    CHECK(format_signed(english, 6) == "+6");
    CHECK(format_signed(english, -2) == "−2");
    CHECK(format_signed(english, 0) == "0");
}

TEST_CASE("a grouped number without its separators is the number") {
    const Language english = language_for("en");
    std::mt19937_64 random(20261122);
    for (int i = 0; i < 2000; ++i) {
        const auto value = static_cast<std::int64_t>(random() >> (random() % 60 + 1));
        std::string text = format_integer(english, value);
        std::erase(text, ',');
        CHECK(text == std::to_string(value));
    }
}

TEST_CASE("money has the decimals of its currency") {
    const Language english = language_for("en");
    const Language chinese = language_for("zh-CN");
    CHECK(format_money(english, money(48290000, "CNY")) == "¥ 482,900.00");
    CHECK(format_money(chinese, money(48290000, "CNY")) == "¥482,900.00");
    CHECK(format_money(english, money(1500, "JPY")) == "JP¥ 1,500");
    CHECK(format_money(english, money(1234567, "KWD")) == "KWD 1,234.567");
    CHECK(format_money(chinese, money(-5, "USD")) == "US$-0.05");
}

TEST_CASE("quantities are written exactly and without idle zeros") {
    const Language english = language_for("en");
    CHECK(format_quantity(english, domain::Quantity::from_units(24)) == "24");
    CHECK(format_quantity(english, domain::Quantity::from_micro(1'250'500'000)) == "1,250.5");
    CHECK(format_quantity(english, domain::Quantity::from_micro(1)) == "0.000001");
}

TEST_CASE("a percentage is rounded down, so that only all of it is 100 %") {
    CHECK(format_percent(language_for("en"), 999) == "99 %");
    CHECK(format_percent(language_for("zh-CN"), 1000) == "100%");
}

TEST_CASE("a date says its weekday only when near and its year only when it is another one") {
    const Language english = language_for("en");
    const base::LocalDate today = date("2026-11-22");
    CHECK(format_date(english, date("2026-12-12"), today, DateStyle::with_weekday) == "12 Dec");
    CHECK(format_date(english, date("2026-11-24"), today, DateStyle::with_weekday) == "Tue 24 Nov");
    CHECK(format_date(english, date("2026-11-24"), today) == "24 Nov");
    CHECK(format_date(english, date("2027-01-18"), today, DateStyle::with_weekday) == "18 Jan 2027");
    CHECK(format_date(english, date("2027-01-02"), date("2026-12-30"), DateStyle::with_weekday) ==
          "Sat 2 Jan 2027");

    const Language chinese = language_for("zh-CN");
    CHECK(format_date(chinese, date("2026-12-12"), today) == "12月12日");
    CHECK(format_date(chinese, date("2026-11-24"), today, DateStyle::with_weekday) == "11月24日 周二");
    CHECK(format_date(chinese, date("2009-02-05"), today) == "2009年2月5日");
}

TEST_CASE("times are those of the clock at the given offset") {
    const Language english = language_for("en");
    const base::LocalDate today = date("2026-11-22");
    const base::Duration shanghai = base::Duration::hours(8);
    CHECK(format_instant(english, instant("2026-11-21T22:12:00Z"), shanghai, today) == "today 06:12");
    CHECK(format_instant(english, instant("2026-11-21T09:40:00Z"), shanghai, today) == "yesterday 17:40");
    CHECK(format_instant(english, instant("2026-11-19T16:05:00Z"), shanghai, today) == "20 Nov 00:05");
    CHECK(format_instant(language_for("zh-CN"), instant("2026-11-21T22:12:00Z"), shanghai, today) ==
          "今天 06:12");
    CHECK(format_time(english, base::Timestamp::from_milliseconds(-1), base::Duration{}) == "23:59");
}

TEST_CASE("an occurrence has the viewer's clock and its own beside, and a date without time stays a date") {
    const Language english = language_for("en");
    const base::ViewerClock clock{.now = instant("2026-11-22T01:00:00Z"), .transitions = {}};
    const auto on = [&](const char* day, const char* at, std::optional<int> offset) {
        return format_occurrence(english, {date(day), instant(at), offset}, clock);
    };
    CHECK(format_occurrence(english, {date("2026-11-20"), std::nullopt, std::nullopt}, clock) == "20 Nov");
    CHECK(on("2026-11-20", "2026-11-20T01:00:00Z", 480) == "20 Nov 01:00 · 09:00 at the place");
    CHECK(on("2026-11-21", "2026-11-20T20:00:00Z", 480) == "20 Nov 20:00 · yesterday 04:00 at the place");
    CHECK(on("2026-11-20", "2026-11-20T01:00:00Z", 0) == "20 Nov 01:00");
    CHECK(on("2026-11-20", "2026-11-20T01:00:00Z", std::nullopt) == "20 Nov 01:00");
}

TEST_CASE("ages are told in the unit that fits") {
    const Language english = language_for("en");
    CHECK(format_age(english, base::Duration::seconds(-5)) == "just now");
    CHECK(format_age(english, base::Duration::seconds(59)) == "just now");
    CHECK(format_age(english, base::Duration::minutes(12)) == "12 min ago");
    CHECK(format_age(english, base::Duration::hours(23)) == "23 h ago");
    CHECK(format_age(english, base::Duration::hours(25)) == "yesterday");
    CHECK(format_age(english, base::Duration::days(59)) == "59 days ago");
    CHECK(format_age(english, base::Duration::days(60)) == "2 months ago");
    CHECK(format_age(english, base::Duration::days(4000)) == "10 years ago");
    CHECK(format_age(language_for("zh-CN"), base::Duration::minutes(12)) == "12 分钟前");
}

TEST_CASE("lists join with the words of the language") {
    const Language english = language_for("en");
    CHECK(format_list(english, {}).empty());
    CHECK(format_list(english, std::vector<std::string>{"A"}) == "A");
    CHECK(format_list(english, std::vector<std::string>{"A", "B"}) == "A and B");
    CHECK(format_list(english, std::vector<std::string>{"A", "B", "C"}) == "A, B and C");
    CHECK(format_list(language_for("zh-CN"), std::vector<std::string>{"甲", "乙", "丙"}) == "甲、乙和丙");
}

TEST_CASE("words of the core fall back to what the source says") {
    const Language english = language_for("en");
    CHECK(english.raw(message_of(domain::Stage::accepted)) == "Accepted");
    CHECK(english.raw(message_of(domain::MilestoneCode::customs_entered)) == "Arrived at customs");
    CHECK(english.raw(message_of(domain::HoldReason::drawing)) == "drawing to be approved");
    CHECK(reason_words(english, "drawing_change") == "drawing change");
    CHECK(reason_words(english, "Volcano in Iceland") == "Volcano in Iceland");
    CHECK(unit_words(language_for("zh-CN"), "MTR", domain::Quantity::from_units(3)) == "米");
    CHECK(unit_words(english, "pallets", domain::Quantity::from_units(1)) == "pallets");
    CHECK(party_word(english, domain::Party::unknown).empty());
    CHECK(mode_words(english, "Ocean") == "sea freight");
}

TEST_CASE("one whole unit is singular and everything else plural") {
    const Language english = language_for("en");
    const auto words = [&](std::string_view quantity) {
        return unit_words(english, "pack", *domain::Quantity::parse(quantity));
    };
    CHECK(words("1") == "pack");
    CHECK(words("5721") == "packs");
    CHECK(words("0.5") == "packs");
    CHECK(words("1.5") == "packs");
    CHECK(unit_words(english, "C62", domain::Quantity::from_units(1)) == "pc");
}

} // namespace orderdeck::i18n
