#include "shared/words/order/order_view.h"

#include "shared/domain/relations/call_off.h"
#include "shared/domain/relations/delivery_set.h"
#include "shared/domain/relations/tree.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order/line_words.h"

namespace orderdeck::words {
namespace {

using domain::OrderRecords;
using domain::RelatedPlace;
using domain::RelationEnd;

struct RelatedWriter {
    const ViewContext& context;
    const domain::OrderSet& set;

    std::string end_words(const RelationEnd& end) const {
        const OrderRecords* order = set.find(end.order);
        if (order == nullptr) return {};
        const domain::Line* line = end.line ? domain::find_line(*order, *end.line) : nullptr;
        if (line == nullptr) return order->order.number;
        return context.text("related.line", {{"order", order->order.number}, {"line", line->number}});
    }

    /// Where it stands and when it comes.
    std::string standing(const RelationEnd& end) const {
        const domain::SetForecast forecast = domain::forecast_of_lines(set, std::span(&end, 1));
        if (forecast.completed_on)
            return context.text("related.delivered", {{"date", context.date(*forecast.completed_on)}});
        if (forecast.is_complete() || forecast.lines == 0 || !forecast.expected_on) return {};
        return context.text("related.expected", {{"date", context.date(*forecast.expected_on)}});
    }

    RowView row(const RelatedPlace& place) const {
        RowView row;
        row.title = end_words(place.end);
        row.depth = place.depth - 1;
        row.href = "/orders/" + std::to_string(place.end.order.value());
        const auto stated_by = place.stated_by_parent ? i18n::StatedBy::other : i18n::StatedBy::told;
        row.note =
            join_facts({as_beginning(i18n::relation_words(context.language, place.relation->kind, stated_by)),
                        standing(place.end)});
        return row;
    }

    RowView unknown_row(const domain::Relation& relation) const {
        RowView row;
        row.title = relation.other_line.empty()
                        ? relation.other_order
                        : context.text("related.line",
                                       {{"order", relation.other_order}, {"line", relation.other_line}});
        const bool is_project = relation.kind == domain::RelationKind::part_of_project;
        row.note = join_facts(
            {as_beginning(i18n::relation_words(context.language, relation.kind, i18n::StatedBy::other)),
             is_project ? std::string() : context.text("related.unknown")});
        return row;
    }

    /// How much of what was agreed in a contract's line has been called off.
    RowView called_off(const OrderRecords& contract, const domain::ContractLine& agreed) const {
        RowView row;
        const domain::Line* line = domain::find_line(contract, agreed.line);
        if (line == nullptr) return row;
        row.title = context.text("related.called_off",
                                 {{"line", lines_in_words(context, {line->number})},
                                  {"released", i18n::format_quantity(context.language, agreed.released)},
                                  {"quantity", i18n::format_quantity(context.language, agreed.agreed)},
                                  {"unit", i18n::unit_words(context.language, line->unit, agreed.agreed)}});
        return row;
    }

    std::string whole(const std::vector<const OrderRecords*>& orders) const {
        const domain::SetForecast forecast = domain::forecast_of_orders(orders);
        if (forecast.completed_on)
            return context.text("related.complete", {{"date", context.date(*forecast.completed_on)}});
        if (forecast.blocking) {
            const std::string order = end_words(*forecast.blocking);
            if (!forecast.blocking_on) return context.text("related.blocking_undated", {{"order", order}});
            return context.text("related.blocking",
                                {{"order", order}, {"date", context.date(*forecast.blocking_on)}});
        }
        if (!forecast.expected_on) return {};
        return context.text("related.complete_on", {{"date", context.date(*forecast.expected_on)}});
    }
};

} // namespace

SectionView related_section(const ViewContext& context, const domain::OrderDetails& details) {
    SectionView section{.key = "related", .title = context.text("related.title")};
    const std::span<const OrderRecords> around =
        details.related.empty() ? std::span(&details.records, 1) : std::span(details.related);
    const domain::OrderSet set(around);
    const RelatedWriter writer{context, set};
    const domain::OrderId here = details.records.order.id;
    for (const domain::ContractStanding& contract : domain::contracts_of(set)) {
        if (contract.contract != here || contract.call_offs.empty()) continue;
        for (const domain::ContractLine& agreed : contract.lines)
            section.rows.push_back(writer.called_off(details.records, agreed));
    }
    for (const RelatedPlace& place : domain::related_tree(set, here))
        if (place.relation != nullptr) section.rows.push_back(writer.row(place));
    for (const domain::Relation* relation : set.unknown())
        if (relation->order == here) section.rows.push_back(writer.unknown_row(*relation));
    if (section.rows.empty()) return section;
    constexpr std::size_t kShownAtOnce = 4;
    if (section.rows.size() > kShownAtOnce)
        section.more = context.text("related.show", {{"count", section.rows.size()}});
    std::vector<const OrderRecords*> orders;
    for (const OrderRecords& order : around)
        orders.push_back(&order);
    section.summary = writer.whole(orders);
    return section;
}

} // namespace orderdeck::words
