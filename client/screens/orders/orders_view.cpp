#include "client/screens/orders/orders_view.h"

#include "client/screens/frame/frame_view.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"

namespace orderdeck::client::screens {
namespace {

using app::ListFilter;

i18n::MessageId message_of(ListFilter filter) {
    switch (filter) {
    case ListFilter::open: return "filter.open";
    case ListFilter::late: return "filter.late";
    case ListFilter::arriving: return "filter.arriving";
    case ListFilter::waiting: return "filter.waiting";
    case ListFilter::complete: return "filter.complete";
    }
    return "filter.open";
}

i18n::MessageId message_of(app::ListSort sort) {
    switch (sort) {
    case app::ListSort::attention: return "sort.attention";
    case app::ListSort::promised: return "sort.promised";
    case app::ListSort::placed: return "sort.placed";
    case app::ListSort::total: return "sort.total";
    case app::ListSort::number: return "sort.number";
    }
    return "sort.attention";
}

std::string open_note(const ViewContext& context, const replica::OrderFigures& figures) {
    if (figures.open == 0) return context.text("tile.nothing_open");
    // Amounts of several currencies have no sum, and a tile has room for two.
    if (figures.open_value.empty()) return {};
    if (figures.open_value.size() > 2)
        return context.text("tile.currencies", {{"count", figures.open_value.size()}});
    std::vector<std::string> amounts;
    for (const domain::Money& money : figures.open_value)
        amounts.push_back(i18n::format_money(context.language, money));
    return context.text("tile.to_come", {{"money", join_facts(amounts)}});
}

std::string late_note(const ViewContext& context, const replica::OrderFigures& figures) {
    if (figures.late_or_at_risk() == 0) return context.text("tile.none_late");
    return context.text("tile.late_split", {{"late", figures.late}, {"risk", figures.at_risk}});
}

std::string arriving_note(const ViewContext& context, const replica::OrderFigures& figures) {
    if (!figures.next_arrival_on) return context.text("tile.none_arriving");
    return context.text("tile.next", {{"date", context.near_date(*figures.next_arrival_on)}});
}

std::string waiting_note(const ViewContext& context, const replica::OrderFigures& figures) {
    return figures.waiting == 0 ? context.text("tile.nothing_waits") : context.text("tile.your_answer");
}

std::vector<FigureView> figures_view(const ViewContext& context, const app::Model& model) {
    const replica::OrderFigures figures =
        model.orders.listing ? model.orders.listing->figures : replica::OrderFigures{};
    std::vector<FigureView> views;
    const bool is_known = model.orders.listing.has_value(); // a zero would be a claim
    const auto add = [&](std::string key, ListFilter filter, std::int64_t value, std::string note,
                         ui::Ink ink) {
        views.push_back({std::move(key), filter, context.text(message_of(filter)),
                         is_known ? i18n::format_integer(context.language, value) : std::string(),
                         is_known ? std::move(note) : std::string(), ink,
                         model.orders.query.filter == filter});
    };
    const std::int64_t late = figures.late_or_at_risk();
    add("figure-open", ListFilter::open, figures.open, open_note(context, figures), ui::Ink::text);
    add("figure-late", ListFilter::late, late, late_note(context, figures),
        late > 0 ? ui::Ink::bad : ui::Ink::text);
    add("figure-arriving", ListFilter::arriving, figures.arriving, arriving_note(context, figures),
        ui::Ink::text);
    add("figure-waiting", ListFilter::waiting, figures.waiting, waiting_note(context, figures),
        ui::Ink::text);
    return views;
}

std::vector<RestrictionView> restrictions_view(const ViewContext& context, const app::OrdersQuery& query) {
    std::vector<RestrictionView> views;
    const auto add = [&](std::string key, std::string label, app::Action remove) {
        const bool is_step = std::holds_alternative<app::StepChosen>(remove);
        std::string name = context.text("filter.remove", {{"name", label}});
        views.push_back({std::move(key), std::move(label), std::move(name), std::move(remove), is_step});
    };
    if (query.filter)
        add("filter", context.text(message_of(*query.filter)), app::FilterToggled{*query.filter});
    if (query.step) add("step", context.text(i18n::message_of(*query.step)), app::StepChosen{std::nullopt});
    return views;
}

std::string count_words(const ViewContext& context, const replica::OrderFigures& figures) {
    if (figures.companies < 2) return context.text("orders.count", {{"count", figures.orders}});
    return context.text("orders.count_companies",
                        {{"count", figures.orders}, {"companies", figures.companies}});
}

std::string note_words(const ViewContext& context, const std::vector<std::string>& unknown_terms) {
    if (unknown_terms.empty()) return {};
    std::string terms;
    for (const std::string& term : unknown_terms)
        terms += (terms.empty() ? "" : " & ") + term;
    return context.text("orders.unknown_terms", {{"terms", terms}});
}

EmptyView empty_view(const ViewContext& context, const app::OrdersQuery& query, ListState state) {
    if (state == ListState::failed)
        return {context.text("failed.title"), context.text("failed.text"), context.text("sync.retry")};
    if (!query.is_restricted())
        return {context.text("empty.none_title"), context.text("empty.none_text"), {}};
    if (!query.search.empty())
        return {context.text("empty.search_title", {{"query", query.search}}),
                context.text("empty.search_text"), context.text("empty.clear_search")};
    if (query.filter && query.step)
        return {
            context.text("empty.both_title", {{"filter", context.language.raw(message_of(*query.filter))},
                                              {"step", context.language.raw(i18n::message_of(*query.step))}}),
            context.text("empty.both_text"), context.text("filter.clear")};
    return {context.text("empty.filter_title"), context.text("empty.filter_text"),
            context.text("filter.clear")};
}

ListState state_of(const app::Model& model) {
    const app::OrdersState& orders = model.orders;
    if (!orders.listing && model.is_replica_unreadable) return ListState::unreadable;
    if (!orders.listing) return has_failed(model.sync) ? ListState::failed : ListState::loading;
    if (!orders.listing->orders.empty()) return ListState::listed;
    return orders.listing->query.is_restricted() ? ListState::nothing_found : ListState::no_orders;
}

} // namespace

std::string filter_words(const ViewContext& context, const app::OrdersQuery& query) {
    std::vector<std::string> parts;
    if (query.filter) parts.push_back(context.text(message_of(*query.filter)));
    if (query.step) parts.push_back(context.text(i18n::message_of(*query.step)));
    if (!query.search.empty()) parts.push_back(query.search);
    return join_facts(parts);
}

OrdersView orders_view(const ViewContext& context, const app::Model& model) {
    const app::OrdersQuery& query = model.orders.query;
    OrdersView view;
    view.title = context.text("orders.title");
    view.figures_name = context.text("orders.figures");
    view.figures = figures_view(context, model);
    view.filters_name = context.text("orders.filters");
    view.restrictions = restrictions_view(context, query);
    view.step_label = context.text("filter.stage");
    view.sort_label = context.text("sort.label", {{"sort", context.language.raw(message_of(query.sort))}});
    view.export_label = context.text("export.menu");
    view.list_name = context.text("orders.list");
    view.columns = {context.text("orders.column.order"), context.text("orders.column.items"),
                    context.text("orders.column.status"), context.text("orders.column.promised"),
                    context.text("orders.column.total")};
    view.note = note_words(context, model.orders.unknown_terms);
    view.dismiss = context.text("orders.dismiss_note");
    view.state = state_of(model);
    view.loading = context.text("orders.loading_list");
    view.empty = empty_view(context, query, view.state);
    if (!model.orders.listing) return view;
    view.rows = model.orders.listing->orders.size();
    view.is_restricted = model.orders.listing->query.is_restricted();
    view.count = count_words(context, model.orders.listing->figures);
    const bool is_all = model.orders.listing->extent == replica::SearchExtent::all;
    const i18n::MessageId shown =
        is_all ? i18n::MessageId("orders.shown") : i18n::MessageId("orders.shown_at_least");
    view.shown = context.text(shown, {{"count", view.rows}, {"total", model.orders.listing->figures.orders}});
    return view;
}

std::vector<MenuEntryView> step_menu_view(const ViewContext& context, const app::OrdersQuery& query) {
    std::vector<MenuEntryView> entries{menu_caption("step-caption", context.text("filter.stage"))};
    const auto add = [&](std::string key, std::string label, std::optional<domain::Step> step) {
        entries.push_back({ui::MenuEntryKind::radio, std::move(key), std::move(label), ui::Icon::none,
                           query.step == step ? ui::Tri::on : ui::Tri::off, app::StepChosen{step}});
    };
    add("step-all", context.text("filter.stage_all"), std::nullopt);
    for (int i = 0; i < domain::kStepCount; ++i) {
        const auto step = static_cast<domain::Step>(i);
        add("step-" + std::string(domain::name_of(step)), context.text(i18n::message_of(step)), step);
    }
    return entries;
}

std::vector<MenuEntryView> sort_menu_view(const ViewContext& context, const app::OrdersQuery& query) {
    std::vector<MenuEntryView> entries{menu_caption("sort-caption", context.text("sort.menu"))};
    for (const app::ListSort sort : app::kListSorts) {
        entries.push_back({ui::MenuEntryKind::radio, "sort-" + std::to_string(static_cast<int>(sort)),
                           context.text(message_of(sort)), ui::Icon::none,
                           query.sort == sort ? ui::Tri::on : ui::Tri::off, app::SortChosen{sort}});
    }
    return entries;
}

namespace {

/// Why nothing can be exported now; empty when it can.
std::string export_obstacle(const ViewContext& context, const app::Model& model) {
    const bool offline = model.sync.phase == sync::SyncPhase::offline;
    if (offline) return context.text("export.offline");
    if (!model.orders.listing || model.orders.listing->orders.empty()) return context.text("export.nothing");
    if (model.orders.listing->orders.size() > app::kMostExportedOrders)
        return context.text("export.too_many", {{"count", app::kMostExportedOrders}});
    if (model.download.phase == app::DownloadPhase::preparing) return context.text("export.preparing");
    return {};
}

} // namespace

std::vector<MenuEntryView> export_menu_view(const ViewContext& context, const app::Model& model) {
    const std::string obstacle = export_obstacle(context, model);
    const std::string restrictions = filter_words(context, model.orders.query);
    std::vector<MenuEntryView> entries{
        menu_caption("export-caption", obstacle.empty() ? context.text("export.caption") : obstacle)};
    const auto add = [&](std::string key, i18n::MessageId label, ui::Icon icon, app::ExportKind kind) {
        entries.push_back({ui::MenuEntryKind::action, std::move(key), context.text(label), icon,
                           ui::Tri::unknown, app::ExportChosen{kind, restrictions},
                           obstacle.empty() ? ui::Enabled::yes : ui::Enabled::no});
    };
    add("export-xlsx", "export.xlsx", ui::Icon::table, app::ExportKind::xlsx);
    add("export-csv", "export.csv", ui::Icon::file, app::ExportKind::csv);
    add("export-print", "export.print", ui::Icon::printer, app::ExportKind::print);
    return entries;
}

} // namespace orderdeck::client::screens
