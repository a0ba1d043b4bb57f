#include "server/persistence/sqlite/inbox/inbox_store.h"

#include <limits>

namespace orderdeck::server::persistence::sqlite {
namespace {

constexpr std::string_view kListingColumns =
    "i.id, i.source_id, i.state, i.received_at, i.rows, i.rows_rejected, s.name, i.mapping, i.file_name, "
    "i.size, "
    "i.reason, (SELECT count(*) FROM finding f WHERE f.inbox_id = i.id)";

/// The mapping's name in front of its fingerprint.
constexpr std::string_view kFeed = "substr(i.mapping, 1, instr(i.mapping || '#', '#') - 1)";

InboxListing read_listing(const storage::Statement& row) {
    return {.entry = {.id = row.int64(0),
                      .source_system = row.int64(1),
                      .state = inbox_state_from(row.text(2)).value_or(InboxState::received),
                      .received_at = base::Timestamp::from_milliseconds(row.int64(3)),
                      .rows = row.int64(4),
                      .rows_rejected = row.int64(5)},
            .source = row.string(6),
            .mapping = row.string(7),
            .file_name = row.string(8),
            .size = row.int64(9),
            .reason = row.string(10),
            .findings = row.int64(11),
            .waits_for = {}};
}

base::Result<void> add_waits(storage::Database& database, InboxListing& listing) {
    storage::Statement rows = TRY(database.query(
        "SELECT waits_for FROM inbox_wait WHERE inbox_id = ? ORDER BY waits_for", listing.entry.id));
    while (TRY(rows.step()))
        listing.waits_for.push_back(rows.string(0));
    return {};
}

} // namespace

base::Result<void> InboxStore::set_mapping(std::int64_t inbox, const std::string& mapping) {
    storage::Statement other = TRY(database_.query(
        "SELECT o.id FROM inbox i JOIN inbox o ON o.content_hash = i.content_hash AND o.mapping = ? "
        "WHERE i.id = ? AND o.id <> i.id",
        mapping, inbox));
    if (TRY(other.step()))
        return base::fail(base::ErrorCode::conflict,
                          "the same file was imported under that mapping as message " +
                              std::to_string(other.int64(0)));
    return database_.execute("UPDATE inbox SET mapping = ? WHERE id = ?", mapping, inbox);
}

base::Result<std::vector<InboxListing>> InboxStore::list(const InboxQuery& query) {
    std::string sql = "SELECT " + std::string(kListingColumns) +
                      " FROM inbox i JOIN source_system s ON s.id = i.source_id WHERE i.id < ?1";
    std::string states;
    for (const InboxState state : query.states)
        states.append(states.empty() ? "'" : ", '").append(persistence::sqlite::name_of(state)).append("'");
    if (!states.empty()) sql += " AND i.state IN (" + states + ")";
    if (!query.feed.empty()) sql += " AND " + std::string(kFeed) + " = ?3";
    sql += " ORDER BY i.id DESC LIMIT ?2";
    storage::Statement rows = TRY(database_.statement(sql));
    rows.bind(1, query.before > 0 ? query.before : std::numeric_limits<std::int64_t>::max())
        .bind(2, query.limit);
    if (!query.feed.empty()) rows.bind(3, query.feed);
    std::vector<InboxListing> listings;
    while (TRY(rows.step()))
        listings.push_back(read_listing(rows));
    for (InboxListing& listing : listings) {
        if (listing.entry.state == InboxState::waiting) TRY(add_waits(database_, listing));
    }
    return listings;
}

base::Result<std::vector<FeedCount>> InboxStore::count_by_feed() {
    storage::Statement rows = TRY(database_.query("SELECT " + std::string(kFeed) +
                                                  " AS feed, state, count(*) FROM inbox i GROUP BY 1, 2 "
                                                  "ORDER BY 1"));
    std::vector<FeedCount> feeds;
    while (TRY(rows.step())) {
        if (feeds.empty() || feeds.back().feed != rows.text(0)) feeds.push_back({rows.string(0), {}});
        feeds.back().messages[inbox_state_from(rows.text(1)).value_or(InboxState::received)] += rows.int64(2);
    }
    return feeds;
}

base::Result<InboxListing> InboxStore::message(std::int64_t inbox) {
    storage::Statement row =
        TRY(database_.query("SELECT " + std::string(kListingColumns) +
                                " FROM inbox i JOIN source_system s ON s.id = i.source_id WHERE i.id = ?",
                            inbox));
    if (!TRY(row.step()))
        return base::fail(base::ErrorCode::not_found, "no such message in the inbox", std::to_string(inbox));
    InboxListing listing = read_listing(row);
    TRY(add_waits(database_, listing));
    return listing;
}

base::Result<std::vector<std::int64_t>> InboxStore::ready() {
    // The prefixes are those of ingest's reasons to wait; the condition on the empty text is that of the index.
    storage::Statement rows =
        TRY(database_.query("SELECT DISTINCT inbox_id FROM inbox_wait w WHERE (waits_for LIKE 'account:%' "
                            "AND EXISTS(SELECT 1 FROM "
                            "account a WHERE a.code = substr(w.waits_for, 9))) OR (waits_for LIKE 'parcel:%' "
                            "AND (EXISTS(SELECT 1 FROM "
                            "shipment s WHERE s.tracking_number = substr(w.waits_for, 8) AND "
                            "s.tracking_number <> '') OR EXISTS(SELECT 1 "
                            "FROM parcel p WHERE p.number = substr(w.waits_for, 8)))) ORDER BY inbox_id"));
    std::vector<std::int64_t> ids;
    while (TRY(rows.step()))
        ids.push_back(rows.int64(0));
    return ids;
}

base::Result<void> InboxStore::put_meaning(const CodeMeaning& meaning, base::Timestamp now) {
    return database_.execute("INSERT INTO code_map(source, field, code, value, changed_at) VALUES(?, ?, ?, "
                             "?, ?) ON CONFLICT DO UPDATE "
                             "SET value = excluded.value, changed_at = excluded.changed_at",
                             meaning.source, meaning.field, meaning.code, meaning.value, now);
}

base::Result<bool> InboxStore::remove_meaning(const CodeMeaning& meaning) {
    TRY(database_.execute("DELETE FROM code_map WHERE source = ? AND field = ? AND code = ?", meaning.source,
                          meaning.field, meaning.code));
    return database_.changes() != 0;
}

base::Result<std::vector<CodeMeaning>> InboxStore::meanings(std::string_view source) {
    storage::Statement rows = TRY(database_.query("SELECT source, field, code, value FROM code_map WHERE ?1 "
                                                  "= '' OR source = ?1 ORDER BY source, field, code",
                                                  source));
    std::vector<CodeMeaning> meanings;
    while (TRY(rows.step()))
        meanings.push_back({.source = rows.string(0),
                            .field = rows.string(1),
                            .code = rows.string(2),
                            .value = rows.string(3)});
    return meanings;
}

} // namespace orderdeck::server::persistence::sqlite
