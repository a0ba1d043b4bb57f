#include "shared/words/order/order_view.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order/line_words.h"
#include "shared/words/source_words.h"

#include <algorithm>
#include <utility>

namespace orderdeck::words {
namespace {

std::string subtitle_of(const ViewContext& context, const domain::Order& order) {
    std::vector<std::string> parts;
    if (!order.customer_reference.empty())
        parts.push_back(context.text("orders.po", {{"reference", order.customer_reference}}));
    if (!order.ship_to.empty())
        parts.push_back(order.ship_to);
    else if (!order.project.empty())
        parts.push_back(order.project);
    return join_facts(parts);
}

std::vector<PillView> pills_of(const ViewContext& context, const domain::OrderDetails& details) {
    std::vector<PillView> pills;
    if (auto pill = main_pill(context, details.summary, details.records.order))
        pills.push_back(std::move(*pill));
    const auto moved = moved_pill(context, details.summary);
    if (moved && !details.summary.complete && (pills.empty() || pills.front() != *moved))
        pills.push_back(*moved);
    return pills;
}

/// Whether anything that is known about this order came from there.
bool spoke_of(const domain::OrderRecords& records, domain::SourceId source) {
    const auto from_source = [source](const auto& row) { return row.source == source; };
    const auto any = [&](const auto& rows) { return std::any_of(rows.begin(), rows.end(), from_source); };
    return any(records.milestones) || any(records.promises) || any(records.holds) ||
           any(records.tracking_events) || any(records.payments) || any(records.relations) ||
           any(records.documents);
}

/// Sources of one kind are one line: the freshest of them.
std::vector<FactView> sources_view(const ViewContext& context, const domain::OrderDetails& details) {
    std::vector<std::pair<std::string, base::Timestamp>> freshest;
    for (const domain::Source& source : details.sources) {
        if (!spoke_of(details.records, source.id)) continue;
        const std::string name = source_words(context, source);
        const auto same = std::find_if(freshest.begin(), freshest.end(),
                                       [&](const auto& row) { return row.first == name; });
        if (same == freshest.end())
            freshest.emplace_back(name, source.last_received_at);
        else
            same->second = std::max(same->second, source.last_received_at);
    }
    std::vector<FactView> rows;
    for (const auto& [name, received_at] : freshest)
        rows.push_back({name, context.age(received_at)});
    return rows;
}

std::string terms_of(const ViewContext& context, const domain::Order& order) {
    if (order.incoterm.empty()) return {};
    if (order.incoterm_place.empty()) return order.incoterm;
    return context.text("facts.incoterms", {{"term", order.incoterm}, {"place", order.incoterm_place}});
}

std::string total_of(const ViewContext& context, const domain::OrderDetails& details) {
    bool any_amount = false;
    for (const domain::Line& line : details.records.lines)
        any_amount = any_amount || line.amount_minor.has_value();
    if (!any_amount) return {};
    const domain::Order& order = details.records.order;
    const std::string money =
        i18n::format_money(context.language, {details.summary.total_minor, order.currency});
    return context.text(
        "facts.total_basis",
        {{"money", money}, {"basis", context.language.raw(i18n::message_of(order.amount_basis))}});
}

} // namespace

std::vector<FactView> facts_view(const ViewContext& context, const domain::OrderDetails& details) {
    const domain::Order& order = details.records.order;
    const domain::OrderSummary& summary = details.summary;
    const auto date = [&](const std::optional<base::LocalDate>& day) {
        return day ? context.date(*day) : std::string();
    };
    std::vector<FactView> facts;
    const auto add = [&](i18n::MessageId name, std::string value) {
        if (!value.empty()) facts.push_back({context.text(name), std::move(value)});
    };
    if (order.kind != domain::OrderKind::standard)
        add("facts.kind",
            as_beginning(i18n::value_words(context.language, "kind", domain::name_of(order.kind))));
    add("facts.valid_until", date(order.valid_until));
    add("facts.ordered", order.placed ? context.date(order.placed->on) : std::string());
    add("facts.requested", date(summary.requested_on));
    add("facts.promised", date(summary.promised_on));
    add("facts.terms", terms_of(context, order));
    add("facts.payment", order.payment_terms);
    add("facts.project", order.project);
    add("facts.ship_to", order.ship_to);
    add("facts.company", details.account ? details.account->name.in(context.language.tag()) : std::string());
    add("facts.total", total_of(context, details));
    return facts;
}

OrderView order_view(const ViewContext& context, const domain::OrderDetails& details) {
    OrderView view;
    view.number = details.records.order.number;
    view.pills = pills_of(context, details);
    view.subtitle = subtitle_of(context, details.records.order);
    view.headline = long_headline(context, details.summary);
    view.explanation = explanation_view(context, details);
    view.reasons = reasons_view(context, details);
    view.progress_words = progress_words(context, details.summary);
    view.steps = steps_view(context, details);
    view.lines = lines_view(context, details);
    view.shipments = shipments_view(context, details);
    const auto add = [](std::vector<SectionView>& sections, SectionView section) {
        if (!section.rows.empty() || !section.summary.empty()) sections.push_back(std::move(section));
    };
    add(view.sections, holds_section(context, details));
    add(view.sections, promises_section(context, details));
    add(view.sections, related_section(context, details));
    add(view.sections, project_section(context, details));
    add(view.sections, disputes_section(context, details));
    add(view.sections, inferred_section(context, details));
    add(view.papers, bills_section(context, details));
    add(view.papers, documents_section(context, details));
    view.facts = facts_view(context, details);
    view.sources = sources_view(context, details);
    return view;
}

} // namespace orderdeck::words
