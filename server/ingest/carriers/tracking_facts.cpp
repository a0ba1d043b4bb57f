#include "server/ingest/carriers/tracking_facts.h"

#include "shared/base/hash.h"
#include "shared/domain/tracking/contact_mask.h"
#include "shared/domain/tracking/text_signs.h"

#include <set>

namespace orderdeck::server::ingest::carriers {
namespace {

std::int64_t floor_minutes(base::Timestamp at) {
    const std::int64_t milliseconds = at.milliseconds();
    return milliseconds / 60'000 - (milliseconds % 60'000 < 0 ? 1 : 0);
}

/// What makes a scan itself: its code or else its words, its minute, its place.
std::string key_of(const ParsedEvent& event) {
    base::Hash64 hash;
    const std::string wording = domain::normalised_wording(domain::mask_contacts(event.text));
    hash.append(event.code.empty() ? "text" : "code");
    hash.append(event.code.empty() ? wording : event.code);
    if (event.is_undated) {
        hash.append(wording);
        return "ending/" + std::to_string(hash.value());
    }
    if (event.actual.at)
        hash.append("utc").append(floor_minutes(*event.actual.at));
    else
        hash.append("day")
            .append(event.actual.on.days())
            .append(std::int64_t{event.local_minute.value_or(-1)});
    hash.append(domain::normalised_wording(event.place));
    return "event/" + std::to_string(hash.value());
}

TrackingEventFact fact_of(const ParsedParcel& parcel, const ParsedEvent& event) {
    TrackingEventFact fact;
    fact.parcel = parcel.number;
    fact.carrier = parcel.carrier;
    fact.code = event.code;
    fact.status = event.status;
    fact.reason = event.reason;
    fact.actual = event.actual;
    fact.local_minute = event.local_minute;
    fact.sequence = event.sequence;
    fact.place = event.place;
    fact.text = domain::mask_contacts(event.text);
    return fact;
}

} // namespace

std::vector<Fact> tracking_facts(const ParsedParcel& parcel, const std::string& account, std::size_t source,
                                 base::Timestamp received) {
    std::vector<Fact> facts;
    std::set<std::string> keys;
    const auto add = [&](std::string key, std::optional<base::Timestamp> occurred, FactBody body) {
        if (!keys.insert(key).second) return;
        facts.push_back({account, {source, std::move(key), 0, occurred, received, 0}, std::move(body)});
    };
    for (const ParsedEvent& event : parcel.events)
        add(key_of(event), event.actual.at, fact_of(parcel, event));
    if (parcel.expected) add("forecast", std::nullopt, ParcelForecastFact{parcel.number, *parcel.expected});
    return facts;
}

} // namespace orderdeck::server::ingest::carriers
