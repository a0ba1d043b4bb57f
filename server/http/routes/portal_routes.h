#pragma once

#include "server/auth/authenticator.h"
#include "server/auth/change_password.h"
#include "server/auth/log_in.h"
#include "server/http/operator_event.h"
#include "server/http/policy.h"
#include "server/http/route.h"
#include "server/http/site/static_site.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"
#include "server/persistence/sqlite/store.h"
#include "server/sync/head_cache.h"
#include "shared/api/inbox.h"

#include <atomic>
#include <functional>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::http::routes {

/// Boots and exports read and compress megabytes each; more than these at a time would take the server from everybody else.
using BootSlots = std::counting_semaphore<32>;

/// One of them, for as long as it lives; not held when all are taken.
class BootSlot {
public:
    explicit BootSlot(BootSlots& slots) : slots_(slots), held_(slots.try_acquire()) {}
    BootSlot(const BootSlot&) = delete;
    BootSlot& operator=(const BootSlot&) = delete;
    ~BootSlot() {
        if (held_) slots_.release();
    }
    bool held() const { return held_; }

private:
    BootSlots& slots_;
    bool held_;
};

/// What became of a delivered file.
struct Delivery {
    std::int64_t message = 0; ///< id in the inbox
    std::string state;        ///< "applied", "waiting", "rejected" ...
    std::string reason;       ///< of a rejected one: what does not fit its mapping
    std::int64_t rows = 0;
    std::int64_t rows_rejected = 0;
    bool was_known = false; ///< the same bytes came before
};
/// Keeps a file in the inbox and applies it: feed, file name, bytes, now. `not_found` when there is no such feed.
using Deliver = std::function<base::Result<Delivery>(const std::string&, const std::string&, std::string_view,
                                                     base::Timestamp)>;

/// What may be said that a value means which nobody knows.
struct Vocabulary {
    std::string name; ///< "kind"; empty: nothing can be said
    std::vector<std::string> words;
};

/// What staff does to the messages of the inbox; each by its id, at a time. `conflict` for a message that is not in a state
/// for it, `invalid` for a file that does not fit its mapping, which is then rejected anew.
struct Repair {
    /// Returns how many rows of customers became different.
    using Act = std::function<base::Result<std::int64_t>(std::int64_t, base::Timestamp)>;
    Act retry;
    Act withdraw;
    /// For a reason in a person's words, which may be empty.
    std::function<base::Result<void>(std::int64_t, const std::string& reason)> ignore;
    /// Keeps what a word means and reads its messages anew; returns how many.
    std::function<base::Result<int>(const persistence::sqlite::CodeMeaning&, base::Timestamp)> map_code;
    /// For some findings in a message of a feed, in their order.
    std::function<std::vector<Vocabulary>(const std::string& feed,
                                          const std::vector<persistence::sqlite::Finding>& findings)>
        vocabularies;
    /// The text of the message's file around one of its findings, or its beginning.
    std::function<base::Result<api::InboxExcerpt>(std::int64_t message, std::optional<std::int64_t> finding)>
        excerpt;
};

/// What the handlers work with; all of it outlives the routes.
struct Services {
    persistence::sqlite::Store& store;
    const auth::Authenticator& authenticator;
    auth::LogIn& log_in;
    auth::ChangePassword& change_password;
    const site::StaticSite& site;
    SitePolicy policy;
    BootSlots& boot_slots;
    sync::HeadCache& heads;
    std::function<void(const base::Error&)> log_error; ///< for failures that a person gets a page for
    /// What people did to their accounts, with the number of sessions that ended.
    std::function<void(OperatorEvent, int)> log_event;
    std::function<void(const RepairEvent&)> log_repair;
    Repair repair;                     ///< empty: this server repairs nothing
    Deliver deliver;                   ///< empty: this server takes no files
    const std::atomic<bool>& draining; ///< true once the server is told to stop: /readyz then says so
};

/// The whole route table. A row that is not in tests/server/isolation/access_matrix.json fails the tests.
std::vector<Route> portal_routes(const Services& services);

} // namespace orderdeck::server::http::routes
