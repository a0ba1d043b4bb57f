#include "shared/domain/tracking/parcel_state.h"

#include <algorithm>
#include <array>
#include <set>

namespace orderdeck::domain {
namespace {

/// No clock on earth is further from another one.
constexpr base::Duration kFurthestClocks = base::Duration::hours(26);

/// Folds scans in their order into the state.
class Fold {
public:
    explicit Fold(ParcelState& state) : state_(state) {}

    void take(const ScannedOnce& once) {
        ParcelScan scan{once.event, once.event->status, ScanRole::regular, once.times, once.order_at, {}};
        read_words(scan, once.signs);
        if (end_ && scan.role == ScanRole::regular)
            take_after_end(scan);
        else
            take_on_the_way(scan);
        state_.pieces = std::max(state_.pieces, once.signs.pieces);
        if (scan.role != ScanRole::unplaced) state_.last_scan = scan.event;
        state_.scans.push_back(std::move(scan));
    }

private:
    void read_words(ParcelScan& scan, const TextSigns& signs) const {
        if (signs.takes_delivery_back) {
            scan.role = ScanRole::correction;
            become_in_transit(scan);
            return;
        }
        scan.handover = signs.handover;
        if (!scan.handover) return;
        if (scan.handover->number == state_.number) {
            scan.handover.reset();
            return;
        }
        scan.role = ScanRole::hand_over;
        become_in_transit(scan);
    }

    static void become_in_transit(ParcelScan& scan) {
        if (is_terminal(scan.status) || scan.status == ParcelStatus::unknown)
            scan.status = ParcelStatus::in_transit;
    }

    void take_after_end(ParcelScan& scan) {
        const bool says_the_same = scan.status == state_.status || (state_.status == ParcelStatus::returned &&
                                                                    scan.status == ParcelStatus::delivered);
        if (says_the_same || scan.status == ParcelStatus::expired)
            scan.role = ScanRole::repeated;
        else if (scan.status == ParcelStatus::returned)
            become(scan);
        else
            scan.role = is_certainly_after_end(scan) ? ScanRole::after_delivery : ScanRole::unplaced;
    }

    bool is_certainly_after_end(const ParcelScan& scan) const {
        if (scan.event->actual.at && end_->event->actual.at) return true;
        return scan.order_at - end_->order_at > kFurthestClocks;
    }

    void take_on_the_way(ParcelScan& scan) {
        if (scan.role != ScanRole::regular) end_.reset();
        if (scan.role == ScanRole::hand_over) state_.next = scan.handover;
        if (scan.status == ParcelStatus::delivered && state_.status == ParcelStatus::returning)
            scan.status = ParcelStatus::returned;
        if (scan.status == ParcelStatus::unknown) return;
        // Papers that arrive after the goods say nothing about the goods.
        if (scan.status == ParcelStatus::registered && state_.picked_up != nullptr) return;
        if (scan.status == ParcelStatus::picked_up && has_pick_up_scan_) {
            scan.role = ScanRole::repeated;
            // It does not send a moving parcel back to its start, but it cures a parcel in trouble.
            if (state_.status == ParcelStatus::picked_up || state_.status == ParcelStatus::in_transit) return;
        }
        has_pick_up_scan_ = has_pick_up_scan_ || scan.status == ParcelStatus::picked_up;
        if (shows_possession(scan.status) && state_.picked_up == nullptr) state_.picked_up = scan.event;
        become(scan);
    }

    static bool shows_possession(ParcelStatus status) {
        return status != ParcelStatus::registered && status != ParcelStatus::expired &&
               status != ParcelStatus::exception;
    }

    void become(const ParcelScan& scan) {
        state_.status = scan.status;
        state_.reason = scan.event->reason;
        state_.current = scan.event;
        state_.delivered = scan.status == ParcelStatus::delivered ? scan.event : nullptr;
        if (scan.status == ParcelStatus::attempt_failed) days_of_attempts_.insert(scan.event->actual.on);
        state_.failed_attempts = static_cast<int>(days_of_attempts_.size());
        if (is_terminal(scan.status)) end_ = scan;
    }

    ParcelState& state_;
    std::optional<ParcelScan> end_; ///< the delivery or return that holds
    std::set<base::LocalDate> days_of_attempts_;
    bool has_pick_up_scan_ = false;
};

constexpr std::array kAnnounced{ParcelStatus::picked_up, ParcelStatus::out_for_delivery,
                                ParcelStatus::ready_for_pickup, ParcelStatus::returned,
                                ParcelStatus::delivered};

bool is_counted(const ParcelScan& scan) {
    return scan.role == ScanRole::regular || scan.role == ScanRole::correction;
}

} // namespace

ParcelState fold_parcel(std::string number, std::span<const TrackingEvent* const> events) {
    ParcelState state;
    state.legs = {number};
    state.number = std::move(number);
    Fold fold(state);
    for (const ScannedOnce& scan : scans_in_order(events)) {
        if (state.carrier.empty()) state.carrier = scan.event->carrier;
        fold.take(scan);
    }
    return state;
}

Party responsible_party(ParcelStatus status, TrackingReason reason, Party import_by) {
    switch (reason) {
    case TrackingReason::carrier_damaged_parcel:
    case TrackingReason::carrier_sorting_error:
    case TrackingReason::carrier_address_not_found:
    case TrackingReason::carrier_parcel_lost:
    case TrackingReason::carrier_not_enough_time:
    case TrackingReason::carrier_vehicle_issue:
    case TrackingReason::carrier_delay: return Party::carrier;
    case TrackingReason::consignee_refused:
    case TrackingReason::consignee_business_closed:
    case TrackingReason::consignee_not_available:
    case TrackingReason::consignee_not_home:
    case TrackingReason::consignee_incorrect_address:
    case TrackingReason::consignee_access_restricted:
    case TrackingReason::consignee_identification_failed: return Party::customer;
    case TrackingReason::customs_delay: return Party::authority;
    case TrackingReason::customs_documentation:
    case TrackingReason::customs_duties_unpaid: return import_by;
    case TrackingReason::weather_delay:
    case TrackingReason::natural_disaster: return Party::unknown;
    case TrackingReason::none:
    case TrackingReason::unknown: break;
    }
    switch (status) {
    case ParcelStatus::registered: return Party::us;
    case ParcelStatus::picked_up:
    case ParcelStatus::in_transit:
    case ParcelStatus::out_for_delivery:
    case ParcelStatus::exception:
    case ParcelStatus::returning: return Party::carrier;
    case ParcelStatus::customs: return Party::authority;
    case ParcelStatus::ready_for_pickup:
    case ParcelStatus::attempt_failed: return Party::customer;
    case ParcelStatus::returned: return Party::us;
    case ParcelStatus::unknown:
    case ParcelStatus::delivered:
    case ParcelStatus::expired: return Party::unknown;
    }
    return Party::unknown;
}

std::vector<Announcement> announcements(const ParcelState& parcel) {
    std::vector<Announcement> result;
    for (const ParcelStatus step : kAnnounced) {
        const auto first =
            std::find_if(parcel.scans.begin(), parcel.scans.end(),
                         [step](const ParcelScan& scan) { return scan.status == step && is_counted(scan); });
        if (first == parcel.scans.end()) continue;
        result.push_back(
            {parcel.number + "/" + std::string(name_of(step)), parcel.number, step, first->event});
    }
    return result;
}

} // namespace orderdeck::domain
