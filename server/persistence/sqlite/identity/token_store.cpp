#include "server/persistence/sqlite/identity/token_store.h"

namespace orderdeck::server::persistence::sqlite::identity {

base::Result<void> TokenStore::add(Hash hash, const ApiToken& token, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute(
        "INSERT INTO api_token(token_hash, root_id, account_id, label, created_at) VALUES(?, ?, ?, ?, ?)",
        hash, token.grant.root, token.grant.account, token.label, now));
    return lease.commit();
}

base::Result<std::optional<ApiToken>> TokenStore::find(Hash hash) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(lease->query(
        "SELECT root_id, account_id, label FROM api_token WHERE token_hash = ? AND revoked_at IS NULL",
        hash));
    if (!TRY(row.step())) return std::optional<ApiToken>{};
    return std::optional(ApiToken{.grant = {domain::AccountId(row.int64(0)), domain::AccountId(row.int64(1))},
                                  .label = row.string(2)});
}

base::Result<void> TokenStore::revoke(Hash hash, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE api_token SET revoked_at = ? WHERE token_hash = ?", now, hash));
    return lease.commit();
}

} // namespace orderdeck::server::persistence::sqlite::identity
