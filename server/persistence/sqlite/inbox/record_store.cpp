#include "server/persistence/sqlite/inbox/record_store.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::server::persistence::sqlite {
namespace {

constexpr std::string_view kColumns =
    "subject, source_id, source_key, kind, version, occurred_at, received_at, "
    "stated_at, inbox_id, file_line, content";

Record read_record(const storage::Statement& row) {
    Record record{.subject = row.string(0),
                  .source_system = row.int64(1),
                  .source_key = row.string(2),
                  .kind = row.string(3),
                  .version = row.int64(4),
                  .occurred_at = {},
                  .received_at = base::Timestamp::from_milliseconds(row.int64(6)),
                  .stated_at = base::Timestamp::from_milliseconds(row.int64(7)),
                  .inbox = row.int64(8),
                  .file_line = row.int64(9),
                  .content = row.string(10)};
    if (!row.is_null(5)) record.occurred_at = base::Timestamp::from_milliseconds(row.int64(5));
    return record;
}

bool is_newer(const Record& record, const Record& kept) {
    return std::tie(record.version, record.stated_at, record.content) >
           std::tie(kept.version, kept.stated_at, kept.content);
}

bool says_the_same(const Record& left, const Record& right) {
    return left.kind == right.kind && left.content == right.content && left.occurred_at == right.occurred_at;
}

} // namespace

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
    storage::Statement row = TRY(database_.query("SELECT " + std::string(kColumns) +
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
    if (!says_the_same(record, known)) {
        if (!is_newer(record, known)) return RecordChange::outdated;
        TRY(update(owner, record));
        return RecordChange::replaced;
    }
    const bool earlier = record.received_at < known.received_at;
    const bool later = std::tie(record.version, record.stated_at) > std::tie(known.version, known.stated_at);
    if (!earlier && !later) return RecordChange::unchanged;
    if (earlier) {
        known.received_at = record.received_at;
        known.inbox = record.inbox;
        known.file_line = record.file_line;
    }
    if (later) std::tie(known.version, known.stated_at) = std::tie(record.version, record.stated_at);
    TRY(update(owner, known));
    // Only what projections show counts as a change.
    return earlier ? RecordChange::replaced : RecordChange::unchanged;
}

base::Result<std::vector<Record>> RecordStore::about(Owner owner, std::string_view subject) {
    storage::Statement rows = TRY(database_.query("SELECT " + std::string(kColumns) +
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
