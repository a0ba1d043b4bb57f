#include "client/app/update.h"

namespace orderdeck::client::app {
namespace {

bool is_list(const Route& route) { return std::holds_alternative<OrdersRoute>(route); }

/// Makes the list ask for this query and shows it.
Effects ask(Model& model, const OrdersQuery& query) {
    const bool is_new = !(model.orders.query == query) || !model.orders.listing;
    model.orders.query = query;
    model.orders.unknown_terms.clear();
    model.route = OrdersRoute{query};
    return is_new ? Effects{ListOrders{query}} : Effects{};
}

Effects enter_order(Model& model, const OrderRoute& route) {
    model.came_from_list = is_list(model.route);
    model.route = route;
    model.order_page = OrderPageState{.order = route.order, .details = {}, .why = route.why};
    return {ReadOrder{route.order}};
}

} // namespace

Effects update_search(Model& model, const SearchTyped& action) {
    OrdersQuery query = model.orders.query;
    query.search = action.text;
    const bool was_list = is_list(model.route);
    Effects effects = ask(model, query);
    // Each letter is no step that Back should undo; leaving an order page is.
    if (was_list)
        effects.emplace_back(ReplaceRoute{path_of(query)});
    else
        effects.emplace_back(PushRoute{path_of(query)});
    return effects;
}

Effects update_restrictions(Model& model, const OrdersQuery& query) {
    model.menu = Menu::none;
    if (query == model.orders.query && is_list(model.route)) return {};
    Effects effects = ask(model, query);
    effects.emplace_back(PushRoute{path_of(query)});
    return effects;
}

Effects update_route(Model& model, const RouteEntered& action) {
    model.menu = Menu::none;
    // Our own push and replace come back as an entry, too.
    if (action.route == model.route) return {};
    const bool filters_only = (is_list(model.route) && is_list(action.route)) ||
                              (std::holds_alternative<ImportsRoute>(model.route) &&
                               std::holds_alternative<ImportsRoute>(action.route));
    if (!filters_only) {
        ++model.page_version;
        model.is_find_hint_open = false;
    }
    if (const auto* list = std::get_if<OrdersRoute>(&action.route)) {
        if (list->query.search != model.orders.query.search) ++model.orders.search_version;
        Effects effects = ask(model, list->query);
        model.orders.unknown_terms = list->unknown_terms;
        return effects;
    }
    if (const auto* order = std::get_if<OrderRoute>(&action.route)) return enter_order(model, *order);
    model.route = action.route;
    if (std::holds_alternative<SettingsRoute>(model.route)) return enter_own_settings(model);
    if (const auto* imports = std::get_if<ImportsRoute>(&model.route))
        return enter_imports(model, imports->query);
    if (const auto* import = std::get_if<ImportRoute>(&model.route))
        return enter_import(model, import->message);
    return {};
}

} // namespace orderdeck::client::app
