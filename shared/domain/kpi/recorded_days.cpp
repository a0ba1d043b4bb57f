#include "shared/domain/kpi/recorded_days.h"

#include "shared/domain/progress/line_reach.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using Day = std::optional<base::LocalDate>;

void keep_earliest(DaysByCode& days, const Milestone& milestone) {
    Day& day = days[static_cast<std::size_t>(milestone.code)];
    day = std::min(day.value_or(milestone.actual->on), milestone.actual->on);
}

struct Portion {
    base::LocalDate on;
    Quantity quantity;
};

/// The day on which the statements about parts of the line add up to all of it.
Day together(const MilestoneRefs& own, MilestoneCode code, Quantity wanted) {
    std::vector<Portion> portions;
    for (const Milestone* milestone : own) {
        if (milestone->code == code && milestone->actual && !is_about_all(*milestone))
            portions.push_back({milestone->actual->on, *milestone->quantity});
    }
    std::sort(portions.begin(), portions.end(),
              [](const Portion& left, const Portion& right) { return left.on < right.on; });
    Quantity sum;
    for (const Portion& portion : portions) {
        sum += portion.quantity;
        if (sum.is_positive() && sum >= wanted) return portion.on;
    }
    return std::nullopt;
}

} // namespace

RecordedDays::RecordedDays(const OrderFacts& facts) : facts_(facts) {
    for (const Milestone* milestone : facts.order_wide()) {
        if (milestone->actual) keep_earliest(order_wide_, *milestone);
    }
    for (const Milestone& milestone : facts.records().milestones) {
        if (milestone.shipment && milestone.actual) keep_earliest(shipments_[*milestone.shipment], milestone);
    }
    for (const Milestone& milestone : facts.scanned())
        keep_earliest(shipments_[*milestone.shipment], milestone);
}

Day RecordedDays::in_shipments(const LineFacts& line, std::size_t code) const {
    Day last;
    Quantity carried;
    bool all_stated = true;
    for (const ShippedPart& part : line.parts) {
        const auto shipment = shipments_.find(part.shipment->id);
        if (shipment == shipments_.end() || !shipment->second[code]) return std::nullopt;
        last = std::max(last.value_or(*shipment->second[code]), *shipment->second[code]);
        carried += part.quantity;
        all_stated = all_stated && part.is_stated;
    }
    return all_stated && carried < line.active ? std::nullopt : last;
}

DaysByCode RecordedDays::of_line(std::size_t position) const {
    const LineFacts& line = facts_.lines()[position];
    DaysByCode own;
    std::array<bool, kMilestoneCodeCount> has_parts{};
    for (const Milestone* milestone : line.own) {
        if (!milestone->actual) continue;
        if (is_about_all(*milestone))
            keep_earliest(own, *milestone);
        else
            has_parts[static_cast<std::size_t>(milestone->code)] = true;
    }
    const auto keep = [&own](MilestoneCode code, Day on) {
        Day& day = own[static_cast<std::size_t>(code)];
        if (on && !day) day = on;
    };
    keep(MilestoneCode::in_production, line.work.begun_on);
    keep(MilestoneCode::produced, line.is_reworked ? Day{} : line.work.finished_on);
    DaysByCode days;
    for (std::size_t code = 0; code < days.size(); ++code) {
        days[code] = own[code];
        if (!days[code] && has_parts[code])
            days[code] = together(line.own, static_cast<MilestoneCode>(code), line.active);
        if (!days[code]) days[code] = order_wide_[code];
        if (!days[code]) days[code] = in_shipments(line, code);
    }
    return days;
}

} // namespace orderdeck::domain
