#pragma once

#include "client/app/order_page.h"
#include "client/app/orders_query.h"
#include "client/app/preferences.h"
#include "client/app/route.h"
#include "client/app/viewer_clock.h"
#include "shared/api/session.h"
#include "shared/base/timestamp.h"
#include "shared/replica/order_list.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::app {

enum class SyncPhase : std::uint8_t {
    loading,     ///< nothing to show yet: the first copy is on its way
    up_to_date,
    updating,
    offline,     ///< the device says that there is no network
    unreachable, ///< there is a network but no answer
    failed,      ///< the first copy could not be had
};

struct SyncStatus {
    SyncPhase phase = SyncPhase::loading;
    int permille = 0; ///< of the first copy, while loading
    /// The last moment at which we knew that nothing was newer.
    std::optional<base::Timestamp> as_of;
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

/// Which orders are listed, in their order. Rows are read from the replica only when they come into sight.
struct OrderListing {
    OrdersQuery query;
    std::vector<domain::OrderId> orders;
    replica::OrderFigures figures; ///< of all orders, whatever is searched for
};

struct OrdersState {
    OrdersQuery query;
    std::uint32_t search_version = 0; ///< grows when the search text is set by us and not by typing
    std::optional<OrderListing> listing;
};

enum class Disclosure : std::uint8_t { closed, open };

struct OrderPageState {
    domain::OrderId order;
    std::optional<OrderDetails> details;
    bool looked_up = false; ///< the replica has answered; without details there is no such order
    Disclosure why = Disclosure::closed;
};

enum class Menu : std::uint8_t { none, account, step, sort };

/// All that the screens show. They read it; only `update` writes it.
struct Model {
    Route route = UnknownRoute{};
    /// The list was left for the order that is shown now, so going back leads to it.
    bool came_from_list = false;
    ViewerClock clock;
    std::vector<std::string> browser_languages;
    Preferences preferences;
    std::optional<api::SessionInfo> session;
    SyncStatus sync;
    std::uint64_t generation = 0; ///< of the replica; every change of its rows makes a new one
    OrdersState orders;
    OrderPageState order_page;
    Menu menu = Menu::none;
    std::string title;    ///< of the document, as last told to the browser
    std::string language; ///< of the document
};

} // namespace orderdeck::client::app
