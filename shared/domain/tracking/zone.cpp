#include "shared/domain/tracking/zone.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace orderdeck::domain {
namespace {

enum class SummerTime : std::uint8_t { none, european_union };

struct Zone {
    std::string_view two;
    std::string_view three;
    int winter_offset = 0; ///< minutes
    SummerTime summer = SummerTime::none;
};

constexpr auto kEu = SummerTime::european_union;
constexpr std::array<Zone, 47> kZones{{
    {"ae", "are", 240},      {"at", "aut", 60, kEu},  {"be", "bel", 60, kEu},  {"bg", "bgr", 120, kEu},
    {"ch", "che", 60, kEu},  {"cn", "chn", 480},      {"cz", "cze", 60, kEu},  {"de", "deu", 60, kEu},
    {"dk", "dnk", 60, kEu},  {"ee", "est", 120, kEu}, {"fi", "fin", 120, kEu}, {"fr", "fra", 60, kEu},
    {"gb", "gbr", 0, kEu},   {"gh", "gha", 0},        {"gr", "grc", 120, kEu}, {"hk", "hkg", 480},
    {"hr", "hrv", 60, kEu},  {"hu", "hun", 60, kEu},  {"ie", "irl", 0, kEu},   {"in", "ind", 330},
    {"it", "ita", 60, kEu},  {"jp", "jpn", 540},      {"ke", "ken", 180},      {"kr", "kor", 540},
    {"lk", "lka", 330},      {"lt", "ltu", 120, kEu}, {"lu", "lux", 60, kEu},  {"lv", "lva", 120, kEu},
    {"mo", "mac", 480},      {"my", "mys", 480},      {"ng", "nga", 60},       {"nl", "nld", 60, kEu},
    {"no", "nor", 60, kEu},  {"ph", "phl", 480},      {"pk", "pak", 300},      {"pl", "pol", 60, kEu},
    {"ro", "rou", 120, kEu}, {"rs", "srb", 60, kEu},  {"sa", "sau", 180},      {"se", "swe", 60, kEu},
    {"sg", "sgp", 480},      {"si", "svn", 60, kEu},  {"sk", "svk", 60, kEu},  {"th", "tha", 420},
    {"tr", "tur", 180},      {"tw", "twn", 480},      {"vn", "vnm", 420},
}};

base::LocalDate last_sunday(int year, int month) {
    const base::LocalDate last = base::LocalDate::from_ymd(year, month, 31).value();
    return last.plus_days(-(static_cast<int>(last.weekday()) % 7));
}

/// Summer time holds from the last Sunday of March to that of October, both at 01:00 UTC (directive 2000/84/EC).
bool is_summer(base::LocalDate day, int minute_of_day, int winter_offset) {
    const auto minute = [](base::LocalDate date, int of_day) {
        return std::int64_t{date.days()} * 1440 + of_day;
    };
    const std::int64_t now = minute(day, minute_of_day);
    const std::int64_t begins = minute(last_sunday(day.year(), 3), 60 + winter_offset);
    // The hour that comes twice counts as its first coming.
    const std::int64_t ends = minute(last_sunday(day.year(), 10), 60 + winter_offset + 60);
    return now >= begins && now < ends;
}

} // namespace

std::optional<int> utc_offset_in(std::string_view country, base::LocalDate day, int minute_of_day) {
    const std::string code = base::to_lower_ascii(country);
    const auto zone = std::find_if(kZones.begin(), kZones.end(), [&code](const Zone& candidate) {
        return candidate.two == code || candidate.three == code;
    });
    if (zone == kZones.end()) return std::nullopt;
    const bool summer =
        zone->summer == SummerTime::european_union && is_summer(day, minute_of_day, zone->winter_offset);
    return zone->winter_offset + (summer ? 60 : 0);
}

} // namespace orderdeck::domain
