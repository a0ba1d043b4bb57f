#pragma once

#include "shared/tables/rows.h"

#include <string_view>

namespace orderdeck::server::persistence::sqlite {

/// How a domain value is stored in its scoped table: name and number as in api::kSyncTables, the binding of
/// shared/tables, and what the server's table has beside the synced columns.
template <typename Row>
struct ScopedTable;

/// Server columns are bound after the synced ones. `account_id` is listed where the synced columns lack it.
#define ORDERDECK_SCOPED_TABLE(row, table_number, table_name, bind_function, account_column, own_column)     \
    template <>                                                                                              \
    struct ScopedTable<row> {                                                                                \
        static constexpr int kNumber = table_number;                                                         \
        static constexpr std::string_view kName = table_name;                                                \
        static constexpr bool kHasOwnAccountColumn = account_column;                                         \
        static constexpr std::string_view kOwnColumn = own_column;                                           \
        static int bind(storage::Statement& statement, int index, const row& value) {                        \
            return bind_function(statement, index, value);                                                   \
        }                                                                                                    \
    }

ORDERDECK_SCOPED_TABLE(domain::Account, 1, "account", tables::bind_account, true, "created_at");
ORDERDECK_SCOPED_TABLE(domain::Source, 2, "source", tables::bind_source, true, "system_id");
ORDERDECK_SCOPED_TABLE(domain::Item, 3, "item", tables::bind_item, true, "");
ORDERDECK_SCOPED_TABLE(domain::Order, 4, "sales_order", tables::bind_order, false, "");
ORDERDECK_SCOPED_TABLE(domain::OrderSummary, 5, "order_summary", tables::bind_summary, true, "");
ORDERDECK_SCOPED_TABLE(domain::Line, 6, "order_line", tables::bind_line, true, "");
ORDERDECK_SCOPED_TABLE(domain::Shipment, 7, "shipment", tables::bind_shipment, false, "");
ORDERDECK_SCOPED_TABLE(domain::ShipmentLine, 8, "shipment_line", tables::bind_shipment_line, true, "");
ORDERDECK_SCOPED_TABLE(domain::Milestone, 9, "milestone", tables::bind_milestone, true, "natural_key");
ORDERDECK_SCOPED_TABLE(domain::PromiseRevision, 10, "promise", tables::bind_promise, true, "natural_key");
ORDERDECK_SCOPED_TABLE(domain::Hold, 11, "hold", tables::bind_hold, true, "natural_key");

#undef ORDERDECK_SCOPED_TABLE

inline constexpr int kScopedTableLast = 11;

} // namespace orderdeck::server::persistence::sqlite
