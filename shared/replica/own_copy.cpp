#include "shared/replica/own_copy.h"

#include "shared/domain/money.h"
#include "shared/domain/quantity.h"
#include "shared/replica/own_columns.h"
#include "shared/storage/transaction.h"

#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::replica {
namespace {

constexpr std::string_view kOrdersView =
    "CREATE VIEW orders AS SELECT o.number, o.customer_reference, o.project, o.ship_to, o.placed_on, "
    "i.name AS lead_item, s.headline_stage AS stage, s.lines, s.lines_shipped, s.lines_delivered, "
    "s.promised_first_on, s.promised_on, s.promise_moves, s.forecast_on, s.delivered_on, s.complete, "
    "s.total, "
    "s.open, o.currency FROM sales_order o JOIN order_summary s ON s.id = o.id "
    "LEFT JOIN item i ON i.id = s.lead_item_id ORDER BY o.placed_on DESC, o.id DESC";

using Columns = std::vector<OwnColumn>;

Columns columns_of(const api::SyncTable& table) {
    Columns columns;
    for (const api::SyncColumn& column : table.columns)
        columns.push_back(own_column(table.name, column));
    return columns;
}

/// The currency of an amount is that of its order, whose id the row has under this name; empty: no amounts.
std::string_view order_of(std::string_view table) {
    if (table == "order_summary") return "id";
    return table == "order_line" ? "order_id" : "";
}

std::string create_sql(const api::SyncTable& table, const Columns& columns) {
    std::string sql = "CREATE TABLE " + std::string(table.name) + "(";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) sql += ", ";
        sql += columns[i].name;
        const bool is_number =
            table.columns[i].type == api::ColumnType::integer && columns[i].form == OwnForm::as_is;
        sql += is_number ? " INTEGER" : " TEXT";
        if (i == 0) sql += " PRIMARY KEY";
    }
    return sql + ")";
}

std::string select_sql(const api::SyncTable& table) {
    std::string sql = "SELECT ";
    for (const api::SyncColumn& column : table.columns)
        sql.append("t.").append(column.name).append(", ");
    const std::string_view order = order_of(table.name);
    if (order.empty()) return sql + "'' FROM " + std::string(table.name) + " t ORDER BY t.id";
    return sql + "o.currency FROM " + std::string(table.name) + " t LEFT JOIN sales_order o ON o.id = t." +
           std::string(order) + " ORDER BY t.id";
}

std::string insert_sql(const api::SyncTable& table) {
    std::string sql = "INSERT INTO " + std::string(table.name) + " VALUES(?";
    for (std::size_t i = 1; i < table.columns.size(); ++i)
        sql += ", ?";
    return sql + ")";
}

std::string told(const OwnColumn& column, std::int64_t value, domain::Currency currency) {
    switch (column.form) {
    case OwnForm::day: return base::LocalDate::from_days(value).to_string();
    case OwnForm::instant: return base::Timestamp::from_milliseconds(value).to_string();
    case OwnForm::quantity: return domain::Quantity::from_micro(value).to_string();
    case OwnForm::money: return domain::Money{.minor = value, .currency = currency}.to_string();
    case OwnForm::state: return std::string(column.state_name(value));
    case OwnForm::as_is: break;
    }
    return {};
}

void copy_cell(const storage::Statement& from, int index, const api::SyncColumn& declared,
               const OwnColumn& column, domain::Currency currency, storage::Statement& into) {
    if (from.is_null(index))
        into.bind_null(index + 1);
    else if (declared.type == api::ColumnType::text)
        into.bind_text(index + 1, from.text(index));
    else if (column.form == OwnForm::as_is)
        into.bind_int64(index + 1, from.int64(index));
    else
        into.bind_text(index + 1, told(column, from.int64(index), currency));
}

base::Result<void> copy_table(storage::Database& replica, const api::SyncTable& table,
                              storage::Database& copy) {
    const Columns columns = columns_of(table);
    TRY(copy.exec(create_sql(table, columns)));
    storage::Statement from = TRY(replica.statement(select_sql(table)));
    storage::Statement into = TRY(copy.statement(insert_sql(table)));
    const int width = static_cast<int>(columns.size());
    while (TRY(from.step())) {
        const auto currency = domain::Currency::parse(from.text(width));
        for (int i = 0; i < width; ++i) {
            const auto at = static_cast<std::size_t>(i);
            copy_cell(from, i, table.columns[at], columns[at], currency.value_or(domain::Currency{}), into);
        }
        TRY(into.run());
    }
    return {};
}

base::Result<void> write_about(const OwnCopyHead& head, storage::Database& copy) {
    TRY(copy.exec("CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL)"));
    const std::pair<std::string_view, std::string> rows[] = {
        {"made_by", "Orderdeck"},
        {"account", head.account},
        {"person", head.person},
        {"made_at", head.made_at.to_string()},
        {"as_of", head.as_of.to_string()},
        {"contents", "All orders of the account that the person may see. Begin with the view `orders`."},
        {"units", "_on: dates; _at: instants in UTC; _offset: minutes east of UTC; _permille: thousandths; "
                  "amounts in the currency of the order"},
    };
    for (const auto& [name, value] : rows)
        TRY(copy.execute("INSERT INTO about VALUES(?, ?)", name, value));
    return {};
}

} // namespace

base::Result<void> write_own_copy(storage::Database& replica, const OwnCopyHead& head,
                                  storage::Database& copy) {
    storage::Transaction transaction = TRY(storage::Transaction::begin(copy));
    for (const api::SyncTable& table : api::kSyncTables)
        TRY(copy_table(replica, table, copy));
    TRY(copy.exec("CREATE INDEX order_line_by_order ON order_line(order_id)"));
    TRY(copy.exec(kOrdersView));
    TRY(write_about(head, copy));
    return transaction.commit();
}

} // namespace orderdeck::replica
