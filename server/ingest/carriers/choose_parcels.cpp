#include "server/ingest/carriers/carrier_answer.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace orderdeck::server::ingest::carriers {
namespace {

constexpr std::int32_t kUnknownDistance = 1'000'000;

std::int32_t days_apart(const ParsedParcel& parcel, const NumberHint& hint) {
    if (!hint.shipped_on || !parcel.shipped_on) return kUnknownDistance;
    return std::abs(*parcel.shipped_on - *hint.shipped_on);
}

base::LocalDate last_day(const ParsedParcel& parcel) {
    base::LocalDate last = parcel.shipped_on.value_or(base::LocalDate());
    for (const ParsedEvent& event : parcel.events)
        last = std::max(last, event.actual.on);
    return last;
}

/// Whether the left one is rather meant than the right one.
bool is_rather_meant(const ParsedParcel& left, const ParsedParcel& right, const NumberHint& hint) {
    const auto names = [&hint](const ParsedParcel& parcel) {
        return !hint.unique_id.empty() && parcel.unique_id == hint.unique_id;
    };
    if (names(left) != names(right)) return names(left);
    const auto apart_left = days_apart(left, hint);
    const auto apart_right = days_apart(right, hint);
    if (apart_left != apart_right) return apart_left < apart_right;
    const auto shipped = [](const ParsedParcel& parcel) {
        return parcel.shipped_on.value_or(base::LocalDate());
    };
    if (shipped(left) != shipped(right)) return shipped(left) > shipped(right);
    if (last_day(left) != last_day(right)) return last_day(left) > last_day(right);
    return left.unique_id > right.unique_id;
}

} // namespace

std::vector<ParsedParcel> choose_parcels(std::vector<ParsedParcel> parcels, const NumberHint& hint) {
    std::vector<ParsedParcel> chosen;
    for (ParsedParcel& parcel : parcels) {
        const auto same = std::find_if(chosen.begin(), chosen.end(), [&parcel](const ParsedParcel& other) {
            return other.number == parcel.number;
        });
        if (same == chosen.end())
            chosen.push_back(std::move(parcel));
        else if (is_rather_meant(parcel, *same, hint))
            *same = std::move(parcel);
    }
    return chosen;
}

} // namespace orderdeck::server::ingest::carriers
