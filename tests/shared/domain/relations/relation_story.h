#pragma once

#include "shared/domain/relations/order_set.h"
#include "tests/support/order_builder.h"

#include <deque>
#include <string>

namespace orderdeck::test {

/// Several orders of one account, told the way a test needs them. Ids are unique over all; the lines of an order are
/// numbered from 1. Add all orders and lines before `set`.
class RelationStory {
public:
    explicit RelationStory(int count = 0) {
        for (int i = 0; i < count; ++i)
            order();
    }

    /// The next order, "SO-1", "SO-2" ...; its position counts from 0.
    domain::OrderRecords& order() {
        domain::OrderRecords records;
        records.order.id = domain::OrderId{std::ssize(orders) + 1};
        records.order.account = domain::AccountId{1};
        records.order.number = "SO-" + std::to_string(records.order.id.value());
        orders.push_back(std::move(records));
        return orders.back();
    }
    domain::RelationEnd line(std::size_t order, int units, std::int64_t item = 1) {
        domain::OrderRecords& records = orders[order];
        domain::Line line;
        line.id = domain::LineId{++last_id_};
        line.order = records.order.id;
        line.number = std::to_string(records.lines.size() + 1);
        line.item = domain::ItemId{item};
        line.ordered = domain::Quantity::from_units(units);
        records.lines.push_back(line);
        return {records.order.id, line.id};
    }
    domain::Line& at(const domain::RelationEnd& end) {
        for (domain::Line& line : of(end).lines) {
            if (line.id == end.line) return line;
        }
        return of(end).lines.front();
    }
    domain::OrderRecords& of(const domain::RelationEnd& end) {
        return orders[static_cast<std::size_t>(end.order.value() - 1)];
    }
    static domain::RelationEnd whole(std::size_t order) {
        return {domain::OrderId{static_cast<std::int64_t>(order) + 1}, std::nullopt};
    }

    domain::Relation& link(const domain::RelationEnd& from, domain::RelationKind kind,
                           const domain::RelationEnd& to, std::optional<int> units = std::nullopt) {
        domain::Relation relation;
        relation.id = domain::RelationId{++last_id_};
        relation.kind = kind;
        relation.order = from.order;
        relation.line = from.line;
        relation.other_order = of(to).order.number;
        if (to.line) relation.other_line = at(to).number;
        if (units) relation.quantity = domain::Quantity::from_units(*units);
        of(from).relations.push_back(std::move(relation));
        return of(from).relations.back();
    }
    void fact(const domain::RelationEnd& line, domain::MilestoneCode code, int on,
              std::optional<int> units = std::nullopt) {
        domain::Milestone milestone;
        milestone.id = domain::MilestoneId{++last_id_};
        milestone.order = line.order;
        milestone.line = line.line;
        milestone.code = code;
        milestone.actual = domain::Occurrence{.on = day(on), .at = {}, .utc_offset_minutes = {}};
        if (units) milestone.quantity = domain::Quantity::from_units(*units);
        of(line).milestones.push_back(std::move(milestone));
    }
    void promise(const domain::RelationEnd& line, int on) {
        domain::PromiseRevision promise;
        promise.id = domain::PromiseId{++last_id_};
        promise.order = line.order;
        promise.line = *line.line;
        promise.promised_on = day(on);
        of(line).promises.push_back(std::move(promise));
    }

    domain::OrderSet set() const { return domain::OrderSet(orders); }

    std::vector<domain::OrderRecords> orders;

private:
    std::int64_t last_id_ = 100;
};

} // namespace orderdeck::test
