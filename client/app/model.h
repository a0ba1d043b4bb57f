#pragma once

#include "client/app/export.h"
#include "client/app/imports/imports.h"
#include "client/app/orders_query.h"
#include "client/app/own_settings.h"
#include "client/app/preferences.h"
#include "client/app/route.h"
#include "client/sync/sync_status.h"
#include "shared/api/session.h"
#include "shared/base/timestamp.h"
#include "shared/base/viewer_clock.h"
#include "shared/domain/order_details.h"
#include "shared/replica/order_list.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::app {

/// Which orders are listed, in their order. Rows are read from the replica only when they come into sight.
struct OrderListing {
    OrdersQuery query;
    std::vector<domain::OrderId> orders;
    replica::OrderFigures figures; ///< of all orders, whatever is searched for
    /// `newest`: the first answer to a search; more orders match, or may, and how many is not known yet.
    replica::SearchExtent extent = replica::SearchExtent::all;
};

struct OrdersState {
    OrdersQuery query;
    std::uint32_t search_version = 0; ///< grows when the search text is set by us and not by typing
    std::optional<OrderListing> listing;
    /// Of the address that was entered: "filter=xyz". Nothing is restricted by them, which has to be said.
    std::vector<std::string> unknown_terms;
};

struct OrderPageState {
    domain::OrderId order;
    std::optional<domain::OrderDetails> details;
    bool looked_up = false; ///< the replica has answered; without details there is no such order
    Disclosure why = Disclosure::closed;
    std::vector<std::string> open_parts = {}; ///< what else is shown on demand, by the screen's names
};

enum class Menu : std::uint8_t { none, account, step, sort, list_export, feed };

enum class ToastKind : std::uint8_t {
    settings_saved,
    settings_restored,
    password_changed,
    session_ended,
    others_ended,
    import_repaired,   ///< read again, and nothing is left to do
    import_read_again, ///< and something is
    import_ignored,
    import_withdrawn,
    word_explained
};

/// A short message that something was done.
struct Toast {
    ToastKind kind = ToastKind::settings_saved;
    std::uint32_t version = 0;
    base::Timestamp until = {};
};

/// All that the screens show. They read it; only `update` writes it.
struct Model {
    Route route = UnknownRoute{};
    /// Grows when another page is entered by a link or through the history, not by what is typed or filtered.
    std::uint32_t page_version = 0;
    /// The list was left for the order that is shown now, so going back leads to it.
    bool came_from_list = false;
    base::ViewerClock clock;
    std::vector<platform::OffsetTransition> device_transitions; ///< of the zone of this device
    std::vector<platform::OffsetTransition>
        zone_transitions;    ///< of the zone that the person chose; empty: none, or unknown here
    std::string device_zone; ///< IANA name; empty when unknown
    std::vector<std::string> browser_languages;
    Preferences preferences;
    std::optional<api::SessionInfo> session;
    sync::SyncStatus sync;
    std::uint64_t generation = 0;       ///< of the replica; every change of its rows makes a new one
    bool is_replica_unreadable = false; ///< its last query failed
    OrdersState orders;
    OrderPageState order_page;
    std::uint64_t orders_read = 0; ///< how often `order_page.details` were read, of whichever order
    OwnSettingsState own_settings;
    ImportsState imports; ///< of staff
    ImportPageState import_page;
    std::optional<Toast> toast;
    std::uint32_t toasts = 0; ///< how many were shown
    Menu menu = Menu::none;
    /// Find in page was asked for, which sees only the rows on the screen: that the search sees all is being said.
    bool is_find_hint_open = false;
    DownloadState download;
    std::string title;    ///< of the document, as last told to the browser
    std::string language; ///< of the document
};

} // namespace orderdeck::client::app
