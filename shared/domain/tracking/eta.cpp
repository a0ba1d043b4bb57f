#include "shared/domain/tracking/eta.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

/// The first scan of the run that has the present status.
const TrackingEvent* entered_status(const ParcelState& parcel) {
    const TrackingEvent* entered = parcel.current;
    for (auto scan = parcel.scans.rbegin(); scan != parcel.scans.rend(); ++scan) {
        if (scan->role == ScanRole::repeated || scan->status == ParcelStatus::unknown) continue;
        if (scan->status != parcel.status) break;
        entered = scan->event;
    }
    return entered;
}

base::Timestamp end_of_day(base::LocalDate day, const WorkingDays& delivery) {
    return base::Timestamp::at_start_of(day.plus_days(1)) -
           base::Duration::minutes(delivery.utc_offset_minutes);
}

Eta from_carrier(const Occurrence& stated, const WorkingDays& delivery) {
    Eta eta;
    eta.basis = EtaBasis::carrier;
    eta.stated = stated;
    eta.late_from = stated.at ? *stated.at : end_of_day(stated.on, delivery);
    return eta;
}

base::Timestamp on_delivery_day(base::Timestamp at, const WorkingDays& delivery) {
    const auto moved = on_working_day(at, delivery);
    return moved ? *moved : at;
}

} // namespace

Eta estimate(const ParcelState& parcel, const std::optional<Occurrence>& stated,
             const TransitHistory& history, const Lane& lane, const WorkingDays& delivery) {
    if (is_terminal(parcel.status) || parcel.status == ParcelStatus::returning) return {};
    if (stated) return from_carrier(*stated, delivery);
    const TrackingEvent* entered = entered_status(parcel);
    if (entered == nullptr || !entered->actual.at) return {};
    const base::Timestamp since = *entered->actual.at;
    // A later scan with the same status says that it has already taken that long.
    const TrackingEvent* last = parcel.last_scan;
    const bool is_later = last != nullptr && last->actual.at && *last->actual.at > since;
    const base::Timestamp seen = is_later ? *last->actual.at : since;
    const auto left = history.remaining(lane, parcel.status, seen - since);
    if (!left) return {};
    Eta eta;
    eta.basis = EtaBasis::history;
    eta.p50 = on_delivery_day(seen + left->p50, delivery);
    eta.p90 = std::max(*eta.p50, on_delivery_day(seen + left->p90, delivery));
    eta.samples = left->samples;
    eta.match = left->match;
    eta.late_from = eta.p90;
    return eta;
}

EtaShown eta_at(const Eta& eta, const ParcelState& parcel, base::Timestamp now) {
    EtaShown shown;
    shown.last_seen = parcel.last_scan;
    if (eta.basis == EtaBasis::none) return shown;
    shown.stated = eta.stated;
    shown.until = *eta.late_from;
    if (*eta.late_from <= now) {
        shown.kind = EtaShown::Kind::late;
        shown.from = *eta.late_from;
    } else if (eta.basis == EtaBasis::carrier) {
        shown.kind = EtaShown::Kind::on_day;
        shown.from = eta.stated->at.value_or(now);
    } else {
        shown.kind = EtaShown::Kind::between;
        shown.from = std::max(*eta.p50, now);
    }
    return shown;
}

} // namespace orderdeck::domain
