#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/milestone.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// What a carrier's scan says about a parcel, the same for every carrier. Values are stored and sent: append only.
enum class ParcelStatus : std::uint8_t {
    unknown = 0,
    registered = 1, ///< announced, not yet seen by the carrier
    picked_up = 2,
    in_transit = 3,
    customs = 4,
    out_for_delivery = 5,
    ready_for_pickup = 6, ///< waits in a station or locker
    attempt_failed = 7,
    exception = 8, ///< held, damaged, lost, delayed ...
    returning = 9,
    returned = 10,
    delivered = 11,
    expired = 12, ///< the carrier or the aggregator has stopped looking
};
inline constexpr int kParcelStatusCount = 13;
std::string_view name_of(ParcelStatus status);
std::optional<ParcelStatus> parcel_status_from(std::string_view name);

/// Why a parcel does not move, apart from where it stands. Values are stored and sent: append only.
enum class TrackingReason : std::uint8_t {
    none = 0,
    unknown = 1,
    carrier_damaged_parcel = 2,
    carrier_sorting_error = 3,
    carrier_address_not_found = 4,
    carrier_parcel_lost = 5,
    carrier_not_enough_time = 6,
    carrier_vehicle_issue = 7,
    carrier_delay = 8,
    consignee_refused = 9,
    consignee_business_closed = 10,
    consignee_not_available = 11,
    consignee_not_home = 12,
    consignee_incorrect_address = 13,
    consignee_access_restricted = 14,
    consignee_identification_failed = 15,
    customs_delay = 16,
    customs_documentation = 17,
    customs_duties_unpaid = 18,
    weather_delay = 19,
    natural_disaster = 20,
};
inline constexpr int kTrackingReasonCount = 21;
std::string_view name_of(TrackingReason reason);
std::optional<TrackingReason> tracking_reason_from(std::string_view name);

/// A package of a shipment under a number of its own. A shipment of one parcel need not state it: then the shipment's
/// tracking number is the parcel's.
struct Parcel {
    ParcelId id;
    ShipmentId shipment;
    std::string number; ///< tracking number
    std::string carrier;
    std::string master_number; ///< of the parcel that it travels under
    std::string sscc;          ///< GS1 serial shipping container code, 18 digits
};

/// One scan of a parcel as the carrier told it, normalised, its words kept.
struct TrackingEvent {
    TrackingEventId id;
    ShipmentId shipment;
    std::string parcel;  ///< tracking number that was scanned
    std::string carrier; ///< who scanned: another one than the shipment's after a hand-over
    std::string code;    ///< the carrier's own
    ParcelStatus status = ParcelStatus::unknown;
    TrackingReason reason = TrackingReason::none;
    Occurrence
        actual; ///< without instant when the zone is unknown: then `local_minute` orders within the day
    std::optional<int> local_minute; ///< of the day, as the carrier wrote it
    std::int64_t sequence = 0;       ///< the carrier's own order of equal times, earlier is lower
    std::string place;
    std::string text;
    SourceId source;
    base::Timestamp received_at;
};

} // namespace orderdeck::domain
