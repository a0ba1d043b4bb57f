#include "server/ingest/inbox/order_checks.h"

namespace orderdeck::server::ingest {
namespace {

/// So many are listed; a feed of heads alone would fill the screen.
constexpr int kMostListed = 200;
/// An order that is placed again so much later is another one.
constexpr int kReusedAfterDays = 180;

base::Result<void> heal_lineless_orders(storage::Database& writer) {
    TRY(writer.execute(
        "DELETE FROM finding WHERE code = 'order_without_lines' AND EXISTS(SELECT 1 FROM record h JOIN "
        "record l ON "
        "l.root_id = h.root_id AND l.account_id = h.account_id AND l.subject = h.subject AND l.kind = 'line' "
        "WHERE h.inbox_id = finding.inbox_id AND h.subject = 'order:' || finding.value)"));
    if (writer.changes() == 0) return {};
    return writer.execute("UPDATE inbox SET state = 'applied' WHERE state = 'applied_with_findings' AND NOT "
                          "EXISTS(SELECT 1 FROM "
                          "finding f WHERE f.inbox_id = inbox.id AND f.severity <> 'info')");
}

base::Result<void> note_lineless_orders(storage::Database& writer, std::int64_t inbox) {
    // The message's orders come from its index alone, and few are without a line: few records are read.
    return writer.execute(
        "INSERT INTO finding(inbox_id, file_line, column_name, value, severity, code, message, occurrences) "
        "SELECT h.inbox_id, h.file_line, '', substr(h.subject, 7), 'warning', 'order_without_lines', "
        "'no line of order ' || substr(h.subject, 7) || ' is known yet', 1 FROM (SELECT DISTINCT root_id, "
        "account_id, subject FROM record INDEXED BY record_by_inbox WHERE inbox_id = ?1 AND subject >= "
        "'order:' AND subject < 'order;') k CROSS JOIN record h ON h.root_id = k.root_id AND h.account_id = "
        "k.account_id AND h.subject = k.subject AND h.inbox_id = ?1 AND h.kind = 'order' WHERE NOT "
        "EXISTS(SELECT 1 FROM sales_order o CROSS JOIN order_line l ON l.root_id = o.root_id AND l.order_id "
        "= o.id WHERE o.root_id = k.root_id AND o.account_id = k.account_id AND o.number = "
        "substr(k.subject, 7)) ORDER BY h.file_line LIMIT ?2",
        inbox, kMostListed);
}

base::Result<void> note_reused_numbers(storage::Database& writer, std::int64_t inbox) {
    return writer.execute(
        "INSERT INTO finding(inbox_id, file_line, column_name, value, severity, code, message, occurrences) "
        "SELECT v.inbox_id, v.file_line, '', substr(v.subject, 7), 'warning', 'number_reused', "
        "'order ' || substr(v.subject, 7) || ' was placed on ' || json_extract(o.content, '$.placed.on') || "
        "' according to an earlier message and on ' || json_extract(v.content, '$.placed.on') || "
        "' according to this one: has its number been given to another order?', 1 "
        "FROM record_version v JOIN record_version o ON o.root_id = v.root_id AND o.account_id = "
        "v.account_id AND "
        "o.subject = v.subject AND o.source_id = v.source_id AND o.source_key = v.source_key "
        "WHERE v.inbox_id = ?1 AND v.kind = 'order' AND o.inbox_id <> v.inbox_id AND o.stated_at < "
        "v.stated_at AND "
        "abs(julianday(json_extract(v.content, '$.placed.on')) - julianday(json_extract(o.content, "
        "'$.placed.on'))) "
        "> ?2 GROUP BY v.subject ORDER BY v.file_line LIMIT ?3",
        inbox, kReusedAfterDays, kMostListed);
}

} // namespace

base::Result<void> check_orders(storage::Database& writer, std::int64_t inbox) {
    TRY(heal_lineless_orders(writer));
    TRY(note_lineless_orders(writer, inbox));
    return note_reused_numbers(writer, inbox);
}

} // namespace orderdeck::server::ingest
