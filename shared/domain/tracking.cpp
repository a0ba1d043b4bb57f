#include "shared/domain/tracking.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kParcelStatusCount> kStatuses{
    "unknown",          "registered",       "picked_up",      "in_transit", "customs",
    "out_for_delivery", "ready_for_pickup", "attempt_failed", "exception",  "returning",
    "returned",         "delivered",        "expired"};
constexpr std::array<std::string_view, kTrackingReasonCount> kReasons{"none",
                                                                      "unknown",
                                                                      "carrier_damaged_parcel",
                                                                      "carrier_sorting_error",
                                                                      "carrier_address_not_found",
                                                                      "carrier_parcel_lost",
                                                                      "carrier_not_enough_time",
                                                                      "carrier_vehicle_issue",
                                                                      "carrier_delay",
                                                                      "consignee_refused",
                                                                      "consignee_business_closed",
                                                                      "consignee_not_available",
                                                                      "consignee_not_home",
                                                                      "consignee_incorrect_address",
                                                                      "consignee_access_restricted",
                                                                      "consignee_identification_failed",
                                                                      "customs_delay",
                                                                      "customs_documentation",
                                                                      "customs_duties_unpaid",
                                                                      "weather_delay",
                                                                      "natural_disaster"};

} // namespace

std::string_view name_of(ParcelStatus status) { return name_in(kStatuses, status); }
std::optional<ParcelStatus> parcel_status_from(std::string_view name) {
    return value_in<ParcelStatus>(kStatuses, name);
}

std::string_view name_of(TrackingReason reason) { return name_in(kReasons, reason); }
std::optional<TrackingReason> tracking_reason_from(std::string_view name) {
    return value_in<TrackingReason>(kReasons, name);
}

} // namespace orderdeck::domain
