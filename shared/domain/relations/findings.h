#pragma once

#include "shared/domain/relations/order_set.h"

#include <vector>

namespace orderdeck::domain {

/// What cannot be right, or wants somebody's attention, in how orders belong together.
enum class RelationFindingKind : std::uint8_t {
    cycle,                  ///< a way along the relations returns to where it began
    over_released,          ///< more called off than the contract has
    expired_with_remainder, ///< the contract is over and not all was called off
    unknown_end,            ///< a relation names what is not known, or not yet
};
inline constexpr int kRelationFindingKindCount = 4;
std::string_view name_of(RelationFindingKind kind);

struct RelationFinding {
    RelationFindingKind kind = RelationFindingKind::cycle;
    std::vector<RelationEnd> ends; ///< the cycle in walking order; the contract's line; who names the unknown
    Quantity quantity;             ///< over-released, or left
    const Relation* relation = nullptr; ///< unknown_end
    friend bool operator==(const RelationFinding&, const RelationFinding&) = default;
};

/// Cycles first, then contracts, then unknown ends. `today` is a day at the delivery place.
std::vector<RelationFinding> relation_findings(const OrderSet& set, base::LocalDate today);

} // namespace orderdeck::domain
