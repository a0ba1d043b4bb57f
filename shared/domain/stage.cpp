#include "shared/domain/stage.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

using std::string_view;

constexpr std::array<string_view, kStageCount> kStages{
    "placed", "reviewed", "confirmed",  "scheduled", "in_production",    "quality_check", "ready",
    "packed", "shipped",  "in_transit", "customs",   "out_for_delivery", "delivered",     "accepted"};
constexpr std::array<string_view, kStepCount> kSteps{"placed",  "confirmed", "production",
                                                     "shipped", "delivered", "accepted"};
constexpr std::array<string_view, kFlowCount> kFlows{"stock", "make_to_order", "export_order"};
constexpr std::array<string_view, kCommercialStateCount> kCommercialStates{
    "requested", "reviewed", "confirmed", "confirmed_changed", "rejected", "cancelled"};
constexpr std::array<string_view, kSupplyStateCount> kSupplyStates{
    "unplanned", "scheduled", "in_production", "quality_check", "ready", "from_stock", "reserved"};
constexpr std::array<string_view, kLogisticsStateCount> kLogisticsStates{
    "none", "packed", "shipped", "in_transit", "customs", "out_for_delivery", "delivered", "accepted"};
constexpr std::array<string_view, kBillingStateCount> kBillingStates{
    "not_invoiced", "partly_invoiced", "invoiced", "partly_paid", "paid", "credited", "disputed", "overpaid"};
constexpr std::array<string_view, kReturnStateCount> kReturnStates{
    "none", "requested", "approved", "in_return", "received", "inspected", "settled"};

} // namespace

Step step_of(Stage stage) {
    if (stage < Stage::confirmed) return Step::placed;
    if (stage < Stage::scheduled) return Step::confirmed;
    if (stage < Stage::shipped) return Step::production;
    if (stage < Stage::delivered) return Step::shipped;
    return stage == Stage::delivered ? Step::delivered : Step::accepted;
}

string_view name_of(Stage stage) { return name_in(kStages, stage); }
string_view name_of(Step step) { return name_in(kSteps, step); }
string_view name_of(Flow flow) { return name_in(kFlows, flow); }
string_view name_of(CommercialState state) { return name_in(kCommercialStates, state); }
string_view name_of(SupplyState state) { return name_in(kSupplyStates, state); }
string_view name_of(LogisticsState state) { return name_in(kLogisticsStates, state); }
string_view name_of(BillingState state) { return name_in(kBillingStates, state); }
string_view name_of(ReturnState state) { return name_in(kReturnStates, state); }

std::optional<Flow> flow_from(string_view name) { return value_in<Flow>(kFlows, name); }
std::optional<CommercialState> commercial_from(string_view name) {
    return value_in<CommercialState>(kCommercialStates, name);
}

} // namespace orderdeck::domain
