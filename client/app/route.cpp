#include "client/app/route.h"

#include "shared/api/order_export.h"
#include "shared/base/text.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::client::app {
namespace {

constexpr std::string_view kOrders = "/orders";

constexpr std::string_view kWhy = "why=1";

Disclosure why_of(std::string_view query) {
    const auto terms = base::split(query, '&');
    return std::find(terms.begin(), terms.end(), kWhy) == terms.end() ? Disclosure::closed : Disclosure::open;
}

/// The id in an address such as "/orders/17".
std::optional<std::int64_t> id_below(std::string_view page, std::string_view path) {
    if (!path.starts_with(page) || path.size() < page.size() + 2 || path[page.size()] != '/')
        return std::nullopt;
    const auto id = base::parse_int(path.substr(page.size() + 1));
    return id && *id > 0 ? std::optional(*id) : std::nullopt;
}

} // namespace

Route parse_route(std::string_view path, std::string_view query) {
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    if (path == "/" || path == kOrders) return OrdersRoute{decode_query(query), unknown_terms(query)};
    if (path == kSettingsPage) return SettingsRoute{};
    if (path == kImportsPage) return ImportsRoute{decode_imports_query(query)};
    if (const auto message = id_below(kImportsPage, path)) return ImportRoute{std::to_string(*message)};
    const auto order = id_below(kOrders, path);
    if (!order) return UnknownRoute{};
    return OrderRoute{domain::OrderId(*order), why_of(query)};
}

std::string path_of(const OrdersQuery& query) {
    const std::string terms = encode_query(query);
    return terms.empty() ? std::string(kOrders) : std::string(kOrders) + "?" + terms;
}

std::string path_of(domain::OrderId order, Disclosure why) {
    std::string path = std::string(kOrders) + "/" + std::to_string(order.value());
    if (why == Disclosure::open) path.append("?").append(kWhy);
    return path;
}

std::string print_path_of(domain::OrderId order, std::string_view language,
                          std::span<const base::OffsetTransition> zone) {
    return path_of(order) + "/print?lang=" + base::percent_encode(language) +
           "&zone=" + base::percent_encode(api::encode_zone(zone));
}

std::string path_of(const Route& route) {
    if (const auto* order = std::get_if<OrderRoute>(&route)) return path_of(order->order, order->why);
    if (const auto* orders = std::get_if<OrdersRoute>(&route)) return path_of(orders->query);
    if (std::holds_alternative<SettingsRoute>(route)) return std::string(kSettingsPage);
    if (const auto* imports = std::get_if<ImportsRoute>(&route)) return path_of(imports->query);
    if (const auto* import = std::get_if<ImportRoute>(&route)) return import_path(import->message);
    return std::string(kOrders);
}

} // namespace orderdeck::client::app
