#include "client/app/route.h"

#include "shared/base/parse_number.h"

namespace orderdeck::client::app {
namespace {

constexpr std::string_view kOrders = "/orders";

} // namespace

Route parse_route(std::string_view path, std::string_view query) {
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    if (path == "/" || path == kOrders) return OrdersRoute{decode_query(query), unknown_terms(query)};
    if (!path.starts_with(kOrders) || path.size() < kOrders.size() + 2 || path[kOrders.size()] != '/')
        return UnknownRoute{};
    const auto id = base::parse_int(path.substr(kOrders.size() + 1));
    if (!id || *id <= 0) return UnknownRoute{};
    return OrderRoute{domain::OrderId(*id)};
}

std::string path_of(const OrdersQuery& query) {
    const std::string terms = encode_query(query);
    return terms.empty() ? std::string(kOrders) : std::string(kOrders) + "?" + terms;
}

std::string path_of(domain::OrderId order) {
    return std::string(kOrders) + "/" + std::to_string(order.value());
}

std::string path_of(const Route& route) {
    if (const auto* order = std::get_if<OrderRoute>(&route)) return path_of(order->order);
    if (const auto* orders = std::get_if<OrdersRoute>(&route)) return path_of(orders->query);
    return std::string(kOrders);
}

} // namespace orderdeck::client::app
