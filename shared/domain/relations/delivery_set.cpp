#include "shared/domain/relations/delivery_set.h"

#include "shared/domain/progress/order_facts.h"
#include "shared/domain/summary/summary_parts.h"

#include <algorithm>
#include <set>

namespace orderdeck::domain {
namespace {

using Day = std::optional<base::LocalDate>;

void keep_latest(Day& day, base::LocalDate other) { day = std::max(day.value_or(other), other); }

void count(const LineProgress& line, SetForecast& forecast) {
    if (line.wholly_cancelled) return;
    ++forecast.lines;
    if (!is_open(line)) {
        if (line.delivered_on) keep_latest(forecast.completed_on, *line.delivered_on);
        return;
    }
    ++forecast.open;
    if (line.on_hold) ++forecast.on_hold;
    if (const Day expected = expected_on(line))
        keep_latest(forecast.not_before_on, *expected);
    else
        ++forecast.undated;
}

/// Ids of lines are unique over all orders, so the rule for the lines of one order serves for any number of them.
SetForecast forecast_of(const std::vector<LineProgress>& lines, const std::map<LineId, OrderId>& order_of,
                        std::span<const OrderRecords* const> orders) {
    SetForecast forecast;
    for (const LineProgress& line : lines)
        count(line, forecast);
    if (forecast.open > 0) forecast.completed_on.reset();
    if (forecast.undated == 0) forecast.expected_on = forecast.not_before_on;
    if (const auto blocking = blocking_line_of(lines, kit_parts_of(orders))) {
        forecast.blocking = RelationEnd{order_of.at(*blocking), blocking};
        const auto found = std::find_if(lines.begin(), lines.end(),
                                        [&](const LineProgress& line) { return line.line == *blocking; });
        forecast.blocking_on = expected_on(*found);
    }
    return forecast;
}

bool is_wanted_together(RelationKind kind) {
    switch (kind) {
    case RelationKind::kit_component_of:
    case RelationKind::part_of_project:
    case RelationKind::backorder_of:
    case RelationKind::split_from:
    case RelationKind::shipped_with:
    case RelationKind::accessory_of: return true;
    case RelationKind::call_off_of:
    case RelationKind::replacement_for:
    case RelationKind::repair_of:
    case RelationKind::return_of:
    case RelationKind::sample_for:
    case RelationKind::follow_up_of:
    case RelationKind::amends:
    case RelationKind::quotation_of: break;
    }
    return false;
}

} // namespace

SetForecast forecast_of_orders(std::span<const OrderRecords* const> orders) {
    std::vector<LineProgress> lines;
    std::map<LineId, OrderId> order_of;
    for (const OrderRecords* records : orders) {
        if (records->order.kind == OrderKind::framework_contract) continue;
        for (const LineProgress& line : line_progress(*records)) {
            order_of.emplace(line.line, records->order.id);
            lines.push_back(line);
        }
    }
    return forecast_of(lines, order_of, orders);
}

SetForecast forecast_of_lines(const OrderSet& set, std::span<const RelationEnd> ends) {
    const std::set<RelationEnd> asked(ends.begin(), ends.end());
    std::vector<LineProgress> lines;
    std::map<LineId, OrderId> order_of;
    std::vector<const OrderRecords*> orders;
    for (const OrderRecords& records : set.orders()) {
        const bool any = std::any_of(ends.begin(), ends.end(),
                                     [&](const RelationEnd& end) { return end.order == records.order.id; });
        if (!any) continue;
        orders.push_back(&records);
        for (const LineProgress& line : line_progress(records)) {
            const bool is_asked = asked.contains({records.order.id, std::nullopt}) ||
                                  asked.contains({records.order.id, line.line});
            if (!is_asked) continue;
            order_of.emplace(line.line, records.order.id);
            lines.push_back(line);
        }
    }
    return forecast_of(lines, order_of, orders);
}

std::vector<const OrderRecords*> orders_wanted_with(const OrderSet& set, OrderId order) {
    std::map<OrderId, std::set<OrderId>> beside;
    for (const Link& link : set.links()) {
        if (!is_wanted_together(link.relation->kind)) continue;
        beside[link.from.order].insert(link.to.order);
        beside[link.to.order].insert(link.from.order);
    }
    std::set<OrderId> together{order};
    std::vector<OrderId> front{order};
    while (!front.empty()) {
        const OrderId at = front.back();
        front.pop_back();
        for (const OrderId next : beside[at]) {
            if (together.insert(next).second) front.push_back(next);
        }
    }
    std::vector<const OrderRecords*> orders;
    for (const OrderRecords& records : set.orders()) {
        if (together.contains(records.order.id)) orders.push_back(&records);
    }
    return orders;
}

} // namespace orderdeck::domain
