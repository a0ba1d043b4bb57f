#include "server/persistence/sqlite/inbox/inbox_store.h"

#include "server/persistence/sqlite/inbox/compressed_body.h"

#include <array>

namespace orderdeck::server::persistence::sqlite {
namespace {

constexpr std::string_view kEntryColumns =
    "i.id, i.source_id, i.state, i.received_at, i.rows, i.rows_rejected";

constexpr std::array<std::string_view, kInboxStateCount> kStates = {
    "received", "applied", "applied_with_findings", "waiting", "rejected", "withdrawn", "ignored"};

InboxEntry read_entry(const storage::Statement& row) {
    return {.id = row.int64(0),
            .source_system = row.int64(1),
            .state = inbox_state_from(row.text(2)).value_or(InboxState::received),
            .received_at = base::Timestamp::from_milliseconds(row.int64(3)),
            .rows = row.int64(4),
            .rows_rejected = row.int64(5)};
}

base::Result<std::optional<InboxEntry>> find_equal(storage::Database& database, const ContentHash& hash,
                                                   const std::string& mapping) {
    storage::Statement row = TRY(database.query(
        "SELECT " + std::string(kEntryColumns) + " FROM inbox i WHERE i.content_hash = ? AND i.mapping = ?",
        std::span<const std::byte>(hash), mapping));
    if (!TRY(row.step())) return std::optional<InboxEntry>{};
    return std::optional(read_entry(row));
}

Severity severity_from(std::string_view name) {
    if (name == "error") return Severity::error;
    return name == "info" ? Severity::info : Severity::warning;
}

constexpr std::string_view kFindingColumns =
    "file_line, column_name, value, severity, code, message, occurrences, id";

Finding read_finding(const storage::Statement& row) {
    return {.file_line = row.int64(0),
            .column = row.string(1),
            .value = row.string(2),
            .severity = severity_from(row.text(3)),
            .code = row.string(4),
            .message = row.string(5),
            .occurrences = row.int64(6),
            .id = row.int64(7)};
}

} // namespace

std::string_view name_of(InboxState state) { return kStates[static_cast<std::size_t>(state)]; }

std::optional<InboxState> inbox_state_from(std::string_view name) {
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        if (kStates[i] == name) return static_cast<InboxState>(i);
    }
    return std::nullopt;
}

std::string_view name_of(Severity severity) {
    switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "error";
}

base::Result<std::int64_t> InboxStore::source_system(storage::Database& writer, std::string_view name,
                                                     std::string_view kind) {
    TRY(writer.execute("INSERT INTO source_system(name, kind) VALUES(?, ?) "
                       "ON CONFLICT(name) DO UPDATE SET kind = excluded.kind WHERE kind IS NOT excluded.kind",
                       name, kind));
    return writer.query_int("SELECT id FROM source_system WHERE name = ?", name);
}

base::Result<InboxEntry> InboxStore::receive(Store& store, const InboxMessage& message, base::Timestamp now) {
    const ContentHash hash = content_hash(message.body);
    // Outside the writer's turn: compressing takes longer than everything else here.
    const std::vector<std::byte> body = TRY(compress(message.body));
    WriteLease writer = TRY(store.write());
    if (auto known = TRY(find_equal(*writer, hash, message.mapping))) {
        if (known->state != InboxState::withdrawn) return *known;
        known->state = InboxState::received;
        known->received_at = now;
        TRY(writer->execute("UPDATE inbox SET state = ?, reason = '', received_at = ? WHERE id = ?",
                            persistence::sqlite::name_of(known->state), now, known->id));
        TRY(writer.commit());
        return *known;
    }
    InboxEntry entry{.id = 0,
                     .source_system = TRY(source_system(*writer, message.source_name, message.source_kind)),
                     .state = InboxState::received,
                     .received_at = now,
                     .is_new = true};
    TRY(writer->execute(
        "INSERT INTO inbox(source_id, mapping, file_name, content_hash, size, received_at, state, body) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        entry.source_system, message.mapping, message.file_name, std::span<const std::byte>(hash),
        message.body.size(), now, persistence::sqlite::name_of(entry.state),
        std::span<const std::byte>(body)));
    entry.id = writer->last_insert_id();
    TRY(writer.commit());
    return entry;
}

base::Result<std::optional<std::int64_t>> InboxStore::find_by_content(std::string_view bytes,
                                                                      const std::string& mapping) {
    const auto known = TRY(find_equal(database_, content_hash(bytes), mapping));
    return known ? std::optional(known->id) : std::nullopt;
}

base::Result<void> InboxStore::finish(std::int64_t inbox, std::int64_t rows, std::int64_t rows_rejected,
                                      const std::vector<std::string>& waits_for) {
    TRY(database_.execute("DELETE FROM inbox_wait WHERE inbox_id = ?", inbox));
    for (const std::string& what : waits_for)
        TRY(database_.execute(
            "INSERT INTO inbox_wait(waits_for, inbox_id) VALUES(?, ?) ON CONFLICT DO NOTHING", what, inbox));
    const std::int64_t findings = TRY(
        database_.query_int("SELECT count(*) FROM finding WHERE inbox_id = ? AND severity <> 'info'", inbox));
    InboxState state = findings == 0 ? InboxState::applied : InboxState::applied_with_findings;
    if (!waits_for.empty()) state = InboxState::waiting;
    return database_.execute(
        "UPDATE inbox SET state = ?, reason = '', rows = ?, rows_rejected = ? WHERE id = ?",
        persistence::sqlite::name_of(state), rows, rows_rejected, inbox);
}

base::Result<void> InboxStore::set_state(std::int64_t inbox, InboxState state, std::string_view reason) {
    TRY(database_.execute("DELETE FROM inbox_wait WHERE inbox_id = ?", inbox));
    return database_.execute("UPDATE inbox SET state = ?, reason = ? WHERE id = ?",
                             persistence::sqlite::name_of(state), reason, inbox);
}

base::Result<void> InboxStore::put_findings(std::int64_t inbox, const std::vector<Finding>& findings) {
    TRY(database_.execute("DELETE FROM finding WHERE inbox_id = ?", inbox));
    for (const Finding& finding : findings) {
        TRY(database_.execute(
            "INSERT INTO finding(inbox_id, file_line, column_name, value, severity, code, message, "
            "occurrences) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            inbox, finding.file_line, finding.column, finding.value,
            persistence::sqlite::name_of(finding.severity), finding.code, finding.message,
            finding.occurrences));
    }
    return {};
}

base::Result<std::string> InboxStore::body(std::int64_t inbox) {
    storage::Statement row = TRY(database_.query("SELECT size, body FROM inbox WHERE id = ?", inbox));
    if (!TRY(row.step())) return base::fail(base::ErrorCode::not_found, "no such inbox message");
    return decompress(row.blob(1), static_cast<std::size_t>(row.int64(0)));
}

base::Result<Finding> InboxStore::finding(std::int64_t inbox, std::int64_t id) {
    storage::Statement row = TRY(database_.query(
        "SELECT " + std::string(kFindingColumns) + " FROM finding WHERE id = ? AND inbox_id = ?", id, inbox));
    if (!TRY(row.step()))
        return base::fail(base::ErrorCode::not_found, "no such finding", std::to_string(id));
    return read_finding(row);
}

base::Result<FindingPage> InboxStore::finding_page(std::int64_t inbox, FindingPosition after,
                                                   std::int64_t limit) {
    storage::Statement rows = TRY(database_.query(
        "SELECT " + std::string(kFindingColumns) +
            " FROM finding WHERE inbox_id = ? AND (file_line, id) > (?, ?) ORDER BY file_line, id LIMIT ?",
        inbox, after.file_line, after.id, limit + 1));
    FindingPage page;
    while (TRY(rows.step())) {
        if (std::ssize(page.findings) == limit) {
            page.next = FindingPosition{page.findings.back().file_line, page.findings.back().id};
            break;
        }
        page.findings.push_back(read_finding(rows));
    }
    return page;
}

base::Result<std::vector<Finding>> InboxStore::findings(std::int64_t inbox, std::int64_t limit) {
    return TRY(finding_page(inbox, {}, limit)).findings;
}

} // namespace orderdeck::server::persistence::sqlite
