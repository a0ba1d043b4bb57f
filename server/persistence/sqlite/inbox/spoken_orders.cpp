#include "server/persistence/sqlite/inbox/spoken_orders.h"

namespace orderdeck::server::persistence::sqlite {
namespace {

/// The subjects of a message, each once, then its orders. The numbers are the lengths of what stands before a subject's
/// number: "order:", "shipment:", "parcel:", "invoice:".
constexpr std::string_view kSpoken =
    "WITH said AS (SELECT root_id, account_id, subject FROM record WHERE inbox_id = ?1 "
    "UNION SELECT root_id, account_id, subject FROM record_version WHERE inbox_id = ?1), "
    "shipped AS (SELECT h.root_id, h.id FROM said s CROSS JOIN shipment h ON h.root_id = s.root_id AND "
    "h.account_id = s.account_id AND h.number = substr(s.subject, 10) WHERE s.subject LIKE 'shipment:%' "
    "UNION SELECT p.root_id, p.shipment_id FROM said s CROSS JOIN parcel p ON p.number = substr(s.subject, "
    "8) "
    "AND p.root_id = s.root_id AND p.account_id = s.account_id WHERE s.subject LIKE 'parcel:%'), "
    "spoken AS (SELECT o.root_id, o.id FROM said s CROSS JOIN sales_order o ON o.root_id = s.root_id AND "
    "o.account_id = s.account_id AND o.number = substr(s.subject, 7) WHERE s.subject LIKE 'order:%' "
    "UNION SELECT l.root_id, l.order_id FROM shipped h CROSS JOIN shipment_line l ON l.root_id = h.root_id "
    "AND l.shipment_id = h.id "
    "UNION SELECT l.root_id, l.order_id FROM said s CROSS JOIN invoice i ON i.root_id = s.root_id AND "
    "i.account_id = s.account_id AND i.number = substr(s.subject, 9) CROSS JOIN invoice_line l ON "
    "l.root_id = i.root_id AND l.invoice_id = i.id WHERE s.subject LIKE 'invoice:%') ";

} // namespace

base::Result<SpokenCounts> SpokenOrders::count(std::int64_t inbox) {
    // What a message said is a version where another message says the same, and else the record itself.
    return SpokenCounts{
        .records = TRY(database_.query_int(
            "SELECT (SELECT count(*) FROM record_version WHERE inbox_id = ?1) + (SELECT count(*) FROM record "
            "r "
            "WHERE r.inbox_id = ?1 AND NOT EXISTS(SELECT 1 FROM record_version v WHERE v.root_id = r.root_id "
            "AND v.account_id = r.account_id AND v.subject = r.subject AND v.source_id = r.source_id AND "
            "v.source_key = r.source_key AND v.inbox_id = r.inbox_id))",
            inbox)),
        .orders = TRY(database_.query_int(std::string(kSpoken) + "SELECT count(*) FROM spoken", inbox))};
}

base::Result<std::int64_t> SpokenOrders::count_alone(std::int64_t inbox) {
    return database_.query_int(
        std::string(kSpoken) +
            "SELECT count(*) FROM said s JOIN sales_order o ON o.root_id = s.root_id AND o.account_id = "
            "s.account_id AND o.number = substr(s.subject, 7) WHERE s.subject LIKE 'order:%' AND NOT "
            "EXISTS(SELECT 1 FROM record r WHERE r.root_id = s.root_id AND r.account_id = s.account_id AND "
            "r.subject = s.subject AND r.inbox_id <> ?1) AND NOT EXISTS(SELECT 1 FROM record_version r WHERE "
            "r.root_id = s.root_id AND r.account_id = s.account_id AND r.subject = s.subject AND r.inbox_id "
            "<> ?1)",
        inbox);
}

base::Result<std::vector<SpokenOrder>> SpokenOrders::first(std::int64_t inbox, std::int64_t limit) {
    storage::Statement rows = TRY(database_.query(
        std::string(kSpoken) +
            "SELECT o.number, a.name FROM spoken s JOIN sales_order o ON o.root_id = s.root_id AND o.id = "
            "s.id JOIN account a ON a.root_id = o.root_id AND a.id = o.account_id ORDER BY o.number LIMIT ?2",
        inbox, limit));
    std::vector<SpokenOrder> orders;
    while (TRY(rows.step()))
        orders.push_back({.number = rows.string(0), .account = rows.string(1)});
    return orders;
}

} // namespace orderdeck::server::persistence::sqlite
