#pragma once

#include "shared/storage/database.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace orderdeck::test {

/// A summary as the values of its columns: two that agree here agree in everything that is stored and sent.
inline std::string columns_of(storage::Database& scratch, const domain::OrderSummary& summary) {
    std::string sql = "SELECT ?";
    const int columns = tables::column_count_of("order_summary");
    for (int i = 1; i < columns; ++i)
        sql += ", ?";
    auto row = scratch.statement(sql);
    REQUIRE(row.has_value());
    REQUIRE(tables::bind_summary(*row, 1, summary) == columns + 1);
    REQUIRE(row->step().value_or(false));
    std::string text;
    for (int i = 0; i < columns; ++i)
        text.append(row->is_null(i) ? "-" : row->string(i)).append("|");
    return text;
}

} // namespace orderdeck::test
