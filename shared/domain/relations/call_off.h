#pragma once

#include "shared/domain/relations/order_set.h"

#include <vector>

namespace orderdeck::domain {

/// What was agreed in one line of a framework contract and what has been released from it.
struct ContractLine {
    LineId line;
    Quantity agreed; ///< ordered - cancelled
    Quantity released;
    Quantity remaining() const { return std::max(Quantity{}, agreed - released); }
    Quantity over_released() const { return std::max(Quantity{}, released - agreed); }
};

/// A framework contract with its call-offs.
struct ContractStanding {
    OrderId contract;
    std::optional<base::LocalDate> valid_until; ///< the last day on which may be called off
    std::vector<ContractLine> lines;
    std::vector<RelationEnd> call_offs; ///< who released, by ascending ids
    /// Call-offs whose item is in no line of the contract, or in several: nobody can say what they release.
    std::vector<RelationEnd> unassigned;

    bool has_remainder() const;
    bool is_over_released() const;
    /// Over on `today`, a day at the delivery place, with something not called off.
    bool expired_with_remainder(base::LocalDate today) const;
};

/// The framework contracts of these orders. A call-off of a line releases the quantity of its relation, without one what
/// its line wants, and never more than that: what is cancelled goes back. A call-off that names only the contract, or
/// speaks of a whole order, releases line by line from the contract's line with the same item.
std::vector<ContractStanding> contracts_of(const OrderSet& set);

} // namespace orderdeck::domain
