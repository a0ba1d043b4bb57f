#pragma once

#include "shared/tables/rows.h"
#include "shared/tables/table_number.h"

#include <cstdint>
#include <string_view>

namespace orderdeck::server::persistence::sqlite {

/// Whether account_id is one of the synced columns or stands beside them.
enum class AccountColumn : std::uint8_t { synced, beside };

/// How a domain value is stored in its scoped table: name as in api::kSyncTables, the binding of
/// shared/tables, and the column that the server's table has of its own. Bound in this order: root_id, the
/// synced columns, account_id if it stands beside them, the own column.
template <typename Row>
struct ScopedTable;

/// What the tables have in common.
template <auto bind_row, AccountColumn account, bool has_own>
struct ScopedTableTraits {
    static constexpr bool kHasAccountBeside = account == AccountColumn::beside;
    static constexpr bool kHasOwnColumn = has_own;
    template <typename Row>
    static int bind(storage::Statement& statement, int index, const Row& row) {
        return bind_row(statement, index, row);
    }
};

/// A table without a column of its own.
template <auto bind_row, AccountColumn account = AccountColumn::beside>
struct PlainTable : ScopedTableTraits<bind_row, account, false> {
    static constexpr std::string_view kOwnColumn{};
};

/// A table whose rows a projection finds again by what the fact is called inside its subject.
template <auto bind_row>
struct KeyedTable : ScopedTableTraits<bind_row, AccountColumn::beside, true> {
    static constexpr std::string_view kOwnColumn = "natural_key";
};

template <>
struct ScopedTable<domain::Account> : ScopedTableTraits<tables::bind_account, AccountColumn::beside, true> {
    static constexpr std::string_view kName = "account";
    static constexpr std::string_view kOwnColumn = "created_at";
};
template <>
struct ScopedTable<domain::Source> : ScopedTableTraits<tables::bind_source, AccountColumn::beside, true> {
    static constexpr std::string_view kName = "source";
    static constexpr std::string_view kOwnColumn = "system_id";
};
template <>
struct ScopedTable<domain::Item> : PlainTable<tables::bind_item> {
    static constexpr std::string_view kName = "item";
};
template <>
struct ScopedTable<domain::Order> : PlainTable<tables::bind_order, AccountColumn::synced> {
    static constexpr std::string_view kName = "sales_order";
};
template <>
struct ScopedTable<domain::OrderSummary> : PlainTable<tables::bind_summary> {
    static constexpr std::string_view kName = "order_summary";
};
template <>
struct ScopedTable<domain::Line> : PlainTable<tables::bind_line> {
    static constexpr std::string_view kName = "order_line";
};
template <>
struct ScopedTable<domain::Shipment> : PlainTable<tables::bind_shipment, AccountColumn::synced> {
    static constexpr std::string_view kName = "shipment";
};
template <>
struct ScopedTable<domain::ShipmentLine> : PlainTable<tables::bind_shipment_line> {
    static constexpr std::string_view kName = "shipment_line";
};
template <>
struct ScopedTable<domain::Milestone> : KeyedTable<tables::bind_milestone> {
    static constexpr std::string_view kName = "milestone";
};
template <>
struct ScopedTable<domain::PromiseRevision> : KeyedTable<tables::bind_promise> {
    static constexpr std::string_view kName = "promise";
};
template <>
struct ScopedTable<domain::Hold> : KeyedTable<tables::bind_hold> {
    static constexpr std::string_view kName = "hold";
};

template <>
struct ScopedTable<domain::Parcel> : KeyedTable<tables::bind_parcel> {
    static constexpr std::string_view kName = "parcel";
};
template <>
struct ScopedTable<domain::TrackingEvent> : KeyedTable<tables::bind_tracking_event> {
    static constexpr std::string_view kName = "tracking_event";
};
template <>
struct ScopedTable<domain::Invoice> : PlainTable<tables::bind_invoice, AccountColumn::synced> {
    static constexpr std::string_view kName = "invoice";
};
template <>
struct ScopedTable<domain::InvoiceLine> : KeyedTable<tables::bind_invoice_line> {
    static constexpr std::string_view kName = "invoice_line";
};
template <>
struct ScopedTable<domain::Payment> : KeyedTable<tables::bind_payment> {
    static constexpr std::string_view kName = "payment";
};
template <>
struct ScopedTable<domain::Instalment> : KeyedTable<tables::bind_instalment> {
    static constexpr std::string_view kName = "instalment";
};
template <>
struct ScopedTable<domain::Operation> : KeyedTable<tables::bind_operation> {
    static constexpr std::string_view kName = "operation";
};
template <>
struct ScopedTable<domain::Relation> : KeyedTable<tables::bind_relation> {
    static constexpr std::string_view kName = "relation";
};
template <>
struct ScopedTable<domain::Document> : KeyedTable<tables::bind_document> {
    static constexpr std::string_view kName = "document";
};
template <>
struct ScopedTable<domain::Contradiction> : KeyedTable<tables::bind_contradiction> {
    static constexpr std::string_view kName = "contradiction";
};

/// The number of a row's table in the change feed.
template <typename Row>
inline constexpr int kTableNumber = tables::table_number(ScopedTable<Row>::kName);

inline constexpr int kScopedTableLast = tables::last_table_number();

} // namespace orderdeck::server::persistence::sqlite
