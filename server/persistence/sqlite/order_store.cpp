#include "server/persistence/sqlite/order_store.h"

#include "shared/tables/columns.h"
#include "shared/tables/many_orders.h"
#include "shared/tables/project.h"
#include "shared/tables/related_orders.h"
#include "shared/tables/rows.h"

#include <algorithm>

namespace orderdeck::server::persistence::sqlite {
namespace {

constexpr std::int64_t kNoDate = -9999999;

/// Where an order is found by a fragment; each LIKE takes the pattern once.
constexpr std::string_view kMatches =
    "(o.number LIKE ? ESCAPE '\\' OR o.customer_reference LIKE ? ESCAPE '\\' OR EXISTS("
    "SELECT 1 FROM order_line l LEFT JOIN item i ON i.root_id = l.root_id AND i.id = l.item_id "
    "WHERE l.root_id = o.root_id AND l.order_id = o.id AND (l.customer_reference LIKE ? ESCAPE '\\' "
    "OR i.sku LIKE ? ESCAPE '\\' OR i.name LIKE ? ESCAPE '\\' OR i.name_names LIKE ? ESCAPE '\\')) OR EXISTS("
    "SELECT 1 FROM shipment_line x JOIN shipment s ON s.root_id = x.root_id AND s.id = x.shipment_id "
    "WHERE x.root_id = o.root_id AND x.order_id = o.id "
    "AND (s.number LIKE ? ESCAPE '\\' OR s.tracking_number LIKE ? ESCAPE '\\')))";
constexpr int kPatterns = 8;

constexpr std::string_view kWithSummary =
    " JOIN order_summary y ON y.root_id = o.root_id AND y.id = o.id"
    " LEFT JOIN item m ON m.root_id = o.root_id AND m.id = y.lead_item_id";
constexpr std::string_view kNewestFirst = " ORDER BY coalesce(o.placed_on, -9999999) DESC, o.id DESC";

bool covers_whole_tree(const Scope& scope) {
    return std::find(scope.nodes().begin(), scope.nodes().end(), scope.root()) != scope.nodes().end();
}

std::string pattern_of(std::string_view fragment) {
    std::string pattern = "%";
    for (const char c : fragment) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

std::string condition(const Scope& scope, std::string_view search) {
    std::string sql = scope.predicate("o");
    if (!search.empty()) sql.append(" AND ").append(kMatches);
    return sql;
}

int bind_condition(storage::Statement& statement, const Scope& scope, std::string_view search) {
    int index = scope.bind(statement, 1);
    if (search.empty()) return index;
    const std::string pattern = pattern_of(search);
    for (int i = 0; i < kPatterns; ++i)
        statement.bind(index++, pattern);
    return index;
}

OrderEntry read_entry(const storage::Statement& row) {
    const int summary_column = tables::column_count_of("sales_order");
    const int item_column = summary_column + tables::column_count_of("order_summary");
    OrderEntry entry{.order = tables::read_order(row, 0),
                     .summary = tables::read_summary(row, summary_column),
                     .lead_item = {}};
    if (!row.is_null(item_column)) entry.lead_item = tables::read_item(row, item_column);
    return entry;
}

OrderPosition position_of(const domain::Order& order) {
    OrderPosition position{.placed_on = {}, .id = order.id};
    if (order.placed) position.placed_on = order.placed->on;
    return position;
}

} // namespace

std::string order_page_sql(const Scope& scope, const OrderQuery& query) {
    std::string columns = "SELECT " + tables::columns_of("sales_order", "o") + ", " +
                          tables::columns_of("order_summary", "y") + ", " + tables::columns_of("item", "m");
    std::string chosen = condition(scope, query.search);
    // The first comparison alone can be found in an index.
    if (query.after)
        chosen +=
            " AND coalesce(o.placed_on, -9999999) <= ? AND (coalesce(o.placed_on, -9999999), o.id) < (?, ?)";
    if (covers_whole_tree(scope)) {
        return columns + " FROM sales_order o" + std::string(kWithSummary) + " WHERE " + chosen +
               std::string(kNewestFirst) + " LIMIT ?";
    }
    // Some companies of a group: the places of their own orders are sorted first, which touches none of their siblings'.
    return columns +
           " FROM (SELECT o.root_id, o.id FROM sales_order o INDEXED BY sales_order_by_account WHERE " +
           chosen + std::string(kNewestFirst) +
           " LIMIT ?) k CROSS JOIN sales_order o ON o.root_id = k.root_id AND " + "o.id = k.id" +
           std::string(kWithSummary) + std::string(kNewestFirst);
}

std::string order_entries_sql(const Scope& scope) {
    // The asked ids lead, so that each is one look-up by key, and their order is the order of the rows.
    return "SELECT " + tables::columns_of("sales_order", "o") + ", " +
           tables::columns_of("order_summary", "y") + ", " + tables::columns_of("item", "m") +
           " FROM carray(?) k CROSS JOIN sales_order o ON o.id = k.value" + std::string(kWithSummary) +
           " WHERE " + scope.predicate("o") + " ORDER BY k.rowid";
}

base::Result<std::vector<OrderEntry>> OrderStore::entries(const Scope& scope,
                                                          std::span<const domain::OrderId> orders) {
    storage::Statement rows = TRY(database_.statement(order_entries_sql(scope)));
    rows.bind_ids(1, orders);
    scope.bind(rows, 2);
    std::vector<OrderEntry> entries;
    entries.reserve(orders.size());
    while (TRY(rows.step()))
        entries.push_back(read_entry(rows));
    return entries;
}

base::Result<OrderBatch> OrderStore::batch(const Scope& scope, std::span<const domain::OrderId> orders) {
    OrderBatch batch;
    batch.orders = TRY(tables::load_whole_orders(database_, orders, scope.rows()));
    for (const domain::OrderRecords& records : batch.orders) {
        for (const domain::Line& line : records.lines)
            batch.items.try_emplace(line.item);
    }
    std::vector<domain::ItemId> ids;
    for (const auto& [id, item] : batch.items)
        ids.push_back(id);
    for (domain::Item& item : TRY(tables::load_items(database_, ids, scope.rows())))
        batch.items[item.id] = std::move(item);
    return batch;
}

base::Result<OrderPage> OrderStore::page(const Scope& scope, const OrderQuery& query) {
    storage::Statement rows = TRY(database_.statement(order_page_sql(scope, query)));
    int index = bind_condition(rows, scope, query.search);
    if (query.after) {
        const std::int64_t place = query.after->placed_on ? query.after->placed_on->days() : kNoDate;
        rows.bind(index, place).bind(index + 1, place).bind(index + 2, query.after->id);
        index += 3;
    }
    // One more than asked for tells whether another page follows.
    const std::int64_t limit = std::max(1, query.limit);
    rows.bind(index, limit + 1);
    OrderPage page;
    while (TRY(rows.step())) {
        if (std::ssize(page.orders) == limit) {
            page.next = position_of(page.orders.back().order);
            break;
        }
        page.orders.push_back(read_entry(rows));
    }
    page.total = TRY(count(scope, query.search));
    return page;
}

base::Result<std::int64_t> OrderStore::count(const Scope& scope, std::string_view search) {
    storage::Statement row =
        TRY(database_.statement("SELECT count(*) FROM sales_order o WHERE " + condition(scope, search)));
    bind_condition(row, scope, search);
    TRY(row.step());
    return row.int64(0);
}

base::Result<domain::OrderSummary> OrderStore::summary(const Scope& scope, domain::OrderId order) {
    storage::Statement row =
        TRY(database_.statement("SELECT " + tables::columns_of("order_summary") +
                                " FROM order_summary WHERE " + scope.predicate() + " AND id = ?"));
    row.bind(scope.bind(row, 1), order);
    if (!TRY(row.step())) return base::fail(base::ErrorCode::not_found, "no such order");
    return tables::read_summary(row, 0);
}

base::Result<std::optional<domain::Account>> OrderStore::account(const Scope& scope, domain::AccountId id) {
    storage::Statement row =
        TRY(database_.statement("SELECT " + tables::columns_of("account") + " FROM account WHERE " +
                                scope.predicate() + " AND id = ?"));
    row.bind(scope.bind(row, 1), id);
    if (!TRY(row.step())) return std::optional<domain::Account>{};
    return std::optional(tables::read_account(row, 0));
}

base::Result<domain::OrderDetails> OrderStore::detail(const Scope& scope, domain::OrderId order) {
    const tables::RowScope rows = scope.rows();
    domain::OrderDetails detail;
    detail.records = TRY(tables::load_order_records(database_, order, rows));
    detail.summary = TRY(summary(scope, order));
    detail.items = TRY(tables::load_order_items(database_, order, rows));
    detail.sources = TRY(tables::load_sources(database_, rows));
    detail.related = TRY(tables::load_related_orders(database_, order, rows));
    detail.project = TRY(tables::load_project(database_, detail.records.order.project, rows));
    detail.account = TRY(account(scope, detail.records.order.account));
    return detail;
}

base::Result<std::vector<domain::OrderId>> OrderStore::ids(const Scope& scope) {
    storage::Statement rows =
        TRY(database_.statement("SELECT id FROM sales_order WHERE " + scope.predicate() + " ORDER BY id"));
    scope.bind(rows, 1);
    std::vector<domain::OrderId> ids;
    while (TRY(rows.step()))
        ids.emplace_back(rows.int64(0));
    return ids;
}

} // namespace orderdeck::server::persistence::sqlite
