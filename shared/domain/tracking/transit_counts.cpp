#include "shared/domain/tracking/transit_counts.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr int kGap = -1;
constexpr std::string_view kGapName = "g";
constexpr std::int64_t kHour = base::Duration::hours(1).count();
constexpr std::int64_t kFineHours = 96;
constexpr std::int64_t kLongestHours = 400 * 24;

std::int64_t whole_hours(base::Duration time) {
    const std::int64_t hours = time.count() / kHour + (time.count() % kHour == 0 ? 0 : 1);
    if (hours <= kFineHours) return hours;
    return std::min((hours + 23) / 24 * 24, kLongestHours);
}

base::Failure<base::Error> no_counts(std::string_view text) {
    return base::fail(base::ErrorCode::invalid, "these are no counted times", std::string(text));
}

} // namespace

void TransitCounts::add_remaining(Stage stage, base::Duration time) {
    if (time >= base::Duration{}) count({static_cast<int>(stage), whole_hours(time)}, 1);
}

void TransitCounts::add_gap(base::Duration time) {
    if (time >= base::Duration{}) count({kGap, whole_hours(time)}, 1);
}

void TransitCounts::add(const TransitCounts& other, std::int64_t sign) {
    // A copy, so that counts can be taken away from themselves.
    for (const auto& [key, times] : std::map(other.counts_))
        count(key, sign * times);
}

void TransitCounts::count(Key key, std::int64_t times) {
    const auto at = counts_.emplace(key, 0).first;
    at->second += times;
    if (at->second == 0) counts_.erase(at);
}

Spread TransitCounts::hours_remaining(Stage stage, base::Duration elapsed) const {
    Spread spread;
    const int measure = static_cast<int>(stage);
    for (auto at = counts_.lower_bound({measure, 0}); at != counts_.end() && at->first.first == measure; ++at)
        if (base::Duration::hours(at->first.second) > elapsed) spread.add(at->first.second, at->second);
    return spread;
}

Spread TransitCounts::hours_between_scans() const {
    Spread spread;
    for (auto at = counts_.lower_bound({kGap, 0}); at != counts_.end() && at->first.first == kGap; ++at)
        spread.add(at->first.second, at->second);
    return spread;
}

std::string TransitCounts::encode() const {
    std::string text;
    std::optional<int> measure;
    for (const auto& [key, times] : counts_) {
        if (measure != key.first) {
            if (measure) text += ";";
            measure = key.first;
            text += (key.first == kGap ? std::string(kGapName) : std::to_string(key.first)) + ":";
        } else {
            text += ",";
        }
        text += std::to_string(key.second) + "*" + std::to_string(times);
    }
    return text;
}

base::Result<TransitCounts> TransitCounts::decode(std::string_view text) {
    TransitCounts counts;
    if (text.empty()) return counts;
    for (const std::string_view group : base::split(text, ';'))
        TRY(counts.decode_group(group));
    return counts;
}

base::Result<void> TransitCounts::decode_group(std::string_view group) {
    const std::size_t colon = group.find(':');
    if (colon == std::string_view::npos) return no_counts(group);
    const std::string_view name = group.substr(0, colon);
    const int measure = name == kGapName ? kGap : static_cast<int>(TRY(base::parse_int(name)));
    for (const std::string_view entry : base::split(group.substr(colon + 1), ',')) {
        const std::size_t star = entry.find('*');
        if (star == std::string_view::npos) return no_counts(entry);
        count({measure, TRY(base::parse_int(entry.substr(0, star)))},
              TRY(base::parse_int(entry.substr(star + 1))));
    }
    return {};
}

} // namespace orderdeck::domain
