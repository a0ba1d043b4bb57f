#pragma once

#include "server/persistence/scope.h"
#include "server/persistence/sqlite/store.h"
#include "server/sync/head_cache.h"
#include "shared/api/problem.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace orderdeck::server::sync {

inline constexpr int kDefaultRows = 4000; ///< of a page, when the client asks for no number
inline constexpr int kMostRows = 10'000;

/// A finished page with the entity tag under which a client may ask whether anything is newer.
struct Page {
    std::string body;
    std::string etag; ///< with its quotes
};
/// Nothing new since the cursor.
struct UpToDate {
    std::string etag;
};
/// The program in the browser knows an older set of tables than this server still speaks.
struct ClientTooOld {};

using PullAnswer = std::variant<Page, UpToDate, api::Resync>;
using BootAnswer = std::variant<Page, ClientTooOld, api::Resync>;

struct PullRequest {
    std::string_view cursor;
    int limit = kDefaultRows;
    std::string_view if_none_match;
};

struct BootRequest {
    int schema = 0;
    std::string_view after; ///< empty for the first page
    int limit = kDefaultRows;
};

/// What changed for this scope since the cursor. Reads one state of the store. Changed rows that
/// the scope does not see, or that are gone, come as deletions. That nothing is new may be half a second old.
base::Result<PullAnswer> pull(persistence::sqlite::Store& store, HeadCache& heads,
                              const persistence::Scope& scope, const PullRequest& request,
                              base::Timestamp now);

/// One page of everything that this scope sees, by table and primary key. The first page carries the cursor from which to
/// pull after the last one.
base::Result<BootAnswer> boot(persistence::sqlite::Store& store, const persistence::Scope& scope,
                              const BootRequest& request, base::Timestamp now);

} // namespace orderdeck::server::sync
