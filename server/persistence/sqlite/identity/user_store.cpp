#include "server/persistence/sqlite/identity/user_store.h"

namespace orderdeck::server::persistence::sqlite::identity {

namespace {

/// An unknown role of a newer program opens nothing more than a customer's.
Role role_from(std::string_view name) { return name == name_of(Role::staff) ? Role::staff : Role::customer; }

} // namespace

std::string_view name_of(Role role) { return role == Role::staff ? "staff" : "customer"; }

base::Result<std::optional<User>> UserStore::find_by_email(std::string_view email) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(lease->query(
        "SELECT id, email, name, language, password_hash, disabled_at FROM app_user WHERE email = ?", email));
    if (!TRY(row.step())) return std::optional<User>{};
    return std::optional(User{.id = domain::UserId(row.int64(0)),
                              .email = row.string(1),
                              .name = row.string(2),
                              .language = row.string(3),
                              .password_hash = row.string(4),
                              .disabled = !row.is_null(5)});
}

base::Result<std::vector<Grant>> UserStore::grants(domain::UserId user, base::Timestamp now) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row =
        TRY(lease->query("SELECT root_id, account_id, role FROM user_grant WHERE user_id = ? "
                         "AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?) "
                         "ORDER BY root_id, account_id",
                         user, now, now));
    std::vector<Grant> grants;
    while (TRY(row.step()))
        grants.push_back({.root = domain::AccountId(row.int64(0)),
                          .account = domain::AccountId(row.int64(1)),
                          .role = role_from(row.text(2))});
    return grants;
}

base::Result<void> UserStore::renew_password_hash(domain::UserId user, std::string_view old_hash,
                                                  std::string_view new_hash) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE app_user SET password_hash = ? WHERE id = ? AND password_hash = ?", new_hash,
                       user, old_hash));
    return lease.commit();
}

base::Result<std::vector<UserEntry>> UserStore::list() {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(lease->query(
        "SELECT u.id, u.email, u.name, u.language, u.disabled_at, a.code, g.role FROM app_user u "
        "LEFT JOIN user_grant g ON g.user_id = u.id "
        "LEFT JOIN account a ON a.root_id = g.root_id AND a.id = g.account_id ORDER BY u.email, a.code"));
    std::vector<UserEntry> entries;
    while (TRY(row.step())) {
        const domain::UserId id(row.int64(0));
        if (entries.empty() || entries.back().user.id != id) {
            entries.push_back({.user = {.id = id,
                                        .email = row.string(1),
                                        .name = row.string(2),
                                        .language = row.string(3),
                                        .password_hash = {},
                                        .disabled = !row.is_null(4)},
                               .account_codes = {}});
        }
        if (!row.is_null(6) && role_from(row.text(6)) == Role::staff) entries.back().role = Role::staff;
        if (!row.is_null(5)) entries.back().account_codes.push_back(row.string(5));
    }
    return entries;
}

base::Result<void> UserStore::disable(domain::UserId user, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE app_user SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL", now,
                       user));
    return lease.commit();
}

base::Result<void> UserStore::enable(domain::UserId user) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE app_user SET disabled_at = NULL WHERE id = ?", user));
    TRY(lease->execute("DELETE FROM session WHERE user_id = ?", user));
    return lease.commit();
}

base::Result<void> UserStore::change_password(domain::UserId user, std::string_view password_hash) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE app_user SET password_hash = ? WHERE id = ?", password_hash, user));
    TRY(lease->execute("DELETE FROM session WHERE user_id = ?", user));
    return lease.commit();
}

base::Result<int> UserStore::change_own_password(domain::UserId user, std::string_view password_hash,
                                                 const SessionRenewal& session, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("UPDATE session SET token_hash = ?, seen_at = ? WHERE token_hash = ? AND user_id = ? "
                       "AND ended_at IS NULL",
                       session.new_hash, now, session.old_hash, user));
    if (lease->changes() != 1)
        return base::fail(base::ErrorCode::unauthenticated, "the session ended meanwhile");
    TRY(lease->execute("UPDATE app_user SET password_hash = ? WHERE id = ?", password_hash, user));
    TRY(lease->execute(
        "UPDATE session SET ended_at = ?, user_agent = '' WHERE user_id = ? AND token_hash <> ? "
        "AND ended_at IS NULL",
        now, user, session.new_hash));
    const int ended = static_cast<int>(lease->changes());
    TRY(lease.commit());
    return ended;
}

base::Result<domain::UserId> UserStore::add(const User& user, const Grant& grant, base::Timestamp now) {
    WriteLease lease = TRY(store_.write());
    {
        storage::Statement taken = TRY(lease->query("SELECT 1 FROM app_user WHERE email = ?", user.email));
        if (TRY(taken.step())) {
            return base::fail(base::ErrorCode::already_exists,
                              "There is already a user \"" + user.email + "\".");
        }
    }
    TRY(lease->execute(
        "INSERT INTO app_user(email, name, language, password_hash, created_at) VALUES(?, ?, ?, ?, ?)",
        user.email, user.name, user.language, user.password_hash, now));
    const domain::UserId id(lease->last_insert_id());
    TRY(lease->execute("INSERT INTO user_grant(root_id, account_id, user_id, role, valid_from) "
                       "VALUES(?, ?, ?, ?, ?)",
                       grant.root, grant.account, id, identity::name_of(grant.role), now));
    TRY(lease.commit());
    return id;
}

} // namespace orderdeck::server::persistence::sqlite::identity
