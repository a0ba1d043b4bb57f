#include "server/ingest/carriers/scan_reader.h"

#include "server/ingest/carriers/clock_text.h"
#include "shared/base/text.h"
#include "shared/domain/tracking/event_list.h"
#include "shared/domain/tracking/zone.h"

#include <algorithm>
#include <map>
#include <utility>

namespace orderdeck::server::ingest::carriers {
namespace {

using domain::ParcelStatus;
using domain::TrackingReason;

bool has(const std::string& text, const std::string& words) { return text.find(words) != text.npos; }

bool fits(const WordRule& rule, const std::string& folded) {
    const auto occurs = [&folded](const std::string& words) { return has(folded, words); };
    const bool one = rule.any.empty() || std::any_of(rule.any.begin(), rule.any.end(), occurs);
    return one && std::all_of(rule.all.begin(), rule.all.end(), occurs) &&
           std::none_of(rule.none.begin(), rule.none.end(), occurs);
}

const WordRule* first_fitting(const std::vector<WordRule>& rules, const std::string& folded) {
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&folded](const WordRule& rule) { return fits(rule, folded); });
    return found == rules.end() ? nullptr : &*found;
}

template <typename Meaning>
std::optional<Meaning> look_up(const CodeTable<Meaning>& table, const Node& node) {
    const std::string code = table.by.read(node);
    if (code.empty()) return std::nullopt;
    const auto found = table.codes.find(base::to_lower_ascii(code));
    return found == table.codes.end() ? std::nullopt : std::optional(found->second);
}

bool tells_of_trouble(ParcelStatus status) {
    return status == ParcelStatus::attempt_failed || status == ParcelStatus::exception ||
           status == ParcelStatus::customs || status == ParcelStatus::returning ||
           status == ParcelStatus::returned;
}

int minute_of(base::Duration time_of_day) { return static_cast<int>(time_of_day.count() / 60'000); }

/// The offset of the clock that shows `local` at `utc`: a multiple of a quarter of an hour, at most 14 hours.
std::optional<int> offset_between(base::Timestamp local, base::Timestamp utc) {
    constexpr std::int64_t kQuarter = 15;
    const std::int64_t minutes = (local - utc).count() / 60'000;
    const std::int64_t rounded = (minutes + (minutes < 0 ? -7 : 7)) / kQuarter * kQuarter;
    if (rounded < -14 * 60 || rounded > 14 * 60) return std::nullopt;
    return static_cast<int>(rounded);
}

auto as_written(const ParsedEvent& event) {
    return std::pair(event.actual.on, event.local_minute.value_or(0));
}

void number_equal_minutes(std::vector<ParsedEvent>& events) {
    std::map<std::pair<base::LocalDate, int>, std::int64_t> counts;
    for (ParsedEvent& event : events)
        event.sequence = counts[as_written(event)]++;
}

} // namespace

std::vector<ParsedEvent> ScanReader::read(const Node& parcel, const std::string& number,
                                          std::vector<std::string>& unreadable) const {
    std::vector<ParsedEvent> events;
    std::vector<const Node*> nodes;
    for (const Node* node : format_.events.at.select(parcel)) {
        if (auto event = read_event(*node)) {
            events.push_back(std::move(*event));
            nodes.push_back(node);
        } else {
            unreadable.push_back(format_.events.text.read(*node));
        }
    }
    if (!events.empty() && as_written(events.back()) < as_written(events.front())) {
        std::reverse(events.begin(), events.end());
        std::reverse(nodes.begin(), nodes.end());
    }
    for (std::size_t i = 0; i < events.size(); ++i)
        find_meaning(*nodes[i], number, events[i], i + 1 == events.size());
    number_equal_minutes(events);
    return events;
}

std::optional<domain::Occurrence> ScanReader::read_day(const std::string& text) const {
    const auto reading = read_clock(text, format_.clock_formats);
    if (!reading) return std::nullopt;
    domain::Occurrence day{reading->day, std::nullopt, std::nullopt};
    const auto offset =
        reading->utc_offset_minutes ? reading->utc_offset_minutes : format_.utc_offset_minutes;
    if (!offset || !reading->time_of_day || reading->time_of_day->count() == 0) return day;
    day.utc_offset_minutes = offset;
    day.at =
        base::Timestamp::at_start_of(reading->day) + *reading->time_of_day - base::Duration::minutes(*offset);
    return day;
}

std::optional<ParsedEvent> ScanReader::read_event(const Node& node) const {
    ParsedEvent event;
    if (!read_time(node, event)) return std::nullopt;
    event.code = format_.events.code.read(node);
    event.text = format_.events.text.read(node);
    event.place = format_.events.place.read(node);
    return event;
}

bool ScanReader::read_time(const Node& node, ParsedEvent& event) const {
    const EventRules& rules = format_.events;
    const auto local = read_clock(rules.local.read(node), format_.clock_formats);
    const auto utc = rules.utc ? read_utc(rules.utc->read(node), format_.clock_formats) : std::nullopt;
    if (!local && !utc) return false;
    if (!local || (!local->time_of_day && utc)) {
        const base::LocalDate day = utc->utc_date();
        const auto offset = offset_at(node, day, 12 * 60);
        event.actual = {utc->date_at(base::Duration::minutes(offset.value_or(0))), utc, offset};
        return true;
    }
    event.actual.on = local->day;
    if (!local->time_of_day) return true;
    event.local_minute = minute_of(*local->time_of_day);
    const base::Timestamp written = base::Timestamp::at_start_of(local->day) + *local->time_of_day;
    std::optional<int> offset = local->utc_offset_minutes;
    if (!offset && utc) offset = offset_between(written, *utc);
    if (!offset) offset = offset_at(node, local->day, *event.local_minute);
    if (!offset) return true;
    event.actual.utc_offset_minutes = offset;
    event.actual.at = written - base::Duration::minutes(*offset);
    return true;
}

std::optional<int> ScanReader::offset_at(const Node& node, base::LocalDate day, int minute_of_day) const {
    const EventRules& rules = format_.events;
    if (rules.offset) {
        const auto stated = read_clock("2000-01-01T00:00" + rules.offset->read(node), {});
        if (stated && stated->utc_offset_minutes) return stated->utc_offset_minutes;
    }
    if (rules.country) {
        if (const auto offset = domain::utc_offset_in(rules.country->read(node), day, minute_of_day))
            return offset;
    }
    return format_.utc_offset_minutes;
}

void ScanReader::find_meaning(const Node& node, const std::string& number, ParsedEvent& event,
                              bool is_newest) const {
    bool is_listed = false;
    for (const auto& table : format_.statuses) {
        const auto status = table.latest_only ? std::nullopt : look_up(table, node);
        if (!status) continue;
        event.status = *status;
        is_listed = true;
        break;
    }
    for (const auto& table : format_.reasons) {
        const auto reason = look_up(table, node);
        if (!reason) continue;
        event.reason = *reason;
        break;
    }
    find_words(event);
    for (const auto& table : format_.statuses) {
        if (!table.latest_only || !is_newest || event.status != ParcelStatus::unknown) continue;
        event.status = look_up(table, node).value_or(ParcelStatus::unknown);
    }
    event.is_code_unknown = !is_listed && !event.code.empty() && event.status == ParcelStatus::unknown;
    const auto handover = domain::handover_in(event.text);
    const bool is_end = domain::is_terminal(event.status) || event.status == ParcelStatus::unknown;
    if (handover && handover->number != number && is_end) event.status = ParcelStatus::in_transit;
}

void ScanReader::find_words(ParsedEvent& event) const {
    const std::string folded = base::fold_for_search(event.text);
    for (const Words& words : format_.words) {
        if (event.status != ParcelStatus::unknown) break;
        const WordRule* rule = first_fitting(words.statuses, folded);
        if (rule == nullptr) continue;
        event.status = rule->status;
        if (event.reason == TrackingReason::none) event.reason = rule->reason;
    }
    if (event.reason != TrackingReason::none || !tells_of_trouble(event.status)) return;
    for (const Words& words : format_.words) {
        const WordRule* rule = first_fitting(words.reasons, folded);
        if (rule == nullptr) continue;
        event.reason = rule->reason;
        return;
    }
}

} // namespace orderdeck::server::ingest::carriers
