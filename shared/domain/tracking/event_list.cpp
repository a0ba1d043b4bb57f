#include "shared/domain/tracking/event_list.h"

#include "shared/domain/tracking/text_signs.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

namespace orderdeck::domain {
namespace {

using EventRefs = std::vector<const TrackingEvent*>;

/// Reads clocks without a zone like the others of the same parcel. Of several offsets the most frequent one counts, of
/// equally frequent ones the least, so that the order of the events does not matter.
class ParcelClock {
public:
    explicit ParcelClock(const EventRefs& events) {
        for (const TrackingEvent* event : events) {
            const auto& offset = event->actual.utc_offset_minutes;
            if (!event->actual.at || !offset) continue;
            ++by_place_[event->place][*offset];
            ++by_carrier_[event->carrier][*offset];
            ++all_[*offset];
        }
    }

    base::Timestamp instant_of(const TrackingEvent& event) const {
        if (event.actual.at) return *event.actual.at;
        const auto minutes = event.local_minute.value_or(0) - offset_for(event);
        return base::Timestamp::at_start_of(event.actual.on) + base::Duration::minutes(minutes);
    }

private:
    using Counts = std::map<int, int>;

    static int most_frequent(const Counts& counts) {
        const auto more = [](const auto& left, const auto& right) { return left.second < right.second; };
        return counts.empty() ? 0 : std::max_element(counts.begin(), counts.end(), more)->first;
    }

    int offset_for(const TrackingEvent& event) const {
        if (const auto place = by_place_.find(event.place); place != by_place_.end() && !event.place.empty())
            return most_frequent(place->second);
        if (const auto carrier = by_carrier_.find(event.carrier); carrier != by_carrier_.end())
            return most_frequent(carrier->second);
        return most_frequent(all_);
    }

    std::map<std::string, Counts> by_place_;
    std::map<std::string, Counts> by_carrier_;
    Counts all_;
};

/// Groups of tellings of one scan, found by keys that they share.
class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

    void join(std::size_t left, std::size_t right) { parent_[root(left)] = root(right); }
    std::size_t root(std::size_t index) const {
        while (parent_[index] != index)
            index = parent_[index];
        return index;
    }

private:
    std::vector<std::size_t> parent_;
};

constexpr std::int64_t kMinutesOfDay = 1440;

std::int64_t floor_minutes(base::Timestamp at) {
    const std::int64_t milliseconds = at.milliseconds();
    return milliseconds / 60'000 - (milliseconds % 60'000 < 0 ? 1 : 0);
}

std::optional<std::int64_t> written_minute(const TrackingEvent& event) {
    if (event.local_minute) return event.actual.on.days() * kMinutesOfDay + *event.local_minute;
    if (event.actual.at && event.actual.utc_offset_minutes)
        return floor_minutes(*event.actual.at) + *event.actual.utc_offset_minutes;
    return std::nullopt;
}

/// A telling with its words read, which is dear.
struct Telling {
    const TrackingEvent* event = nullptr;
    std::string wording;
    TextSigns signs;
};

std::vector<Telling> read_words(const EventRefs& events) {
    std::vector<Telling> tellings;
    tellings.reserve(events.size());
    for (const TrackingEvent* event : events) {
        std::string wording = normalised_wording(event->text);
        TextSigns signs = signs_in(wording);
        tellings.push_back({event, std::move(wording), std::move(signs)});
    }
    return tellings;
}

/// What is scanned and where, without when.
std::string subject_of_scan(const Telling& telling) {
    const TrackingEvent& event = *telling.event;
    // Carriers tell their most important scan in many wordings, and handed over is not delivered.
    if (is_terminal(event.status) && !telling.signs.handover) return std::string(name_of(event.status));
    return (event.code.empty() ? "text " + telling.wording : "code " + event.code) + "\n" +
           normalised_wording(event.place);
}

Groups join_tellings(const std::vector<Telling>& tellings) {
    Groups groups(tellings.size());
    std::map<std::pair<std::string, std::int64_t>, std::size_t> by_utc;
    std::map<std::pair<std::string, std::int64_t>, std::vector<std::size_t>> by_clock;
    for (std::size_t i = 0; i < tellings.size(); ++i) {
        const TrackingEvent& event = *tellings[i].event;
        const std::string subject = subject_of_scan(tellings[i]);
        if (event.actual.at) {
            const auto [first, fresh] = by_utc.try_emplace({subject, floor_minutes(*event.actual.at)}, i);
            if (!fresh) groups.join(i, first->second);
        }
        const auto minute = written_minute(event);
        // A day without time has no minute: only the same day of the same scan is the same telling.
        by_clock[{subject, minute.value_or(-1 - event.actual.on.days())}].push_back(i);
    }
    for (const auto& [key, group] : by_clock) {
        const auto zoneless = std::find_if(
            group.begin(), group.end(), [&tellings](std::size_t i) { return !tellings[i].event->actual.at; });
        if (zoneless == group.end()) continue;
        for (const std::size_t i : group)
            groups.join(i, *zoneless);
    }
    return groups;
}

/// Which telling is shown: one whose instant is known, then the first received; the rest only makes the choice unique.
auto preference(const TrackingEvent& event) {
    return std::tuple(!event.actual.at.has_value(), event.received_at, event.sequence, std::cref(event.text),
                      std::cref(event.place), std::cref(event.code), event.status, event.id);
}

auto order_key(const ScannedOnce& scan) {
    const TrackingEvent& event = *scan.event;
    return std::tuple(scan.order_at, lifecycle_rank(event.status), event.sequence, std::cref(event.code),
                      std::cref(event.text), std::cref(event.place), event.received_at, event.id);
}

/// Strings are compared by reference: tuples of std::reference_wrapper have no order of their own.
template <typename... Parts, std::size_t... index>
bool less_parts(const std::tuple<Parts...>& left, const std::tuple<Parts...>& right,
                std::index_sequence<index...>) {
    int order = 0;
    const auto step = [&order](const auto& a, const auto& b) {
        if (order == 0) order = a < b ? -1 : (b < a ? 1 : 0);
    };
    const auto compare = [&step](const auto& a, const auto& b) {
        if constexpr (requires { a.get(); })
            step(a.get(), b.get());
        else
            step(a, b);
    };
    (compare(std::get<index>(left), std::get<index>(right)), ...);
    return order < 0;
}

template <typename... Parts>
bool less_tuple(const std::tuple<Parts...>& left, const std::tuple<Parts...>& right) {
    return less_parts(left, right, std::index_sequence_for<Parts...>{});
}

} // namespace

int lifecycle_rank(ParcelStatus status) {
    switch (status) {
    case ParcelStatus::unknown: return 0;
    case ParcelStatus::registered: return 1;
    case ParcelStatus::picked_up: return 2;
    case ParcelStatus::in_transit: return 3;
    case ParcelStatus::customs: return 4;
    case ParcelStatus::exception: return 5;
    case ParcelStatus::out_for_delivery: return 6;
    case ParcelStatus::attempt_failed: return 7;
    case ParcelStatus::ready_for_pickup: return 8;
    case ParcelStatus::returning: return 9;
    case ParcelStatus::returned: return 10;
    case ParcelStatus::delivered: return 11;
    case ParcelStatus::expired: return 12;
    }
    return 0;
}

bool is_terminal(ParcelStatus status) {
    return status == ParcelStatus::delivered || status == ParcelStatus::returned;
}

std::vector<ScannedOnce> scans_in_order(std::span<const TrackingEvent* const> given) {
    const EventRefs events(given.begin(), given.end());
    const ParcelClock clock(events);
    std::vector<Telling> tellings = read_words(events);
    const Groups groups = join_tellings(tellings);
    struct Shown {
        std::size_t telling;
        int times;
    };
    std::map<std::size_t, Shown> scans;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto [entry, fresh] = scans.try_emplace(groups.root(i), Shown{i, 1});
        if (fresh) continue;
        ++entry->second.times;
        if (less_tuple(preference(*events[i]), preference(*events[entry->second.telling])))
            entry->second.telling = i;
    }
    std::vector<ScannedOnce> ordered;
    ordered.reserve(scans.size());
    for (const auto& entry : scans) {
        Telling& shown = tellings[entry.second.telling];
        ordered.push_back(
            {shown.event, entry.second.times, clock.instant_of(*shown.event), std::move(shown.signs)});
    }
    std::sort(ordered.begin(), ordered.end(), [](const ScannedOnce& left, const ScannedOnce& right) {
        return less_tuple(order_key(left), order_key(right));
    });
    return ordered;
}

} // namespace orderdeck::domain
