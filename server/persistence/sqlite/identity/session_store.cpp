#include "server/persistence/sqlite/identity/session_store.h"

namespace orderdeck::server::persistence::sqlite::identity {

base::Result<void> SessionStore::add(Hash hash, domain::UserId user, std::string_view user_agent,
                                     base::Timestamp now, base::Timestamp created_before,
                                     base::Timestamp seen_before) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("DELETE FROM session WHERE created_at < ?", created_before));
    TRY(lease->execute("DELETE FROM session WHERE seen_at < ?", seen_before));
    TRY(lease->execute(
        "INSERT INTO session(token_hash, user_id, created_at, seen_at, user_agent) VALUES(?, ?, ?, ?, ?)",
        hash, user, now, now, user_agent));
    return lease.commit();
}

base::Result<std::optional<Session>> SessionStore::find(Hash hash) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row =
        TRY(lease->query("SELECT u.id, u.email, u.name, u.language, s.created_at, s.seen_at, u.disabled_at "
                         "FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.token_hash = ?",
                         hash));
    if (!TRY(row.step())) return std::optional<Session>{};
    return std::optional(Session{.user = domain::UserId(row.int64(0)),
                                 .email = row.string(1),
                                 .name = row.string(2),
                                 .language = row.string(3),
                                 .created_at = base::Timestamp::from_milliseconds(row.int64(4)),
                                 .seen_at = base::Timestamp::from_milliseconds(row.int64(5)),
                                 .disabled = !row.is_null(6)});
}

base::Result<void> SessionStore::touch(Hash hash, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE session SET seen_at = ? WHERE token_hash = ?", now, hash));
    return lease.commit();
}

base::Result<void> SessionStore::remove(Hash hash) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("DELETE FROM session WHERE token_hash = ?", hash));
    return lease.commit();
}

} // namespace orderdeck::server::persistence::sqlite::identity
