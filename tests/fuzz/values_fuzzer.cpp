// Dates, times and numbers. The first line of an input is a date format, the second the text.
#include "server/ingest/mapping/date_format.h"
#include "shared/base/parse_number.h"
#include "shared/domain/money.h"
#include "shared/domain/quantity.h"
#include "tests/fuzz/law.h"

using namespace orderdeck;
using server::ingest::mapping::DateRules;

namespace {

void check_dates(std::string_view format, std::string_view text) {
    const bool known = server::ingest::mapping::check_format(format).has_value();
    for (const auto& offset : {std::optional<int>{}, std::optional(-1080), std::optional(1080)}) {
        const DateRules rules{
            .formats = {std::string(format)}, .two_digit_years_from = 1950, .utc_offset_minutes = offset};
        const auto occurrence = server::ingest::mapping::parse_date(text, rules);
        if (!occurrence || !known) continue;
        const auto again = base::LocalDate::parse(occurrence->on.to_string());
        fuzz::require(again && *again == occurrence->on, "a date that was read exists");
        fuzz::require(!occurrence->at || offset, "without an offset only the day is known");
    }
}

void check_times(std::string_view text) {
    if (const auto date = base::LocalDate::parse(text))
        fuzz::require(date->to_string() == text, "a date has one form");
    if (const auto at = base::Timestamp::parse(text))
        fuzz::require(base::Timestamp::parse(at->to_string()).value_or({}) == *at,
                      "an instant written is the same instant");
    if (const auto at = base::OffsetTimestamp::parse(text))
        fuzz::require(base::Timestamp::parse(text).value_or({}) == at->instant,
                      "an instant is the same with and without its offset");
}

void check_numbers(std::string_view text) {
    if (const auto number = base::parse_int(text))
        fuzz::require(base::parse_int(std::to_string(*number)).value_or(~*number) == *number,
                      "a number written is the same number");
    if (const auto decimal = base::parse_decimal(text)) {
        const auto again = base::parse_decimal(base::to_string(*decimal));
        fuzz::require(again && *again == *decimal, "a decimal written is the same decimal");
    }
    if (const auto quantity = domain::Quantity::parse(text)) {
        const auto again = domain::Quantity::parse(quantity->to_string());
        fuzz::require(again && *again == *quantity, "a quantity written is the same quantity");
    }
    for (const std::string_view code : {"CNY", "JPY", "KWD"}) {
        const auto currency = fuzz::expect(domain::Currency::parse(code), "the currency is known");
        if (const auto money = domain::Money::parse(text, currency))
            fuzz::require(!money->to_string().empty(), "an amount can be written");
    }
    (void)domain::Currency::parse(text);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text = fuzz::text_of(data, size);
    const std::string_view format = fuzz::take_line(text);
    check_dates(format, text);
    check_times(text);
    check_numbers(text);
    return 0;
}
