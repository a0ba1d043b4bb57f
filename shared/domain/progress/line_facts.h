#pragma once

#include "shared/domain/progress/shipment_facts.h"
#include "shared/domain/progress/work.h"

#include <array>
#include <optional>
#include <vector>

namespace orderdeck::domain {

/// A part of a line inside a shipment. A link without a quantity carries what no other shipment carries.
struct ShippedPart {
    const ShipmentFacts* shipment = nullptr;
    Quantity quantity;
    bool is_stated = true;
};

/// How much of a line is at or beyond each stage, and when all of it was.
struct Reach {
    std::array<Quantity, kStageCount> quantity{};
    DatesByStage full_on;
    Stage full = Stage::placed; ///< reached by all of it
    Stage any = Stage::placed;  ///< reached by some of it

    Quantity at(Stage stage) const { return quantity[static_cast<std::size_t>(stage)]; }
    std::optional<base::LocalDate> on(Stage stage) const { return full_on[static_cast<std::size_t>(stage)]; }
};

/// Everything that is known about one line, gathered from its own statements, the order's and its shipments'.
struct LineFacts {
    const Line* line = nullptr;
    std::vector<ShippedPart> parts;
    MilestoneRefs own;                         ///< milestones about this line
    const MilestoneRefs* order_wide = nullptr; ///< milestones about the whole order
    OperationRefs operations;                  ///< of the work on this line
    WorkProgress work;
    bool is_reworked = false; ///< production began anew after the work was finished
    Quantity cancelled;
    Quantity active; ///< ordered - cancelled, never below zero
    bool wholly_cancelled = false;
    bool said_cancelled = false; ///< a source calls it cancelled without a quantity
    Reach reach;
};

/// Fills everything but what was gathered: the line, its parts, milestones and operations.
void derive_line(LineFacts& facts);

/// A quantity beside the path of goods (invoiced, paid, returned ...): the most that the line's own counter, its
/// milestones, or the shipments say. `in_shipment` tells whether a shipment as a whole has that fact.
Quantity off_path_quantity(const LineFacts& facts, MilestoneCode code, Quantity stated,
                           bool (*in_shipment)(const ShipmentFacts&));

} // namespace orderdeck::domain
