#include "server/persistence/sqlite/inbox/record_row.h"
#include "server/persistence/sqlite/inbox/record_store.h"

#include <algorithm>

namespace orderdeck::server::persistence::sqlite {
namespace {

/// What all statements together come to: the newest content, first said by its earliest statement.
Record united(const std::vector<Record>& statements) {
    Record counts =
        *std::max_element(statements.begin(), statements.end(),
                          [](const Record& left, const Record& right) { return is_newer(right, left); });
    for (const Record& statement : statements) {
        if (says_the_same(statement, counts)) unite(counts, statement);
    }
    return counts;
}

} // namespace

base::Result<bool> RecordStore::has_versions(Owner owner, const Record& record) {
    storage::Statement row = TRY(
        database_.query("SELECT 1 FROM record_version WHERE " + std::string(kRecordKey) + " LIMIT 1",
                        owner.root, owner.account, record.subject, record.source_system, record.source_key));
    return TRY(row.step());
}

base::Result<void> RecordStore::keep_version(Owner owner, const Record& record) {
    // The first statement becomes a version only now that there is a second one.
    TRY(database_.execute(
        "INSERT INTO record_version(root_id, account_id, subject, source_id, source_key, kind, version, "
        "occurred_at, received_at, stated_at, inbox_id, file_line, content) "
        "SELECT root_id, account_id, subject, source_id, source_key, kind, version, occurred_at, "
        "received_at, "
        "stated_at, inbox_id, file_line, content FROM record r WHERE root_id = ?1 AND account_id = ?2 AND "
        "subject = ?3 AND source_id = ?4 AND source_key = ?5 AND NOT EXISTS(SELECT 1 FROM record_version v "
        "WHERE "
        "v.root_id = ?1 AND v.account_id = ?2 AND v.subject = ?3 AND v.source_id = ?4 AND v.source_key = ?5)",
        owner.root, owner.account, record.subject, record.source_system, record.source_key));
    return database_.execute(
        "INSERT INTO record_version(root_id, account_id, subject, source_id, source_key, kind, version, "
        "occurred_at, received_at, stated_at, inbox_id, file_line, content) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET kind = excluded.kind, "
        "version = excluded.version, occurred_at = excluded.occurred_at, received_at = excluded.received_at, "
        "stated_at = excluded.stated_at, file_line = excluded.file_line, content = excluded.content "
        "WHERE (excluded.version, excluded.stated_at, excluded.content) > (version, stated_at, content)",
        owner.root, owner.account, record.subject, record.source_system, record.source_key, record.kind,
        record.version, record.occurred_at, record.received_at, record.stated_at, record.inbox,
        record.file_line, record.content);
}

base::Result<std::vector<Record>> RecordStore::versions(Owner owner, const Record& record) {
    storage::Statement rows = TRY(
        database_.query("SELECT " + std::string(kRecordColumns) + " FROM record_version WHERE " +
                            std::string(kRecordKey) + " ORDER BY inbox_id",
                        owner.root, owner.account, record.subject, record.source_system, record.source_key));
    std::vector<Record> versions;
    while (TRY(rows.step()))
        versions.push_back(read_record(rows));
    return versions;
}

base::Result<void> RecordStore::count_what_is_left(Owner owner, const Record& record) {
    const std::vector<Record> left = TRY(versions(owner, record));
    if (left.empty()) return {};
    TRY(update(owner, united(left)));
    if (left.size() > 1) return {};
    return database_.execute("DELETE FROM record_version WHERE " + std::string(kRecordKey), owner.root,
                             owner.account, record.subject, record.source_system, record.source_key);
}

base::Result<void> RecordStore::withdraw(std::int64_t inbox) {
    TRY(database_.execute("INSERT INTO pending_projection(root_id, account_id, subject) "
                          "SELECT root_id, account_id, subject FROM record WHERE inbox_id = ?1 "
                          "UNION SELECT root_id, account_id, subject FROM record_version WHERE inbox_id = ?1 "
                          "ON CONFLICT DO NOTHING",
                          inbox));
    std::vector<std::pair<Owner, Record>> shared;
    {
        storage::Statement rows =
            TRY(database_.query("SELECT " + std::string(kRecordColumns) +
                                    ", root_id, account_id FROM record_version WHERE inbox_id = ?",
                                inbox));
        while (TRY(rows.step()))
            shared.push_back({Owner{.root = domain::AccountId{rows.int64(11)},
                                    .account = domain::AccountId{rows.int64(12)}},
                              read_record(rows)});
    }
    TRY(database_.execute("DELETE FROM record_version WHERE inbox_id = ?", inbox));
    TRY(database_.execute("DELETE FROM record WHERE inbox_id = ?1 AND NOT EXISTS(SELECT 1 FROM "
                          "record_version v WHERE v.root_id = "
                          "record.root_id AND v.account_id = record.account_id AND v.subject = "
                          "record.subject AND v.source_id = "
                          "record.source_id AND v.source_key = record.source_key)",
                          inbox));
    for (const auto& [owner, record] : shared)
        TRY(count_what_is_left(owner, record));
    return {};
}

base::Result<std::vector<PendingSubject>> RecordStore::pending(std::int64_t limit) {
    storage::Statement rows = TRY(database_.query(
        "SELECT p.root_id, p.account_id, p.subject FROM pending_projection p JOIN (SELECT root_id, "
        "account_id "
        "FROM pending_projection LIMIT 1) o ON o.root_id = p.root_id AND o.account_id = p.account_id "
        "ORDER BY p.subject LIMIT ?",
        limit));
    std::vector<PendingSubject> subjects;
    while (TRY(rows.step()))
        subjects.push_back(
            {.owner = {.root = domain::AccountId{rows.int64(0)}, .account = domain::AccountId{rows.int64(1)}},
             .subject = rows.string(2)});
    return subjects;
}

base::Result<void> RecordStore::settle(const PendingSubject& subject) {
    return database_.execute(
        "DELETE FROM pending_projection WHERE root_id = ? AND account_id = ? AND subject = ?",
        subject.owner.root, subject.owner.account, subject.subject);
}

base::Result<std::optional<base::Timestamp>> RecordStore::last_stated(Owner owner,
                                                                      std::int64_t source_system) {
    storage::Statement row = TRY(database_.query(
        "SELECT max(stated_at) FROM (SELECT stated_at FROM record WHERE root_id = ?1 AND account_id = ?2 AND "
        "source_id = ?3 UNION ALL SELECT stated_at FROM record_version WHERE root_id = ?1 AND account_id = "
        "?2 "
        "AND source_id = ?3)",
        owner.root, owner.account, source_system));
    if (!TRY(row.step()) || row.is_null(0)) return std::optional<base::Timestamp>{};
    return std::optional(base::Timestamp::from_milliseconds(row.int64(0)));
}

} // namespace orderdeck::server::persistence::sqlite
