#include "shared/domain/tracking/transit_history.h"

#include "shared/base/text.h"
#include "shared/domain/kpi/spread.h"
#include "shared/domain/name_table.h"

#include <algorithm>
#include <set>
#include <span>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kLaneMatchCount> kMatches{"lane", "provinces", "carrier", "mode"};
constexpr std::array kFromClosest{LaneMatch::lane, LaneMatch::provinces, LaneMatch::carrier, LaneMatch::mode};
constexpr std::int64_t kHundredth = 100;

/// The key of the history at this closeness; empty when the lane does not say enough for it.
std::string key_of(const Lane& lane, LaneMatch match) {
    const auto join = [match](std::initializer_list<std::string_view> needed, std::string_view optional) {
        std::string key(name_of(match));
        for (const std::string_view part : needed) {
            if (part.empty()) return std::string();
            key += "\n" + base::fold_for_search(part);
        }
        return key + "\n" + base::fold_for_search(optional);
    };
    switch (match) {
    case LaneMatch::lane: return join({lane.carrier, lane.origin_city, lane.destination_city}, lane.service);
    case LaneMatch::provinces:
        return join({lane.carrier, lane.origin_province, lane.destination_province}, {});
    case LaneMatch::carrier: return join({lane.carrier}, lane.mode);
    case LaneMatch::mode: return join({lane.mode}, {});
    }
    return {};
}

std::string with_status(const std::string& key, ParcelStatus status) {
    return key + "\n" + std::string(name_of(status));
}

void insert_sorted(std::vector<std::int64_t>& values, std::int64_t value) {
    values.insert(std::upper_bound(values.begin(), values.end(), value), value);
}

std::int64_t minutes_between(base::Timestamp from, base::Timestamp to) {
    return (to - from).count() / 60'000;
}

base::Duration percentile(std::span<const std::int64_t> ascending, int percent) {
    return base::Duration::minutes(percentile_hundredths(ascending, percent).value_or(0) / kHundredth);
}

} // namespace

std::string_view name_of(LaneMatch match) { return name_in(kMatches, match); }

void TransitHistory::add(const Lane& lane, const ParcelState& parcel) {
    if (!parcel.is_delivered() || !parcel.delivered->actual.at) return;
    const base::Timestamp end = *parcel.delivered->actual.at;
    std::set<ParcelStatus> seen;
    std::optional<base::Timestamp> previous;
    for (const ParcelScan& scan : parcel.scans) {
        if (!scan.event->actual.at || *scan.event->actual.at > end) continue;
        const base::Timestamp at = *scan.event->actual.at;
        const bool is_first = scan.status != ParcelStatus::delivered && seen.insert(scan.status).second;
        for (const LaneMatch match : kFromClosest) {
            const std::string key = key_of(lane, match);
            if (key.empty()) continue;
            if (is_first) insert_sorted(remaining_[with_status(key, scan.status)], minutes_between(at, end));
            if (previous) insert_sorted(gaps_[key], minutes_between(*previous, at));
        }
        previous = at;
    }
}

std::optional<RemainingTime> TransitHistory::remaining(const Lane& lane, ParcelStatus status,
                                                       base::Duration elapsed, std::int64_t enough) const {
    const std::int64_t gone = elapsed.count() / 60'000;
    for (const LaneMatch match : kFromClosest) {
        const std::string key = key_of(lane, match);
        const auto found = remaining_.find(with_status(key, status));
        if (key.empty() || found == remaining_.end()) continue;
        const std::vector<std::int64_t>& all = found->second;
        const auto first = std::upper_bound(all.begin(), all.end(), gone);
        const auto longer = std::span(all).subspan(static_cast<std::size_t>(first - all.begin()));
        if (static_cast<std::int64_t>(longer.size()) < enough) continue;
        const base::Duration spent = base::Duration::minutes(gone);
        return RemainingTime{percentile(longer, 50) - spent, percentile(longer, 90) - spent,
                             static_cast<std::int64_t>(longer.size()), match};
    }
    return std::nullopt;
}

std::optional<base::Duration> TransitHistory::usual_gap(const Lane& lane, std::int64_t enough) const {
    for (const LaneMatch match : kFromClosest) {
        const auto found = gaps_.find(key_of(lane, match));
        if (found == gaps_.end() || static_cast<std::int64_t>(found->second.size()) < enough) continue;
        return percentile(found->second, 95);
    }
    return std::nullopt;
}

} // namespace orderdeck::domain
