#include "shared/domain/finding.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kFindingCount> kNames{"delivered_before_placed",
                                                             "delivered_before_shipped",
                                                             "delivered_without_shipment",
                                                             "delivered_exceeds_ordered",
                                                             "shipped_exceeds_ordered",
                                                             "accepted_exceeds_delivered",
                                                             "returned_exceeds_delivered",
                                                             "invoiced_exceeds_ordered",
                                                             "cancelled_but_shipped",
                                                             "event_after_delivery",
                                                             "shipped_before_approval",
                                                             "delivered_without_date",
                                                             "cancelled_but_delivered",
                                                             "confirmed_exceeds_ordered",
                                                             "cancelled_exceeds_ordered",
                                                             "shipped_exceeds_packed",
                                                             "shipped_quantities_differ",
                                                             "invoiced_exceeds_shipped",
                                                             "moved_backward"};

} // namespace

std::string_view name_of(Finding finding) { return name_in(kNames, finding); }

} // namespace orderdeck::domain
