#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/quantity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// How an order or a line belongs to another, read from the one that states it: "this line is a kit component of that
/// line". Values are stored and sent: append only.
enum class RelationKind : std::uint8_t {
    kit_component_of = 0, ///< quantity: pieces in one kit
    part_of_project = 1,
    call_off_of = 2, ///< quantity: released from the framework contract
    backorder_of = 3,
    split_from = 4,
    shipped_with = 5, ///< to be delivered together
    replacement_for = 6,
    repair_of = 7,
    return_of = 8,
    sample_for = 9,
    follow_up_of = 10,
    amends = 11,
    accessory_of = 12,
    quotation_of = 13,
};
inline constexpr int kRelationKindCount = 14;
std::string_view name_of(RelationKind kind);
std::optional<RelationKind> relation_kind_from(std::string_view name);

/// A typed link from an order, or one of its lines, to another of the same customer. The other end is named by its
/// numbers, for it may not be known yet.
struct Relation {
    RelationId id;
    RelationKind kind = RelationKind::follow_up_of;
    OrderId order;
    std::optional<LineId> line;
    std::string other_order; ///< number; for part_of_project the project's name
    std::string other_line;  ///< empty: the whole order
    std::optional<Quantity> quantity;
    SourceId source;
};

} // namespace orderdeck::domain
