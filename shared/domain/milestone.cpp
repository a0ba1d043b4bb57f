#include "shared/domain/milestone.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kMilestoneCodeCount> kNames{
    "placed",           "reviewed",         "confirmed",      "deposit_paid",
    "scheduled",        "material_ready",   "in_production",  "produced",
    "qc_passed",        "qc_failed",        "packed",         "shipped",
    "picked_up",        "in_transit",       "export_cleared", "import_cleared",
    "out_for_delivery", "ready_for_pickup", "delivered",      "received",
    "accepted",         "invoiced",         "paid",           "closed",
    "cancelled",        "returned",         "customs_entered"};

} // namespace

std::string_view name_of(MilestoneCode code) { return name_in(kNames, code); }

std::optional<MilestoneCode> milestone_code_from(std::string_view name) {
    return value_in<MilestoneCode>(kNames, name);
}

std::optional<Stage> stage_of(MilestoneCode code) {
    switch (code) {
    case MilestoneCode::placed: return Stage::placed;
    case MilestoneCode::reviewed: return Stage::reviewed;
    case MilestoneCode::confirmed: return Stage::confirmed;
    case MilestoneCode::scheduled:
    case MilestoneCode::material_ready: return Stage::scheduled;
    case MilestoneCode::in_production: return Stage::in_production;
    case MilestoneCode::produced:
    case MilestoneCode::qc_failed: return Stage::quality_check;
    case MilestoneCode::qc_passed: return Stage::ready;
    case MilestoneCode::packed: return Stage::packed;
    case MilestoneCode::shipped:
    case MilestoneCode::picked_up: return Stage::shipped;
    case MilestoneCode::in_transit:
    case MilestoneCode::export_cleared: return Stage::in_transit;
    case MilestoneCode::customs_entered:
    case MilestoneCode::import_cleared: return Stage::customs;
    case MilestoneCode::out_for_delivery:
    case MilestoneCode::ready_for_pickup: return Stage::out_for_delivery;
    case MilestoneCode::delivered:
    case MilestoneCode::received: return Stage::delivered;
    case MilestoneCode::accepted: return Stage::accepted;
    case MilestoneCode::deposit_paid:
    case MilestoneCode::invoiced:
    case MilestoneCode::paid:
    case MilestoneCode::closed:
    case MilestoneCode::cancelled:
    case MilestoneCode::returned: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace orderdeck::domain
