#include "server/persistence/sqlite/identity/token_store.h"

#include <algorithm>

namespace orderdeck::server::persistence::sqlite::identity {

std::string token_id(std::span<const std::byte> hash) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::size_t kBytes = 6;
    std::string id;
    for (const std::byte byte : hash.first(std::min(kBytes, hash.size()))) {
        const auto value = std::to_integer<unsigned>(byte);
        id.append(1, kDigits[value >> 4]).append(1, kDigits[value & 15]);
    }
    return id;
}

base::Result<void> TokenStore::add(Hash hash, const ApiToken& token, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("INSERT INTO api_token(token_hash, root_id, account_id, label, created_at, feed) "
                       "VALUES(?, ?, ?, ?, ?, ?)",
                       hash, token.grant.root, token.grant.account, token.label, now, token.feed));
    return lease.commit();
}

base::Result<std::optional<ApiToken>> TokenStore::find(Hash hash) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(lease->query(
        "SELECT root_id, account_id, label, feed FROM api_token WHERE token_hash = ? AND revoked_at IS NULL",
        hash));
    if (!TRY(row.step())) return std::optional<ApiToken>{};
    return std::optional(ApiToken{.grant = {domain::AccountId(row.int64(0)), domain::AccountId(row.int64(1))},
                                  .label = row.string(2),
                                  .feed = row.string(3)});
}

base::Result<std::vector<TokenEntry>> TokenStore::list() {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(lease->query(
        "SELECT t.token_hash, coalesce(a.code, ''), t.label, t.created_at, t.revoked_at, t.feed FROM "
        "api_token t "
        "LEFT JOIN account a ON a.root_id = t.root_id AND a.id = t.account_id ORDER BY t.created_at, "
        "t.token_hash"));
    std::vector<TokenEntry> entries;
    while (TRY(row.step())) {
        TokenEntry entry{.id = token_id(row.blob(0)),
                         .account_code = row.string(1),
                         .feed = row.string(5),
                         .label = row.string(2),
                         .created_at = base::Timestamp::from_milliseconds(row.int64(3)),
                         .revoked_at = {}};
        if (!row.is_null(4)) entry.revoked_at = base::Timestamp::from_milliseconds(row.int64(4));
        entries.push_back(std::move(entry));
    }
    return entries;
}

base::Result<bool> TokenStore::revoke(std::string_view id, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE api_token SET revoked_at = ? WHERE substr(lower(hex(token_hash)), 1, 12) = ? "
                       "AND revoked_at IS NULL",
                       now, id));
    const bool found = lease->changes() > 0;
    TRY(lease.commit());
    return found;
}

} // namespace orderdeck::server::persistence::sqlite::identity
