#include "server/persistence/sqlite/identity/login_failure_store.h"

namespace orderdeck::server::persistence::sqlite::identity {

base::Result<LoginFailures> LoginFailureStore::find(std::string_view subject) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row =
        TRY(lease->query("SELECT failures, last_at FROM login_failure WHERE subject = ?", subject));
    if (!TRY(row.step())) return LoginFailures{};
    return LoginFailures{.failures = static_cast<int>(row.int64(0)),
                         .last_at = base::Timestamp::from_milliseconds(row.int64(1))};
}

base::Result<void> LoginFailureStore::count(std::string_view account, std::string_view network,
                                            base::Timestamp now, base::Timestamp forgotten_before) {
    WriteLease lease = TRY(store_.write());
    for (const std::string_view subject : {account, network}) {
        TRY(lease->execute("INSERT INTO login_failure(subject, failures, last_at) VALUES(?1, 1, ?2) "
                           "ON CONFLICT(subject) DO UPDATE SET last_at = ?2, "
                           "failures = CASE WHEN last_at < ?3 THEN 1 ELSE failures + 1 END",
                           subject, now, forgotten_before));
    }
    return lease.commit();
}

base::Result<void> LoginFailureStore::settle(std::string_view account, std::string_view network,
                                             base::Timestamp forgotten_before) {
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute("DELETE FROM login_failure WHERE subject = ?", account));
    TRY(lease->execute("DELETE FROM login_failure WHERE last_at < ?", forgotten_before));
    TRY(lease->execute("UPDATE login_failure SET failures = max(failures - 1, 0) WHERE subject = ?",
                       network));
    return lease.commit();
}

} // namespace orderdeck::server::persistence::sqlite::identity
