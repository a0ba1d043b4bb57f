#pragma once

#include "shared/domain/order_records.h"
#include "shared/domain/progress/event_order.h"

#include <array>
#include <optional>

namespace orderdeck::domain {

using DatesByStage = std::array<std::optional<base::LocalDate>, kStageCount>;

/// What the milestones of one shipment prove about the goods in it.
struct ShipmentFacts {
    ShipmentId id;
    Stage stage = Stage::packed;
    MilestoneRefs events;                ///< on the path of goods and not taken back, oldest first
    const Milestone* evidence = nullptr; ///< the event by which it reached that stage
    std::optional<base::LocalDate> expected_on;
    std::optional<UsualDays> usual; ///< from history, where nobody who carries it has said when it comes
    bool is_forecast = false;       ///< somebody has: `expected_on` is no plan
    DatesByStage reached_on;        ///< when it was first at or beyond each stage
    std::optional<base::LocalDate> shipped_on;
    std::optional<base::LocalDate> returned_on;
    bool cancelled = false; ///< the despatch did not take place, or its goods were unpacked
    bool invoiced = false;
    bool paid = false;
    const Milestone* handed_over = nullptr;    ///< the first event at or beyond shipped
    const Milestone* after_delivery = nullptr; ///< the last carrier event later than the delivery
};

ShipmentFacts shipment_facts(ShipmentId id, MilestoneRefs milestones);

} // namespace orderdeck::domain
