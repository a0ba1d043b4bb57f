#pragma once

#include "server/persistence/sqlite/inbox/record_store.h"

#include <string_view>
#include <tuple>

namespace orderdeck::server::persistence::sqlite {

/// For the two files of RecordStore: the columns of record and record_version, and which of two statements counts.
inline constexpr std::string_view kRecordColumns =
    "subject, source_id, source_key, kind, version, occurred_at, received_at, "
    "stated_at, inbox_id, file_line, content";
inline constexpr std::string_view kRecordKey =
    "root_id = ? AND account_id = ? AND subject = ? AND source_id = ? AND source_key = ?";

inline Record read_record(const storage::Statement& row) {
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

inline bool is_newer(const Record& record, const Record& kept) {
    return std::tie(record.version, record.stated_at, record.content) >
           std::tie(kept.version, kept.stated_at, kept.content);
}

inline bool says_the_same(const Record& left, const Record& right) {
    return left.kind == right.kind && left.content == right.content && left.occurred_at == right.occurred_at;
}

/// By when it was received; of messages that came at the same time the first counts as earlier.
inline bool is_earlier(const Record& record, const Record& known) {
    return std::tie(record.received_at, record.inbox) < std::tie(known.received_at, known.inbox);
}

/// Two statements of the same content: said first by the earlier, repeated by the later.
inline void unite(Record& known, const Record& record) {
    if (is_earlier(record, known)) {
        known.received_at = record.received_at;
        known.inbox = record.inbox;
        known.file_line = record.file_line;
    }
    if (std::tie(record.version, record.stated_at) > std::tie(known.version, known.stated_at))
        std::tie(known.version, known.stated_at) = std::tie(record.version, record.stated_at);
}

} // namespace orderdeck::server::persistence::sqlite
