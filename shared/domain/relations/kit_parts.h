#pragma once

#include "shared/domain/order_records.h"

#include <span>
#include <utility>
#include <vector>

namespace orderdeck::domain {

/// A line that is a kit, and one of its components.
struct KitPart {
    LineId kit;
    LineId component;
};

/// The components of the kits among the lines of these orders, as their relations state them. Ids of lines are unique over
/// all orders.
std::vector<KitPart> kit_parts_of(std::span<const OrderRecords* const> orders);

} // namespace orderdeck::domain
