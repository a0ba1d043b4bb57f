#include "shared/domain/changes.h"

#include "shared/domain/name_table.h"
#include "shared/domain/progress/order_facts.h"
#include "shared/domain/stage_set.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kChangeCount> kChanges{"quantity", "address", "date", "cancel"};
constexpr std::array<std::string_view, kChangeAnswerCount> kAnswers{"free", "on_request", "refused"};
constexpr std::array<std::string_view, kChangeBarCount> kBars{"none", "stage_reached", "cut_off_passed",
                                                              "shipped", "cancelled"};

/// The frozen plan of a milestone for one line: its own, else the order's.
std::optional<base::LocalDate> planned_for(const LineFacts& line, MilestoneCode code) {
    for (const MilestoneRefs* milestones : {&line.own, line.order_wide}) {
        std::optional<base::LocalDate> first;
        for (const Milestone* milestone : *milestones) {
            if (milestone->code != code || !milestone->planned) continue;
            first = std::min(first.value_or(*milestone->planned), *milestone->planned);
        }
        if (first) return first;
    }
    return std::nullopt;
}

ChangePermission permission_of(const Order& order, const LineFacts& line, const LineProgress& progress,
                               MilestoneCode cut_off, base::Timestamp now) {
    ChangePermission permission;
    permission.stage = stage_of(cut_off).value_or(Stage::placed);
    if (const auto planned = planned_for(line, cut_off)) {
        const auto offset = base::Duration::minutes(order.delivery_utc_offset_minutes);
        permission.free_until = base::Timestamp::at_start_of(*planned) - offset;
    }
    if (progress.wholly_cancelled) {
        permission.answer = ChangeAnswer::refused;
        permission.bar = ChangeBar::cancelled;
    } else if (progress.reached >= Stage::shipped) {
        permission.answer = ChangeAnswer::refused;
        permission.bar = ChangeBar::shipped;
    } else if (progress.reached_any >= permission.stage) {
        permission.answer = ChangeAnswer::on_request;
        permission.bar = ChangeBar::stage_reached;
    } else if (permission.free_until && now >= *permission.free_until) {
        permission.answer = ChangeAnswer::on_request;
        permission.bar = ChangeBar::cut_off_passed;
    }
    return permission;
}

} // namespace

std::string_view name_of(Change change) { return name_in(kChanges, change); }
std::string_view name_of(ChangeAnswer answer) { return name_in(kAnswers, answer); }
std::string_view name_of(ChangeBar bar) { return name_in(kBars, bar); }

std::vector<LineChanges> changes_allowed(const OrderRecords& records, base::Timestamp now) {
    const OrderFacts facts(records);
    const StageSet& stages = stage_set_of(records.order.flow);
    std::vector<LineChanges> all;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineFacts& line = facts.lines()[i];
        const LineProgress& progress = facts.progress()[i];
        LineChanges changes;
        changes.line = progress.line;
        changes.quantity = std::max(Quantity{}, line.active - progress.shipped);
        for (std::size_t change = 0; change < changes.permissions.size(); ++change) {
            changes.permissions[change] =
                permission_of(records.order, line, progress, stages.free_until[change], now);
        }
        all.push_back(changes);
    }
    return all;
}

} // namespace orderdeck::domain
