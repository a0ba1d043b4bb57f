#include "shared/domain/tracking/alarms.h"

#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr base::Duration kWesternmostClock = base::Duration::hours(12);

/// The latest instant that the scan's clock can mean; its instant when the zone is known.
base::Timestamp latest_instant(const TrackingEvent& event) {
    if (event.actual.at) return *event.actual.at;
    const base::Timestamp start = base::Timestamp::at_start_of(event.actual.on) + kWesternmostClock;
    return start + base::Duration::minutes(event.local_minute.value_or(24 * 60));
}

/// The city of a destination as places name it: "ningbo" of "Ningbo, CN", "宁波" of "宁波市"; empty when there is none.
std::string bare_city(std::string_view destination) {
    constexpr std::string_view kCity = "市";
    std::string city = base::fold_for_search(destination);
    city = std::string(base::trim(std::string_view(city).substr(0, city.find(','))));
    if (city.size() > kCity.size() && city.ends_with(kCity)) city.resize(city.size() - kCity.size());
    return city;
}

bool names_city(const TrackingEvent& event, const std::string& city) {
    return base::fold_for_search(event.place).find(city) != std::string::npos ||
           base::fold_for_search(event.text).find(city) != std::string::npos;
}

bool is_customs_reason(TrackingReason reason) {
    return reason == TrackingReason::customs_delay || reason == TrackingReason::customs_documentation ||
           reason == TrackingReason::customs_duties_unpaid;
}

bool has_ended(ParcelStatus status) { return is_terminal(status) || status == ParcelStatus::expired; }

/// Evaluates the rules that apply to one parcel.
class Evaluation {
public:
    Evaluation(const ParcelState& parcel, const AlarmContext& context, const AlarmRules& rules)
        : parcel_(parcel),
          context_(context),
          rules_(rules),
          carrier_(parcel.carrier.empty() ? context.carrier : parcel.carrier),
          city_(bare_city(context.destination_city)) {}

    std::vector<ParcelAlarm> run() {
        check_progress();
        check_trouble();
        check_delivery();
        if (context_.expected_before && !has_ended(parcel_.status))
            add(TrackingAlarm::expected_passed, *context_.expected_before, parcel_.last_scan);
        return std::move(alarms_);
    }

private:
    /// At most one of these holds: each is a way of not coming on.
    void check_progress() {
        const TrackingEvent* current = parcel_.current;
        if (has_ended(parcel_.status)) return;
        if (parcel_.picked_up == nullptr && parcel_.status != ParcelStatus::exception)
            return check_first_scan();
        if (current == nullptr) return;
        switch (parcel_.status) {
        case ParcelStatus::out_for_delivery: return add_after(TrackingAlarm::no_result, *current);
        case ParcelStatus::ready_for_pickup: return add_after(TrackingAlarm::not_collected, *waiting_since());
        case ParcelStatus::customs: return check_customs();
        case ParcelStatus::in_transit:
            if (!city_.empty() && names_city(*current, city_))
                return add_after(TrackingAlarm::stuck_at_hub, *current);
            return add_after(TrackingAlarm::silent, *parcel_.last_scan);
        case ParcelStatus::picked_up:
        case ParcelStatus::exception:
        case ParcelStatus::attempt_failed:
        case ParcelStatus::returning: return add_after(TrackingAlarm::silent, *parcel_.last_scan);
        case ParcelStatus::unknown:
        case ParcelStatus::registered:
        case ParcelStatus::returned:
        case ParcelStatus::delivered:
        case ParcelStatus::expired: return;
        }
    }

    void check_first_scan() {
        if (context_.shipped_at)
            return add(TrackingAlarm::no_pickup_scan, *context_.shipped_at, parcel_.last_scan);
        if (parcel_.status == ParcelStatus::registered)
            add_after(TrackingAlarm::no_pickup_scan, *first_scan());
    }

    void check_customs() {
        const TrackingEvent* entered = nullptr;
        for (auto scan = parcel_.scans.rbegin(); scan != parcel_.scans.rend(); ++scan) {
            if (scan->status != ParcelStatus::customs) break;
            entered = scan->event;
            if (says_customs_cleared(entered->text))
                return add_after(TrackingAlarm::silent, *parcel_.last_scan);
        }
        if (entered != nullptr) add_after(TrackingAlarm::stuck_in_customs, *entered);
    }

    void check_trouble() {
        const TrackingEvent* current = parcel_.current;
        if (current == nullptr) return;
        if (parcel_.status == ParcelStatus::exception || parcel_.status == ParcelStatus::customs) {
            if (is_customs_reason(parcel_.reason))
                add_after(TrackingAlarm::customs_exception, *current);
            else if (parcel_.status == ParcelStatus::exception)
                add_after(TrackingAlarm::trouble, *current);
        }
        if (parcel_.status == ParcelStatus::returning || parcel_.status == ParcelStatus::returned)
            add_after(TrackingAlarm::return_started, *current);
        if (parcel_.status == ParcelStatus::expired) add_after(TrackingAlarm::tracking_ended, *current);
        const AlarmRule* rule = find(TrackingAlarm::attempts_failed);
        if (rule != nullptr && !has_ended(parcel_.status) && parcel_.failed_attempts >= rule->attempts)
            add_after(TrackingAlarm::attempts_failed, *last_attempt());
    }

    void check_delivery() {
        if (!parcel_.is_delivered()) return;
        const TrackingEvent& delivered = *parcel_.delivered;
        if (context_.reported_missing_at)
            add(TrackingAlarm::not_received, *context_.reported_missing_at, &delivered);
        if (context_.shipped && context_.delivered && *context_.delivered < *context_.shipped)
            add_after(TrackingAlarm::short_delivery, delivered);
        const bool knows_places = !city_.empty() && !delivered.place.empty();
        if (knows_places && !names_city(delivered, city_)) add_after(TrackingAlarm::other_city, delivered);
    }

    const TrackingEvent* first_scan() const { return parcel_.scans.front().event; }

    const TrackingEvent* last_attempt() const {
        const TrackingEvent* last = parcel_.current;
        for (const ParcelScan& scan : parcel_.scans) {
            if (scan.status == ParcelStatus::attempt_failed) last = scan.event;
        }
        return last;
    }

    /// A second notice about the same waiting does not begin it anew.
    const TrackingEvent* waiting_since() const {
        const TrackingEvent* since = parcel_.current;
        for (auto scan = parcel_.scans.rbegin(); scan != parcel_.scans.rend(); ++scan) {
            if (scan->status != ParcelStatus::ready_for_pickup) break;
            since = scan->event;
        }
        return since;
    }

    const AlarmRule* find(TrackingAlarm alarm) const { return rules_.find(alarm, carrier_, context_.mode); }

    void add_after(TrackingAlarm alarm, const TrackingEvent& event) {
        add(alarm, latest_instant(event), &event);
    }

    void add(TrackingAlarm kind, base::Timestamp counted_from, const TrackingEvent* event) {
        const AlarmRule* rule = find(kind);
        if (rule == nullptr) return;
        ParcelAlarm alarm;
        alarm.key = parcel_.number + "/" + std::string(name_of(kind)) + "/" + counted_from.to_string();
        alarm.alarm = kind;
        alarm.steps = steps_of(*rule, counted_from);
        alarm.from = counted_from + alarm.steps.front().after;
        alarm.action = rule->action;
        alarm.owner = owner_of(*rule);
        alarm.evidence = {event, counted_from, alarm.steps.front().after, parcel_.failed_attempts,
                          event == nullptr || event->actual.at.has_value()};
        alarms_.push_back(std::move(alarm));
    }

    std::vector<AlarmStep> steps_of(const AlarmRule& rule, base::Timestamp from) const {
        std::vector<AlarmStep> steps = rule.steps;
        if (rule.alarm == TrackingAlarm::silent && context_.usual_gap) {
            for (AlarmStep& step : steps)
                step.after = std::max(step.after, *context_.usual_gap);
        }
        if (rule.working_days > 0) {
            const auto due = plus_working_days(from, rule.working_days, context_.customs_days);
            // A calendar that never works cannot count; then calendar days do.
            const auto end = due ? *due : from + base::Duration::days(rule.working_days);
            steps.front().after = end - from;
        }
        return steps;
    }

    Party owner_of(const AlarmRule& rule) const {
        if (rule.alarm == TrackingAlarm::customs_exception || rule.alarm == TrackingAlarm::trouble)
            return responsible_party(parcel_.status, parcel_.reason, context_.import_by);
        return rule.owner;
    }

    const ParcelState& parcel_;
    const AlarmContext& context_;
    const AlarmRules& rules_;
    std::string carrier_;
    std::string city_;
    std::vector<ParcelAlarm> alarms_;
};

void keep_earlier(std::optional<base::Timestamp>& instant, base::Timestamp other) {
    if (!instant || other < *instant) instant = other;
}

} // namespace

AlarmSeverity ParcelAlarm::severity_at(base::Timestamp now) const {
    AlarmSeverity severity = steps.front().severity;
    for (const AlarmStep& step : steps) {
        if (evidence.counted_from + step.after <= now) severity = step.severity;
    }
    return severity;
}

std::vector<ParcelAlarm> alarms_of(const ParcelState& parcel, const AlarmContext& context,
                                   const AlarmRules& rules) {
    return Evaluation(parcel, context, rules).run();
}

AlarmInstants instants_of(std::span<const ParcelAlarm> alarms) {
    AlarmInstants instants;
    for (const ParcelAlarm& alarm : alarms) {
        switch (alarm.alarm) {
        case TrackingAlarm::no_pickup_scan:
        case TrackingAlarm::silent:
        case TrackingAlarm::tracking_ended: keep_earlier(instants.silent_at, alarm.from); break;
        case TrackingAlarm::expected_passed:
        case TrackingAlarm::stuck_at_hub:
        case TrackingAlarm::no_result:
        case TrackingAlarm::not_collected:
        case TrackingAlarm::stuck_in_customs: keep_earlier(instants.stuck_at, alarm.from); break;
        case TrackingAlarm::attempts_failed:
        case TrackingAlarm::customs_exception:
        case TrackingAlarm::trouble:
        case TrackingAlarm::return_started:
        case TrackingAlarm::not_received:
        case TrackingAlarm::short_delivery:
        case TrackingAlarm::other_city: keep_earlier(instants.trouble_at, alarm.from); break;
        }
    }
    return instants;
}

} // namespace orderdeck::domain
