#include "shared/words/order/order_view.h"

#include "shared/words/order/set_words.h"

namespace orderdeck::words {
namespace {

using domain::OrderRecords;

/// How many have come, and what the others wait for.
std::string standing_of(const ViewContext& context, const domain::ProjectOrders& project,
                        const domain::OrderSet& set) {
    std::string counts =
        context.text("project.complete", {{"count", project.complete}, {"of", project.orders}});
    const auto forecast = domain::forecast_of(project);
    return join_facts(
        {std::move(counts), forecast ? together_words(context, set, *forecast) : std::string()});
}

} // namespace

SectionView project_section(const ViewContext& context, const domain::OrderDetails& details) {
    SectionView section{.key = "project",
                        .title = context.text("project.title", {{"project", details.records.order.project}})};
    if (!details.project) return section;
    const domain::ProjectOrders& project = *details.project;
    const domain::OrderSet set(project.open);
    section.summary = standing_of(context, project, set);
    for (const OrderRecords& order : project.open) {
        if (order.order.id == details.records.order.id) continue;
        RowView row;
        row.title = order.order.number;
        row.href = "/orders/" + std::to_string(order.order.id.value());
        row.note = standing_words(context, set, {order.order.id, std::nullopt});
        section.rows.push_back(std::move(row));
    }
    if (!section.rows.empty()) section.more = context.text("project.show", {{"count", section.rows.size()}});
    return section;
}

} // namespace orderdeck::words
