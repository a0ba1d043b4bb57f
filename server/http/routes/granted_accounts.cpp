#include "server/http/routes/granted_accounts.h"

#include "server/persistence/sqlite/account_store.h"

#include <algorithm>

namespace orderdeck::server::http::routes {

base::Result<std::vector<domain::Account>> granted_accounts(persistence::sqlite::Store& store,
                                                            const auth::Principal& principal) {
    auto lease = TRY(store.read());
    std::vector<domain::Account> accounts =
        TRY(persistence::sqlite::AccountStore(*lease).list(principal.scope));
    const auto nodes = principal.scope.nodes();
    std::erase_if(accounts, [&](const domain::Account& account) {
        return std::find(nodes.begin(), nodes.end(), account.id) == nodes.end();
    });
    return accounts;
}

} // namespace orderdeck::server::http::routes
