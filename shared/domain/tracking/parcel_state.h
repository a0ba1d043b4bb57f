#pragma once

#include "shared/domain/order.h"
#include "shared/domain/tracking.h"
#include "shared/domain/tracking/event_list.h"
#include "shared/domain/tracking/text_signs.h"

#include <span>
#include <string>
#include <vector>

namespace orderdeck::domain {

/// What a scan did to the state of its parcel.
enum class ScanRole : std::uint8_t {
    regular,
    repeated,       ///< the same step again: a second pick-up or delivery scan
    after_delivery, ///< later than the delivery or return, which it does not undo
    unplaced,       ///< told of after a delivery, but the zones are unknown: it may have happened before
    hand_over,      ///< the parcel goes on under another number; not a delivery, whatever the words say
    correction,     ///< takes an earlier delivery back
};

/// One scan as the parcel's page shows it.
struct ParcelScan {
    const TrackingEvent* event = nullptr;
    ParcelStatus status = ParcelStatus::unknown; ///< as it counts: a delivery to the sender is a return
    ScanRole role = ScanRole::regular;
    int times = 1;
    base::Timestamp order_at; ///< for order only, see ScannedOnce
    std::optional<Handover> handover;
};

/// What is known about one parcel: a pure function of the set of its scans, in whatever order and however often they came.
/// Pointers point into the events it was made from.
struct ParcelState {
    std::string number; ///< tracking number of the first leg
    std::string carrier;
    ParcelStatus status = ParcelStatus::unknown;
    TrackingReason reason = TrackingReason::none;
    const TrackingEvent* current = nullptr;   ///< the scan that gives the status
    const TrackingEvent* last_scan = nullptr; ///< the latest scan of all
    const TrackingEvent* picked_up = nullptr; ///< the first scan by which the carrier had it
    const TrackingEvent* delivered = nullptr;
    std::vector<ParcelScan> scans; ///< oldest first
    std::vector<std::string> legs; ///< tracking numbers, the first one first
    std::optional<Handover> next;  ///< where it goes on, when that leg is not known to us
    int pieces = 0;                ///< under this number, when its carrier says so
    int failed_attempts = 0;       ///< days with a failed delivery
    bool is_delivered() const { return status == ParcelStatus::delivered; }
};

/// Folds the scans of one tracking number. Delivered and returned stay until a correction, whatever is scanned after.
/// A hand-over is in transit. After `returning`, a delivery is the return to the sender.
ParcelState fold_parcel(std::string number, std::span<const TrackingEvent* const> events);

/// Who must act, from the reason or, without one, from the status. `import_by` is who clears imports by the Incoterm: us
/// with DDP, else the customer. Unknown for weather: nobody is to blame.
Party responsible_party(ParcelStatus status, TrackingReason reason, Party import_by = Party::customer);

/// A step of a parcel that is announced to its customer.
struct Announcement {
    std::string key; ///< unique for ever: number and step; who has sent it once does not send it again
    std::string parcel;
    ParcelStatus step = ParcelStatus::unknown;
    const TrackingEvent* event = nullptr;
};

/// Each step of a parcel once, at its first scan, however often it was scanned: picked up, out for delivery, waiting for
/// pick-up, returned, delivered.
std::vector<Announcement> announcements(const ParcelState& parcel);

} // namespace orderdeck::domain
