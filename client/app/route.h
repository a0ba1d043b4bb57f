#pragma once

#include "client/app/imports/imports.h"
#include "client/app/orders_query.h"
#include "shared/base/viewer_clock.h"
#include "shared/domain/ids.h"

#include <span>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace orderdeck::client::app {

struct OrdersRoute {
    OrdersQuery query;
    std::vector<std::string> unknown_terms = {}; ///< of the address, decoded
    friend bool operator==(const OrdersRoute&, const OrdersRoute&) = default;
};

enum class Disclosure : std::uint8_t { closed, open };

struct OrderRoute {
    domain::OrderId order;
    Disclosure why = Disclosure::closed; ///< whether the reasons of the status are shown
    friend bool operator==(const OrderRoute&, const OrderRoute&) = default;
};

/// One's own settings.
struct SettingsRoute {
    friend bool operator==(const SettingsRoute&, const SettingsRoute&) = default;
};

/// What arrived from the sources; of staff.
struct ImportsRoute {
    ImportsQuery query;
    friend bool operator==(const ImportsRoute&, const ImportsRoute&) = default;
};

/// One message of the inbox, by its id.
struct ImportRoute {
    std::string message;
    friend bool operator==(const ImportRoute&, const ImportRoute&) = default;
};

/// An address that we do not have.
struct UnknownRoute {
    friend bool operator==(const UnknownRoute&, const UnknownRoute&) = default;
};

/// Where the person is. "/" and "/orders" are the list.
using Route = std::variant<OrdersRoute, OrderRoute, SettingsRoute, ImportsRoute, ImportRoute, UnknownRoute>;

inline constexpr std::string_view kSettingsPage = "/settings";

Route parse_route(std::string_view path, std::string_view query);
/// The address of the list with this query, "/orders?filter=late".
std::string path_of(const OrdersQuery& query);
/// "/orders/17", with the reasons shown "/orders/17?why=1".
std::string path_of(domain::OrderId order, Disclosure why = Disclosure::closed);
/// "/orders/17/print?lang=zh-CN&zone=480": a page of the server, not of the program.
std::string print_path_of(domain::OrderId order, std::string_view language,
                          std::span<const base::OffsetTransition> zone);
/// An address of ours that leads to the route; an unknown one leads to the list.
std::string path_of(const Route& route);

} // namespace orderdeck::client::app
