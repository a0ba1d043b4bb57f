#include "shared/domain/milestone.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kMilestoneCodeCount> kNames{"placed",
                                                                   "reviewed",
                                                                   "confirmed",
                                                                   "deposit_paid",
                                                                   "scheduled",
                                                                   "material_ready",
                                                                   "in_production",
                                                                   "produced",
                                                                   "qc_passed",
                                                                   "qc_failed",
                                                                   "packed",
                                                                   "shipped",
                                                                   "picked_up",
                                                                   "in_transit",
                                                                   "export_cleared",
                                                                   "import_cleared",
                                                                   "out_for_delivery",
                                                                   "ready_for_pickup",
                                                                   "delivered",
                                                                   "received",
                                                                   "accepted",
                                                                   "invoiced",
                                                                   "paid",
                                                                   "closed",
                                                                   "cancelled",
                                                                   "returned",
                                                                   "customs_entered",
                                                                   "unpacked",
                                                                   "goods_issue_reversed",
                                                                   "delivery_corrected",
                                                                   "attempt_failed",
                                                                   "return_requested",
                                                                   "return_approved",
                                                                   "in_return",
                                                                   "return_inspected",
                                                                   "return_settled"};

} // namespace

std::string_view name_of(MilestoneCode code) { return name_in(kNames, code); }

std::optional<MilestoneCode> milestone_code_from(std::string_view name) {
    return value_in<MilestoneCode>(kNames, name);
}

} // namespace orderdeck::domain
