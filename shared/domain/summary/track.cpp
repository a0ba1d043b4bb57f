#include "shared/domain/summary/summary_parts.h"
#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

bool is_production_code(MilestoneCode code) {
    // Material is made ready for goods from stock, too.
    return code >= MilestoneCode::scheduled && code <= MilestoneCode::qc_failed &&
           code != MilestoneCode::material_ready;
}

/// Where an order stands whose lines are all at one stage: full steps are thousands.
int position_of(Stage stage, std::optional<int> production_permille) {
    switch (stage) {
    case Stage::placed: return 1000;
    case Stage::reviewed: return 1500;
    case Stage::confirmed: return 2000;
    case Stage::scheduled: return 2100;
    // Neither begun nor finished may look like nothing or everything.
    case Stage::in_production: return 2000 + std::clamp(production_permille.value_or(0), 150, 850);
    case Stage::quality_check: return 2900;
    case Stage::ready: return 3000;
    case Stage::packed: return 3200;
    case Stage::shipped: return 4000;
    case Stage::in_transit: return 4400;
    case Stage::customs: return 4600;
    case Stage::out_for_delivery: return 4800;
    case Stage::delivered: return 5000;
    case Stage::accepted: return 6000;
    }
    return 0;
}

/// The lines' shares together, weighed by quantity; one that nobody knows leaves all unknown.
class ProductionShare {
public:
    void add(std::optional<int> permille, Quantity quantity) {
        is_known_ = is_known_ && permille.has_value();
        done_ += Wide{permille.value_or(0)} * quantity.micro();
        whole_ += quantity.micro();
    }
    std::optional<int> permille() const {
        if (!is_known_ || whole_ <= 0) return std::nullopt;
        return static_cast<int>(done_ / whole_);
    }

private:
    bool is_known_ = true;
    Wide done_ = 0;
    Wide whole_ = 0;
};

} // namespace

bool is_produced(const Order& order, const LineFacts& facts) {
    if (order.flow == Flow::make_to_order || facts.line->produced.is_positive() || !facts.operations.empty())
        return true;
    const auto is_about_production = [](const Milestone* milestone) {
        return is_production_code(milestone->code);
    };
    return std::any_of(facts.own.begin(), facts.own.end(), is_about_production) ||
           std::any_of(facts.order_wide->begin(), facts.order_wide->end(), is_about_production);
}

void derive_progress(const OrderFacts& facts, OrderSummary& summary) {
    const int active = summary.lines - summary.lines_cancelled;
    if (active == 0) {
        summary.progress_permille = summary.lines == 0 ? 1000 : 0;
        return;
    }
    ProductionShare production;
    int shipped = 0;
    int delivered = 0;
    int accepted = 0;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineFacts& line = facts.lines()[i];
        const LineProgress& progress = facts.progress()[i];
        if (line.wholly_cancelled) continue;
        const auto part = [&](Quantity quantity, Stage stage) {
            return progress.reached >= stage ? 1000 : permille(quantity, line.active);
        };
        shipped += part(progress.shipped, Stage::shipped);
        delivered += part(progress.delivered, Stage::delivered);
        accepted += part(progress.accepted, Stage::accepted);
        if (!is_produced(facts.records().order, line)) continue;
        production.add(progress.production_permille, line.active);
    }
    summary.production_permille = production.permille();
    // What has gone further than the slowest line shows in the first step that is not complete.
    int beyond = 3000 + shipped / active;
    if (summary.low >= Stage::shipped) beyond = 4000 + delivered / active;
    if (summary.low >= Stage::delivered) beyond = 5000 + accepted / active;
    if (summary.low < Stage::shipped && shipped == 0) beyond = 0;
    summary.progress_permille = std::max(position_of(summary.low, summary.production_permille), beyond);
}

} // namespace orderdeck::domain
