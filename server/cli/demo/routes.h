#pragma once

#include "shared/domain/milestone.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// One scan of a carrier on its way, in its own words. "{city}" in place and note is the destination, "{next}"
/// the number under which another carrier takes the goods on.
struct Scan {
    domain::MilestoneCode code;
    int permille_of_way; ///< when, as a share of the transit time
    std::string_view place;
    std::string_view note;
    int utc_offset_minutes;
    int leg = 1; ///< 2: scanned by the carrier that took the goods on
};

enum class TrackingForm : std::uint8_t {
    sf,
    deppon,
    dhl,
    fedex,
    container,
    bill_of_lading,
    sf_international
};

/// A carrier's service to a destination.
struct Route {
    std::string_view carrier;
    std::string_view mode;
    TrackingForm tracking;
    int transit_days;
    int weight;                  ///< share of the shipments
    std::span<const Scan> scans; ///< from the hand-over to the delivery
};

enum class Destination : std::uint8_t { near_by, hamburg, hai_phong };

std::span<const Route> routes_to(Destination destination);

} // namespace orderdeck::server::cli::demo
