#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace orderdeck::api {

/// Bumped with every change of the tables below; a replica with another number boots anew.
inline constexpr int kSyncSchema = 5;

enum class ColumnType : std::uint8_t { integer, text };
enum class Nullability : std::uint8_t { required, optional };

struct SyncColumn {
    std::string_view name;
    ColumnType type;
    Nullability null = Nullability::required;
};

/// One synced table. The first column is always `id`. The server's table of the same name has these columns
/// plus root_id and account_id, which the scope predicate reads and which are not sent unless listed here.
/// `number` identifies the table in sync_index; never reuse one.
struct SyncTable {
    int number;
    std::string_view name;
    std::span<const SyncColumn> columns;
};
// clang-format off
namespace sync_columns {
inline constexpr auto kInt = ColumnType::integer;
inline constexpr auto kText = ColumnType::text;
inline constexpr auto kOpt = Nullability::optional;

// Units: *_on = days since 1970-01-01; *_at = UTC milliseconds; *_micro = domain::Quantity; *_minor = minor
// units of the order's currency; *_permille = thousandths; *_names = domain::encode_translations; enums = their
// stored values in shared/domain.

inline constexpr SyncColumn kAccount[] = {
    {"id", kInt}, {"parent_id", kInt, kOpt}, {"code", kText}, {"name", kText}, {"name_names", kText}};

inline constexpr SyncColumn kSource[] = {
    {"id", kInt}, {"name", kText}, {"kind", kText}, {"last_received_at", kInt}};

inline constexpr SyncColumn kItem[] = {{"id", kInt}, {"sku", kText}, {"name", kText}, {"name_names", kText}};

inline constexpr SyncColumn kSalesOrder[] = {
    {"id", kInt}, {"account_id", kInt}, {"number", kText}, {"customer_reference", kText}, {"project", kText},
    {"placed_on", kInt, kOpt}, {"placed_at", kInt, kOpt}, {"placed_offset", kInt, kOpt}, {"currency", kText},
    {"amount_basis", kInt}, {"flow", kInt}, {"incoterm", kText}, {"incoterm_place", kText}, {"ship_to", kText},
    {"payment_terms", kText}, {"delivery_offset", kInt}, {"kind", kInt}, {"priority", kInt}, {"valid_until_on", kInt, kOpt}};

inline constexpr SyncColumn kOrderLine[] = {
    {"id", kInt}, {"order_id", kInt}, {"number", kText}, {"item_id", kInt}, {"customer_reference", kText},
    {"commercial", kInt}, {"ordered_micro", kInt}, {"unit", kText}, {"unit_price_micro", kInt, kOpt},
    {"amount_minor", kInt, kOpt}, {"requested_on", kInt, kOpt}, {"confirmed_micro", kInt, kOpt},
    {"cancelled_micro", kInt}, {"produced_micro", kInt}, {"accepted_micro", kInt}, {"return_requested_micro", kInt},
    {"returned_micro", kInt}, {"invoiced_micro", kInt}, {"reserved_micro", kInt}, {"scrapped_micro", kInt},
    {"inspected_good_micro", kInt}, {"inspected_bad_micro", kInt}, {"replaced_micro", kInt}, {"credited_micro", kInt},
    {"hs_code", kText}, {"origin_country", kText}};

inline constexpr SyncColumn kShipment[] = {
    {"id", kInt}, {"account_id", kInt}, {"number", kText}, {"carrier", kText}, {"tracking_number", kText},
    {"mode", kText}, {"parcels", kInt}, {"origin", kText}, {"destination", kText}, {"usual_p50_at", kInt, kOpt},
    {"usual_p90_at", kInt, kOpt}, {"usual_samples", kInt, kOpt}, {"usual_match", kInt, kOpt},
    {"usual_gap_minutes", kInt, kOpt}};

inline constexpr SyncColumn kShipmentLine[] = {
    {"id", kInt}, {"shipment_id", kInt}, {"order_id", kInt}, {"line_id", kInt}, {"quantity_micro", kInt}};

inline constexpr SyncColumn kMilestone[] = {
    {"id", kInt}, {"order_id", kInt, kOpt}, {"line_id", kInt, kOpt}, {"shipment_id", kInt, kOpt}, {"code", kInt},
    {"planned_on", kInt, kOpt}, {"forecast_on", kInt, kOpt}, {"actual_on", kInt, kOpt}, {"actual_at", kInt, kOpt},
    {"actual_offset", kInt, kOpt}, {"quantity_micro", kInt, kOpt}, {"place", kText}, {"note", kText},
    {"source_id", kInt}, {"received_at", kInt}};

inline constexpr SyncColumn kPromise[] = {
    {"id", kInt}, {"order_id", kInt}, {"line_id", kInt}, {"promised_on", kInt}, {"stated_at", kInt},
    {"reason", kText}, {"reason_names", kText}, {"party", kInt}, {"source_id", kInt}, {"received_at", kInt}};

inline constexpr SyncColumn kHold[] = {
    {"id", kInt}, {"order_id", kInt}, {"line_id", kInt, kOpt}, {"reason", kInt}, {"owner", kInt}, {"since_on", kInt},
    {"until_on", kInt, kOpt}, {"note", kText}, {"source_id", kInt}, {"received_at", kInt}};

inline constexpr SyncColumn kParcel[] = {
    {"id", kInt}, {"shipment_id", kInt}, {"number", kText}, {"carrier", kText}, {"master_number", kText},
    {"sscc", kText}};

inline constexpr SyncColumn kTrackingEvent[] = {
    {"id", kInt}, {"shipment_id", kInt}, {"parcel", kText}, {"carrier", kText}, {"code", kText}, {"status", kInt},
    {"reason", kInt}, {"actual_on", kInt}, {"actual_at", kInt, kOpt}, {"actual_offset", kInt, kOpt},
    {"local_minute", kInt, kOpt}, {"sequence", kInt}, {"place", kText}, {"text", kText}, {"source_id", kInt},
    {"received_at", kInt}};

inline constexpr SyncColumn kInvoice[] = {
    {"id", kInt}, {"account_id", kInt}, {"number", kText}, {"kind", kInt}, {"state", kInt}, {"corrects", kText},
    {"currency", kText}, {"total_minor", kInt}, {"tax_minor", kInt, kOpt}, {"issued_on", kInt, kOpt},
    {"due_on", kInt, kOpt}};

inline constexpr SyncColumn kInvoiceLine[] = {
    {"id", kInt}, {"invoice_id", kInt}, {"order_id", kInt}, {"line_id", kInt, kOpt}, {"quantity_micro", kInt},
    {"amount_minor", kInt, kOpt}};

inline constexpr SyncColumn kPayment[] = {
    {"id", kInt}, {"invoice_id", kInt, kOpt}, {"order_id", kInt, kOpt}, {"amount_minor", kInt},
    {"currency", kText}, {"paid_on", kInt}, {"method", kText}, {"source_id", kInt}, {"received_at", kInt}};

inline constexpr SyncColumn kInstalment[] = {
    {"id", kInt}, {"order_id", kInt}, {"number", kInt}, {"share_permille", kInt}, {"amount_minor", kInt, kOpt},
    {"trigger_code", kInt}, {"days", kInt}, {"due_on", kInt, kOpt}, {"method", kText}};

inline constexpr SyncColumn kRelation[] = {
    {"id", kInt}, {"kind", kInt}, {"order_id", kInt}, {"line_id", kInt, kOpt}, {"other_order", kText},
    {"other_line", kText}, {"quantity_micro", kInt, kOpt}, {"source_id", kInt}};

inline constexpr SyncColumn kDocument[] = {
    {"id", kInt}, {"order_id", kInt, kOpt}, {"shipment_id", kInt, kOpt}, {"kind", kInt}, {"number", kText},
    {"required", kInt}, {"owed_by", kInt}, {"due_on", kInt, kOpt}, {"received_on", kInt, kOpt},
    {"expires_on", kInt, kOpt}, {"source_id", kInt}};

inline constexpr SyncColumn kContradiction[] = {
    {"id", kInt}, {"order_id", kInt, kOpt}, {"line_id", kInt, kOpt}, {"shipment_id", kInt, kOpt}, {"field", kText},
    {"value", kText}, {"source_id", kInt}, {"other_value", kText}, {"other_source_id", kInt}, {"received_at", kInt}};

inline constexpr SyncColumn kOperation[] = {
    {"id", kInt}, {"order_id", kInt}, {"line_id", kInt}, {"work_order", kText}, {"number", kText}, {"name", kText},
    {"planned_minutes_micro", kInt, kOpt}, {"quantity_micro", kInt, kOpt}, {"good_micro", kInt},
    {"started_on", kInt, kOpt}, {"finished_on", kInt, kOpt}, {"source_id", kInt}, {"received_at", kInt}};

/// id = the order's id; columns mirror domain::OrderSummary. lines_at: 14 counts joined by commas.
inline constexpr SyncColumn kOrderSummary[] = {
    {"id", kInt}, {"headline_kind", kInt}, {"headline_stage", kInt}, {"headline_count", kInt}, {"headline_of", kInt},
    {"low", kInt}, {"high", kInt}, {"commercial", kInt}, {"supply", kInt}, {"logistics", kInt}, {"billing", kInt},
    {"returns", kInt}, {"lines", kInt}, {"lines_cancelled", kInt}, {"lines_at", kText}, {"lines_shipped", kInt},
    {"lines_delivered", kInt}, {"lines_accepted", kInt}, {"lines_partly_shipped", kInt}, {"lines_returned", kInt},
    {"progress_permille", kInt}, {"production_permille", kInt, kOpt}, {"requested_on", kInt, kOpt},
    {"promised_first_on", kInt, kOpt}, {"promised_on", kInt, kOpt}, {"promise_moves", kInt},
    {"promise_net_days", kInt}, {"forecast_on", kInt, kOpt}, {"delivered_on", kInt, kOpt},
    {"next_arrival_on", kInt, kOpt}, {"late_at", kInt, kOpt}, {"delivered_late_days", kInt}, {"at_risk", kInt},
    {"hold_reason", kInt, kOpt}, {"hold_owner", kInt}, {"hold_since_on", kInt, kOpt}, {"hold_all", kInt},
    {"blocking_line_id", kInt, kOpt}, {"turn", kInt}, {"complete", kInt}, {"total_minor", kInt}, {"open_minor", kInt},
    {"lead_item_id", kInt, kOpt}, {"lead_quantity_micro", kInt, kOpt}, {"headline_part_micro", kInt},
    {"headline_whole_micro", kInt}, {"headline_further_micro", kInt}, {"partial", kInt}, {"backordered", kInt},
    {"urgent", kInt}, {"silent_at", kInt, kOpt}, {"stuck_at", kInt, kOpt}, {"trouble_at", kInt, kOpt},
    {"payment_due_on", kInt, kOpt}, {"payment_due_minor", kInt}, {"due_at", kInt, kOpt}};
} // namespace sync_columns
// clang-format on
/// All synced tables in the order of booting: parents before children.
inline constexpr SyncTable kSyncTables[] = {
    {1, "account", sync_columns::kAccount},
    {2, "source", sync_columns::kSource},
    {3, "item", sync_columns::kItem},
    {4, "sales_order", sync_columns::kSalesOrder},
    {5, "order_summary", sync_columns::kOrderSummary},
    {6, "order_line", sync_columns::kOrderLine},
    {7, "shipment", sync_columns::kShipment},
    {8, "shipment_line", sync_columns::kShipmentLine},
    {9, "milestone", sync_columns::kMilestone},
    {10, "promise", sync_columns::kPromise},
    {11, "hold", sync_columns::kHold},
    {12, "parcel", sync_columns::kParcel},
    {13, "tracking_event", sync_columns::kTrackingEvent},
    {14, "invoice", sync_columns::kInvoice},
    {15, "invoice_line", sync_columns::kInvoiceLine},
    {16, "payment", sync_columns::kPayment},
    {17, "instalment", sync_columns::kInstalment},
    {18, "relation", sync_columns::kRelation},
    {19, "document", sync_columns::kDocument},
    {20, "contradiction", sync_columns::kContradiction},
    {21, "operation", sync_columns::kOperation},
};

} // namespace orderdeck::api
