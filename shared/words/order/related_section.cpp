#include "shared/words/order/order_view.h"

#include "shared/domain/relations/call_off.h"
#include "shared/domain/relations/delivery_set.h"
#include "shared/domain/relations/tree.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order/line_words.h"
#include "shared/words/order/set_words.h"

namespace orderdeck::words {
namespace {

using domain::OrderRecords;
using domain::RelatedPlace;

struct RelatedWriter {
    const ViewContext& context;
    const domain::OrderSet& set;

    RowView row(const RelatedPlace& place) const {
        RowView row;
        row.title = end_words(context, set, place.end);
        row.depth = place.depth - 1;
        row.href = "/orders/" + std::to_string(place.end.order.value());
        const auto stated_by = place.stated_by_parent ? i18n::StatedBy::other : i18n::StatedBy::told;
        row.note =
            join_facts({as_beginning(i18n::relation_words(context.language, place.relation->kind, stated_by)),
                        standing_words(context, set, place.end)});
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

    /// How much of what was agreed in each of a contract's lines has been called off; nothing for other orders.
    std::vector<RowView> called_off(const OrderRecords& order) const {
        std::vector<RowView> rows;
        for (const domain::ContractStanding& contract : domain::contracts_of(set)) {
            if (contract.contract != order.order.id || contract.call_offs.empty()) continue;
            for (const domain::ContractLine& agreed : contract.lines) {
                if (const domain::Line* line = domain::find_line(order, agreed.line))
                    rows.push_back({.title = called_off(*line, agreed)});
            }
        }
        return rows;
    }

    std::string called_off(const domain::Line& line, const domain::ContractLine& agreed) const {
        return context.text("related.called_off",
                            {{"line", lines_in_words(context, {line.number})},
                             {"released", i18n::format_quantity(context.language, agreed.released)},
                             {"quantity", i18n::format_quantity(context.language, agreed.agreed)},
                             {"unit", i18n::unit_words(context.language, line.unit, agreed.agreed)}});
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
    const bool is_cut = domain::is_related_cut(details);
    if (!is_cut) section.rows = writer.called_off(details.records);
    for (const RelatedPlace& place : domain::related_tree(set, here))
        if (place.relation != nullptr) section.rows.push_back(writer.row(place));
    for (const domain::Relation* relation : set.unknown())
        if (relation->order == here) section.rows.push_back(writer.unknown_row(*relation));
    if (section.rows.empty()) return section;
    constexpr std::size_t kShownAtOnce = 4;
    if (section.rows.size() > kShownAtOnce)
        section.more = context.text("related.show", {{"count", section.rows.size()}});
    if (is_cut) {
        section.summary = context.text("related.cut", {{"count", around.size() - 1}});
        return section;
    }
    // What is linked inside the order alone is told by its own headline.
    const auto orders = domain::orders_wanted_with(set, here);
    if (orders.size() > 1) section.summary = together_words(context, set, domain::forecast_of_orders(orders));
    return section;
}

} // namespace orderdeck::words
