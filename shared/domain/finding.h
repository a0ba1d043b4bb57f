#pragma once

#include <cstdint>
#include <string_view>

namespace orderdeck::domain {

/// A contradiction in the records of one order. It is shown with its sources and never hides the order. Names are
/// stable: they are the `text` of a Reason of kind fact_conflict.
enum class Finding : std::uint8_t {
    delivered_before_placed,
    delivered_before_shipped,
    delivered_without_shipment, ///< no shipment and no despatch is known, but the delivery is
    delivered_exceeds_ordered,
    shipped_exceeds_ordered,
    accepted_exceeds_delivered,
    returned_exceeds_delivered,
    invoiced_exceeds_ordered,
    cancelled_but_shipped,   ///< called cancelled as a whole although some has left
    event_after_delivery,    ///< a carrier scan later than the delivery
    shipped_before_approval, ///< handed to the carrier before the order was approved or its deposit had come
    delivered_without_date,  ///< a source says delivered, and not when
    cancelled_but_delivered, ///< called cancelled as a whole although some has arrived
    confirmed_exceeds_ordered,
    cancelled_exceeds_ordered,
    shipped_exceeds_packed,    ///< only where packing is reported at all
    shipped_quantities_differ, ///< the line's own word and its shipments
    invoiced_exceeds_shipped,  ///< without prepayment
    moved_backward,            ///< back from the carrier into the house without a reversal
};
inline constexpr int kFindingCount = 19;
std::string_view name_of(Finding finding);

} // namespace orderdeck::domain
