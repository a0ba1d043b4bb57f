#pragma once

#include "shared/domain/order_records.h"

#include <optional>
#include <vector>

namespace orderdeck::domain {

/// One milestone of an order's flow, over all of its lines that are not cancelled.
struct TimelineStage {
    MilestoneCode code = MilestoneCode::placed;
    enum class Progress : std::uint8_t { ahead, partly, done, skipped } progress = Progress::ahead;
    /// No source says so, a later fact proves it; `actual` is then the day by which it must have happened.
    bool inferred = false;
    int lines_done = 0;
    int lines_of = 0;
    int permille = 0; ///< of the goods; in production, of the making as far as it is known
    std::optional<base::LocalDate> planned_on;
    std::optional<base::LocalDate> forecast_on; ///< while it is not done
    std::optional<Occurrence> actual;           ///< the last of it
    std::optional<SourceId> source;             ///< of the newest word about it
    std::optional<base::Timestamp> received_at;
};

/// The stages of the order's flow, as assets/stages lists them, with what is planned, expected and done.
std::vector<TimelineStage> timeline_of(const OrderRecords& records);

} // namespace orderdeck::domain
