#include "server/ingest/mapping/mapping_parser.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {
namespace {

base::Result<void> parse_dates(const json::Value& dates, Mapping& mapping) {
    TRY(check_keys(dates, {"formats", "two_digit_years_from", "utc_offset_minutes"}));
    mapping.dates.formats = TRY(dates.strings_field("formats"));
    for (const std::string& format : mapping.dates.formats) {
        if (auto checked = check_format(format); !checked)
            return TRY(dates.field("formats")).refuse("\"" + format + "\": " + checked.error().message);
    }
    const auto pivot = TRY(dates.optional_int64_field("two_digit_years_from"));
    if (pivot)
        mapping.dates.two_digit_years_from = static_cast<int>(std::clamp<std::int64_t>(*pivot, 1, 9900));
    const auto offset = TRY(dates.optional_int64_field("utc_offset_minutes"));
    if (offset)
        mapping.dates.utc_offset_minutes = static_cast<int>(std::clamp<std::int64_t>(*offset, -1080, 1080));
    return {};
}

base::Result<void> parse_numbers(const json::Value& numbers, Mapping& mapping) {
    TRY(check_keys(numbers, {"decimal_point", "grouping"}));
    mapping.decimal_point = TRY(parse_character(numbers, "decimal_point", '.'));
    mapping.grouping = TRY(parse_character(numbers, "grouping", '\0'));
    return {};
}

} // namespace

base::Result<void> parse_file_rules(const json::Value& root, Mapping& mapping) {
    mapping.source = TRY(parse_source_system(TRY(root.field("source"))));
    mapping.empty = TRY(parse_texts(root, "empty"));
    if (const auto dates = TRY(root.optional_field("dates"))) TRY(parse_dates(*dates, mapping));
    if (const auto numbers = TRY(root.optional_field("numbers"))) TRY(parse_numbers(*numbers, mapping));
    return {};
}

} // namespace orderdeck::server::ingest::mapping
