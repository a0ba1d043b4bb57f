#pragma once

#include "shared/domain/ids.h"
#include "shared/storage/database.h"
#include "shared/tables/order_records.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::tables {

// Server and browser both have these indexes; left alone, the planner walks all rows of a customer.
inline constexpr std::string_view kRelationsByOther = "relation INDEXED BY relation_by_other";
inline constexpr std::string_view kOrdersByProject = "sales_order INDEXED BY sales_order_by_project";

/// Small reads within a scope.
class ScopedReader {
public:
    ScopedReader(storage::Database& database, const RowScope& scope) : database_(database), scope_(scope) {}

    /// The columns of the rows that match; the condition's parameters follow those of the scope.
    template <typename... Values>
    base::Result<storage::Statement> select(std::string_view columns, std::string_view table,
                                            std::string_view condition, const Values&... values) {
        std::string sql = "SELECT " + std::string(columns) + " FROM " + std::string(table) + " WHERE ";
        if (!scope_.predicate.empty()) sql += "(" + scope_.predicate + ") AND ";
        storage::Statement rows = TRY(database_.statement(sql.append(condition)));
        int index = scope_.bind ? scope_.bind(rows, 1) : 1;
        (rows.bind(index++, values), ...);
        return rows;
    }

    /// Adds the first column of all rows.
    base::Result<void> add_ids(base::Result<storage::Statement> selected,
                               std::vector<domain::OrderId>& orders) {
        storage::Statement rows = TRY(std::move(selected));
        while (TRY(rows.step()))
            orders.emplace_back(rows.int64(0));
        return {};
    }

private:
    storage::Database& database_;
    const RowScope& scope_;
};

} // namespace orderdeck::tables
