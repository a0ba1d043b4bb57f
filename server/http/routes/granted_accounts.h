#pragma once

#include "server/auth/principal.h"
#include "server/persistence/sqlite/store.h"
#include "shared/domain/account.h"

#include <vector>

namespace orderdeck::server::http::routes {

/// The accounts that somebody was granted, without those below them.
base::Result<std::vector<domain::Account>> granted_accounts(persistence::sqlite::Store& store,
                                                            const auth::Principal& principal);

} // namespace orderdeck::server::http::routes
