#pragma once

#include "client/app/export.h"
#include "client/app/orders_query.h"
#include "client/platform/http.h"
#include "shared/domain/ids.h"

#include <string>
#include <variant>
#include <vector>

namespace orderdeck::client::app {

struct PushRoute {
    std::string path;
};
struct ReplaceRoute {
    std::string path;
};
struct GoBack {};
struct ListOrders {
    OrdersQuery query;
};
struct ReadOrder {
    domain::OrderId order;
};
struct StoreSetting {
    std::string key;
    std::string value;
};
struct SyncNow {};
/// Throws the replica away and loads a path of ours, where it is copied again.
struct CopyAgain {
    std::string path;
};
struct LogOut {
    std::string csrf_token;
};
/// A full page load of a path of ours.
struct Leave {
    std::string path;
};
struct SetTitle {
    std::string title;
};
struct SetLanguage {
    std::string tag;
};

/// Makes a file or a page of all orders that the query lists.
struct ExportList {
    OrdersQuery query;
    ExportKind kind;
    std::string restrictions; ///< in words, for its head
    std::string language;     ///< BCP 47
    std::string csrf_token;
};

/// Saves all orders that are on this device as a file, once the page says that it is being made.
struct SaveOwnData {
    std::string account;
    std::string person;
};

/// What a request of ours is about, so that its answer finds its way.
enum class Asked : std::uint8_t {
    own_settings,
    save_settings,
    change_password,
    sessions,
    end_session,
    end_other_sessions,
    imports,
    more_imports,
    import,
    more_findings,
    excerpt,
    repair
};
/// Its end comes back as RequestEnded.
struct SendRequest {
    Asked asked;
    platform::HttpRequest request;
    std::string subject = {}; ///< which session, list, message or finding
};
/// Reads who is logged in again: the csrf token is another one.
struct ReadSession {};
struct ReadZone {
    std::string zone;
};
struct ReadZoneNames {
    std::string language;
    std::string style;
};

/// What `update` wants done outside, as data; the runtime does it.
using Effect = std::variant<PushRoute, ReplaceRoute, GoBack, ListOrders, ReadOrder, StoreSetting, SyncNow,
                            CopyAgain, LogOut, Leave, SetTitle, SetLanguage, SendRequest, ReadSession,
                            ReadZone, ReadZoneNames, ExportList, SaveOwnData>;
using Effects = std::vector<Effect>;

} // namespace orderdeck::client::app
