#include "shared/domain/tracking/transit_history.h"

#include "shared/base/text.h"
#include "shared/domain/name_table.h"

#include <algorithm>
#include <array>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kLaneMatchCount> kMatches{"lane", "provinces", "carrier", "mode"};
constexpr std::array kFromClosest{LaneMatch::lane, LaneMatch::provinces, LaneMatch::carrier, LaneMatch::mode};
constexpr char kSeparator = '\n';
constexpr TransitMonth kMonthsUsed = 24;
constexpr TransitMonth kMonthsLeftOut = 2;

std::string folded(std::string_view text) {
    std::string part = base::fold_for_search(base::trim(text));
    std::replace_if(
        part.begin(), part.end(), [](unsigned char c) { return c < ' '; }, ' ');
    return part;
}

struct Ends {
    std::string city;
    std::string province;
};
Ends ends_of(std::string_view place) {
    const std::size_t comma = place.rfind(',');
    if (comma == std::string_view::npos) return {folded(place), folded(place)};
    return {folded(place.substr(0, comma)), folded(place.substr(comma + 1))};
}

/// Between two things that happened: exact where both instants are known, else in whole days.
base::Duration between(const Occurrence& from, const Occurrence& to) {
    if (from.at && to.at) return *to.at - *from.at;
    return base::Duration::days(to.on - from.on);
}

/// An instant that is right on the day, whatever the clock there.
base::Timestamp instant_of(const Occurrence& occurrence) {
    return occurrence.at.value_or(base::Timestamp::at_start_of(occurrence.on) + base::Duration::hours(12));
}

Stage stage_at(const Milestone& event) { return *stage_of(event.code); }

const Occurrence& arrival_of(const ShipmentFacts& facts) {
    const auto first = std::find_if(facts.events.begin(), facts.events.end(), [](const Milestone* event) {
        return stage_at(*event) >= Stage::delivered;
    });
    return *(*first)->actual;
}

TransitCounts times_of(const ShipmentFacts& facts, const ShipmentTracking& tracking) {
    TransitCounts times;
    const Occurrence& end = arrival_of(facts);
    std::array<bool, kStageCount> seen{};
    for (const Milestone* event : facts.events) {
        const Stage stage = stage_at(*event);
        bool& is_seen = seen[static_cast<std::size_t>(stage)];
        if (stage < Stage::shipped || stage >= Stage::delivered || is_seen) continue;
        is_seen = true;
        times.add_remaining(stage, between(*event->actual, end));
    }
    for (const ParcelState& parcel : tracking.states) {
        const base::Timestamp* previous = nullptr;
        for (const ParcelScan& scan : parcel.scans) {
            if (!scan.event->actual.at || *scan.event->actual.at > instant_of(end)) continue;
            if (previous != nullptr) times.add_gap(*scan.event->actual.at - *previous);
            previous = &*scan.event->actual.at;
        }
    }
    return times;
}

struct Reached {
    Stage stage;
    base::Timestamp at;
};

/// The stages that it has reached, the present one first: since when it is at it, by its first event in the last run of
/// them, and when it first was at the others.
std::vector<Reached> reached_stages(const ShipmentFacts& facts) {
    std::vector<Reached> reached;
    bool is_before_the_run = false;
    for (auto event = facts.events.rbegin(); event != facts.events.rend(); ++event) {
        const Stage stage = stage_at(**event);
        if (stage < Stage::shipped || stage > facts.stage) continue;
        const auto known = std::find_if(reached.begin(), reached.end(),
                                        [stage](const Reached& each) { return each.stage == stage; });
        const base::Timestamp at = instant_of(*(*event)->actual);
        if (known == reached.end())
            reached.push_back({stage, at});
        else if (stage < facts.stage || !is_before_the_run)
            known->at = at;
        is_before_the_run =
            is_before_the_run || (stage < facts.stage && reached.front().stage == facts.stage);
    }
    std::stable_sort(reached.begin(), reached.end(),
                     [](const Reached& left, const Reached& right) { return left.stage > right.stage; });
    return reached;
}

bool is_on_its_way(const ShipmentFacts& facts) {
    return facts.stage >= Stage::shipped && facts.stage < Stage::delivered && !facts.cancelled &&
           !facts.returned_on;
}

bool comes_back(const ShipmentTracking& tracking) {
    return std::any_of(tracking.states.begin(), tracking.states.end(), [](const ParcelState& parcel) {
        return parcel.status == ParcelStatus::returning || parcel.status == ParcelStatus::returned;
    });
}

base::Duration hours_of(std::optional<std::int64_t> hundredths) {
    return base::Duration::minutes(hundredths.value_or(0) * 60 / 100);
}

} // namespace

std::string_view name_of(LaneMatch match) { return name_in(kMatches, match); }

Lane lane_of(const Shipment& shipment) {
    Ends origin = ends_of(shipment.origin);
    Ends destination = ends_of(shipment.destination);
    return {folded(shipment.carrier),   folded(shipment.mode),       std::move(origin.city),
            std::move(origin.province), std::move(destination.city), std::move(destination.province)};
}

std::string encode_lane(const Lane& lane) {
    std::string text = lane.carrier;
    for (const std::string* part : {&lane.mode, &lane.origin_city, &lane.origin_province,
                                    &lane.destination_city, &lane.destination_province})
        text += kSeparator + *part;
    return text;
}

Lane decode_lane(std::string_view text) {
    Lane lane;
    const auto parts = base::split(text, kSeparator);
    std::size_t next = 0;
    for (std::string* part : {&lane.carrier, &lane.mode, &lane.origin_city, &lane.origin_province,
                              &lane.destination_city, &lane.destination_province}) {
        if (next < parts.size()) *part = parts[next++];
    }
    return lane;
}

std::string lane_key(const Lane& lane, LaneMatch match) {
    const auto join = [match](std::initializer_list<std::string_view> needed, std::string_view optional) {
        std::string key(name_of(match));
        for (const std::string_view part : needed) {
            if (part.empty()) return std::string();
            key.append(1, kSeparator).append(part);
        }
        return key.append(1, kSeparator).append(optional);
    };
    switch (match) {
    case LaneMatch::lane: return join({lane.carrier, lane.origin_city, lane.destination_city}, lane.mode);
    case LaneMatch::provinces:
        return join({lane.carrier, lane.origin_province, lane.destination_province}, lane.mode);
    case LaneMatch::carrier: return join({lane.carrier}, lane.mode);
    case LaneMatch::mode: return join({lane.mode}, {});
    }
    return {};
}

TransitMonth transit_month(base::Timestamp at) {
    const base::LocalDate day = at.utc_date();
    return day.year() * 12 + day.month() - 1;
}

TransitMonths months_before(TransitMonth month) {
    const TransitMonth last = month - kMonthsLeftOut;
    return {last - kMonthsUsed + 1, last};
}

std::optional<TransitPart> transit_part(const Shipment& shipment, const ShipmentFacts& facts,
                                        const ShipmentTracking& tracking) {
    if (facts.handed_over == nullptr || facts.returned_on || comes_back(tracking)) return std::nullopt;
    TransitPart part;
    if (facts.stage >= Stage::delivered) {
        part.told = times_of(facts, tracking);
        if (part.told.empty()) return std::nullopt;
        part.month = transit_month(instant_of(arrival_of(facts)));
    } else if (is_on_its_way(facts)) {
        part.month = transit_month(instant_of(*facts.events.back()->actual));
    } else {
        return std::nullopt;
    }
    part.lane = lane_of(shipment);
    if (lane_key(part.lane, LaneMatch::mode).empty() && lane_key(part.lane, LaneMatch::carrier).empty())
        return std::nullopt;
    return part;
}

std::optional<UsualArrival> usual_arrival(const ShipmentFacts& facts, const Lane& lane,
                                          const FindCounts& find) {
    if (!is_on_its_way(facts) || facts.events.empty()) return std::nullopt;
    // A later scan at the same stage says that it has already taken that long.
    const base::Timestamp seen = instant_of(*facts.events.back()->actual);
    const std::vector<Reached> stages = reached_stages(facts);
    for (const LaneMatch match : kFromClosest) {
        const std::string key = lane_key(lane, match);
        const TransitCounts* counts = key.empty() ? nullptr : find(key);
        if (counts == nullptr) continue;
        for (const Reached& reached : stages) {
            const Spread hours = counts->hours_remaining(reached.stage, seen - reached.at);
            if (hours.count() < kFewestSamples) continue;
            return UsualArrival{reached.at + hours_of(hours.percentile_hundredths(50)),
                                reached.at + hours_of(hours.percentile_hundredths(90)), hours.count(), match};
        }
    }
    return std::nullopt;
}

std::optional<base::Duration> usual_gap(const Lane& lane, const FindCounts& find) {
    for (const LaneMatch match : kFromClosest) {
        const std::string key = lane_key(lane, match);
        const TransitCounts* counts = key.empty() ? nullptr : find(key);
        if (counts == nullptr) continue;
        const Spread hours = counts->hours_between_scans();
        if (hours.count() >= kFewestGaps) return hours_of(hours.percentile_hundredths(95));
    }
    return std::nullopt;
}

} // namespace orderdeck::domain
