#pragma once

#include "shared/domain/relations/order_set.h"

#include <span>
#include <vector>

namespace orderdeck::domain {

/// Lines that are wanted together: an order, a kit, a project, orders that ship together.
struct SetForecast {
    int lines = 0; ///< without wholly cancelled ones
    int open = 0;
    int undated = 0;                     ///< open, and neither forecast nor promised
    int on_hold = 0;                     ///< open, and waiting
    std::optional<RelationEnd> blocking; ///< the open line that all others do not wait for but it alone
    std::optional<base::LocalDate> blocking_on; ///< when that one is expected: its forecast, else its promise
    std::optional<base::LocalDate> expected_on; ///< when the last is expected; absent while one has no date
    std::optional<base::LocalDate> not_before_on; ///< the latest date that is known of an open line
    std::optional<base::LocalDate> completed_on;  ///< when the last was delivered, once nothing is open
    bool is_complete() const { return lines > 0 && open == 0; }
};

/// The lines of whole orders; framework contracts are left out, for they are not delivered themselves.
SetForecast forecast_of_orders(std::span<const OrderRecords* const> orders);
/// Some lines of the set's orders, of a kit its components; an end without a line means all lines of the order.
SetForecast forecast_of_lines(const OrderSet& set, std::span<const RelationEnd> lines);

/// The orders that are of no use without one another, this one included, however many links lie between: kits and their
/// parts, what ships together, the rest of a part delivery. A replacement or a call-off waits for nobody.
std::vector<const OrderRecords*> orders_wanted_with(const OrderSet& set, OrderId order);

} // namespace orderdeck::domain
