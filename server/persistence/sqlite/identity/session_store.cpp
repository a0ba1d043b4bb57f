#include "server/persistence/sqlite/identity/session_store.h"

namespace orderdeck::server::persistence::sqlite::identity {

base::Result<bool> SessionStore::add(Hash hash, const NewSession& session, base::Timestamp now,
                                     base::Timestamp created_before) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("DELETE FROM session WHERE created_at < ?", created_before));
    TRY(lease->execute("INSERT INTO session(token_hash, user_id, created_at, seen_at, user_agent) "
                       "SELECT ?, id, ?, ?, ? FROM app_user WHERE id = ? AND password_hash = ?",
                       hash, now, now, session.user_agent, session.user, session.password_hash));
    const bool added = lease->changes() == 1;
    TRY(lease.commit());
    return added;
}

base::Result<std::optional<Session>> SessionStore::find(Hash hash) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(lease->query(
        "SELECT s.public_id, u.id, u.email, u.name, u.language, u.time_zone, s.created_at, s.seen_at, "
        "s.ended_at, u.disabled_at FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.token_hash = ?",
        hash));
    if (!TRY(row.step())) return std::optional<Session>{};
    return std::optional(Session{.public_id = row.string(0),
                                 .user = domain::UserId(row.int64(1)),
                                 .email = row.string(2),
                                 .name = row.string(3),
                                 .language = row.string(4),
                                 .time_zone = row.string(5),
                                 .created_at = base::Timestamp::from_milliseconds(row.int64(6)),
                                 .seen_at = base::Timestamp::from_milliseconds(row.int64(7)),
                                 .ended = !row.is_null(8),
                                 .disabled = !row.is_null(9)});
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

base::Result<std::vector<SessionEntry>> SessionStore::list(domain::UserId user, base::Timestamp created_after,
                                                           base::Timestamp seen_after, int limit) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row =
        TRY(lease->query("SELECT public_id, user_agent, created_at, seen_at FROM session WHERE user_id = ? "
                         "AND ended_at IS NULL AND created_at > ? AND seen_at > ? "
                         "ORDER BY seen_at DESC, created_at DESC, public_id LIMIT ?",
                         user, created_after, seen_after, limit));
    std::vector<SessionEntry> entries;
    while (TRY(row.step())) {
        entries.push_back({.public_id = row.string(0),
                           .user_agent = row.string(1),
                           .created_at = base::Timestamp::from_milliseconds(row.int64(2)),
                           .seen_at = base::Timestamp::from_milliseconds(row.int64(3))});
    }
    return entries;
}

base::Result<bool> SessionStore::end(domain::UserId user, std::string_view public_id, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE session SET ended_at = ?, user_agent = '' WHERE user_id = ? AND public_id = ? "
                       "AND ended_at IS NULL",
                       now, user, public_id));
    const bool found = lease->changes() > 0;
    TRY(lease.commit());
    return found;
}

base::Result<int> SessionStore::end_others(domain::UserId user, std::string_view kept_public_id,
                                           base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute(
        "UPDATE session SET ended_at = ?, user_agent = '' WHERE user_id = ? AND public_id <> ? "
        "AND ended_at IS NULL",
        now, user, kept_public_id));
    const int ended = static_cast<int>(lease->changes());
    TRY(lease.commit());
    return ended;
}

} // namespace orderdeck::server::persistence::sqlite::identity
