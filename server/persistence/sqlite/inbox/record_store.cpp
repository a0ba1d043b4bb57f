#include "server/persistence/sqlite/inbox/record_row.h"

#include <tuple>

namespace orderdeck::server::persistence::sqlite {

base::Result<bool> RecordStore::insert(Owner owner, const Record& record) {
    TRY(database_.execute(
        "INSERT INTO record(root_id, account_id, subject, source_id, source_key, kind, version, occurred_at, "
        "received_at, stated_at, inbox_id, file_line, content) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        owner.root, owner.account, record.subject, record.source_system, record.source_key, record.kind,
        record.version, record.occurred_at, record.received_at, record.stated_at, record.inbox,
        record.file_line, record.content));
    return database_.changes() != 0;
}

base::Result<void> RecordStore::update(Owner owner, const Record& record) {
    return database_.execute(
        "UPDATE record SET kind = ?, version = ?, occurred_at = ?, received_at = ?, stated_at = ?, inbox_id "
        "= ?, "
        "file_line = ?, content = ? "
        "WHERE root_id = ? AND account_id = ? AND subject = ? AND source_id = ? AND source_key = ?",
        record.kind, record.version, record.occurred_at, record.received_at, record.stated_at, record.inbox,
        record.file_line, record.content, owner.root, owner.account, record.subject, record.source_system,
        record.source_key);
}

base::Result<Record> RecordStore::kept(Owner owner, const Record& record) {
    storage::Statement row = TRY(database_.query("SELECT " + std::string(kRecordColumns) +
                                                     " FROM record WHERE root_id = ? AND account_id = ? AND "
                                                     "subject = ? AND source_id = ? AND source_key = ?",
                                                 owner.root, owner.account, record.subject,
                                                 record.source_system, record.source_key));
    if (!TRY(row.step())) return base::fail(base::ErrorCode::internal, "a record vanished", record.subject);
    return read_record(row);
}

base::Result<RecordChange> RecordStore::put(Owner owner, const Record& record) {
    if (TRY(insert(owner, record))) return RecordChange::added;
    Record known = TRY(kept(owner, record));
    const bool several_speak = known.inbox != record.inbox || TRY(has_versions(owner, record));
    if (several_speak) TRY(keep_version(owner, record));
    if (says_the_same(record, known)) return repeat(owner, record, std::move(known));
    if (!is_newer(record, known)) return RecordChange::outdated;
    TRY(update(owner, record));
    // Perhaps it was said before, and something else in between.
    if (several_speak) TRY(count_what_is_left(owner, record));
    return RecordChange::replaced;
}

base::Result<RecordChange> RecordStore::repeat(Owner owner, const Record& record, Record known) {
    const bool earlier = is_earlier(record, known);
    const bool later = std::tie(record.version, record.stated_at) > std::tie(known.version, known.stated_at);
    if (!earlier && !later) return RecordChange::unchanged;
    const bool is_shown = record.received_at < known.received_at;
    unite(known, record);
    TRY(update(owner, known));
    // Only what projections show counts as a change.
    return is_shown ? RecordChange::replaced : RecordChange::unchanged;
}

base::Result<std::vector<Record>> RecordStore::about(Owner owner, std::string_view subject) {
    storage::Statement rows = TRY(database_.query("SELECT " + std::string(kRecordColumns) +
                                                      " FROM record WHERE root_id = ? AND account_id = ? AND "
                                                      "subject = ? ORDER BY source_id, source_key",
                                                  owner.root, owner.account, subject));
    std::vector<Record> records;
    while (TRY(rows.step()))
        records.push_back(read_record(rows));
    return records;
}

base::Result<std::int64_t> RecordStore::count_about(Owner owner, std::string_view subject) {
    return database_.query_int(
        "SELECT count(*) FROM record WHERE root_id = ? AND account_id = ? AND subject = ?", owner.root,
        owner.account, subject);
}

base::Result<std::vector<std::string>> RecordStore::subjects(Owner owner) {
    storage::Statement rows = TRY(database_.query(
        "SELECT DISTINCT subject FROM record WHERE root_id = ? AND account_id = ? ORDER BY subject",
        owner.root, owner.account));
    std::vector<std::string> subjects;
    while (TRY(rows.step()))
        subjects.push_back(rows.string(0));
    return subjects;
}

} // namespace orderdeck::server::persistence::sqlite
