#pragma once

#include "shared/domain/tracking.h"
#include "shared/domain/tracking/text_signs.h"

#include <span>
#include <vector>

namespace orderdeck::domain {

/// One scan, however often it was told.
struct ScannedOnce {
    const TrackingEvent* event =
        nullptr;   ///< the telling that is shown: one with a known zone, else the first received
    int times = 1; ///< how many tellings it stands for, repeated ones included
    /// When it happened, to bring scans in order only: a clock whose zone is unknown is read like the others of its
    /// place, else of its carrier, else of the parcel. Never compute hours from it.
    base::Timestamp order_at;
    TextSigns signs; ///< of the event's text
};

/// The scans of one parcel, each once, oldest first. The same scan is: the same minute, the same code or without code the
/// same wording, the same place; for deliveries and returns, of which a parcel has one, the minute alone. Minutes are
/// compared in UTC, or as written where a zone is unknown. Order: time, then how far the status is, then the carrier's
/// sequence. Neither the order nor the repetition of `events` changes the result.
std::vector<ScannedOnce> scans_in_order(std::span<const TrackingEvent* const> events);

/// How far a parcel has come at this status; higher is later in its life.
int lifecycle_rank(ParcelStatus status);
/// Delivered and returned end a parcel's way.
bool is_terminal(ParcelStatus status);

} // namespace orderdeck::domain
