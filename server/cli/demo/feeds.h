#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// The exports of the demo's systems, one kind of file each. Those of one system follow each other.
enum class Feed : std::uint8_t {
    customers,
    sales,
    instalments,
    relations,
    holds,
    production,
    operations,
    warehouse,
    stock,
    parcels,
    transport,
    documents,
    invoices,
    payments,
};
inline constexpr std::size_t kFeedCount = 14;

inline constexpr std::array<std::string_view, 4> kCustomerColumns = {"Customer", "Company", "公司", "Group"};

inline constexpr std::array<std::string_view, 59> kSalesColumns = {
    "Customer",    "Order",     "Your PO",    "Project", "Ordered",    "Currency", "Origin",    "Incoterm",
    "Named place", "Ship to",   "UTC offset", "Terms",   "Order type", "Priority", "Valid to",  "Entered",
    "Reviewed",    "Confirmed", "Line",       "SKU",     "Item",       "品名",     "Your line", "Status",
    "Quantity",    "Unit",      "Price",      "Value",   "Wanted",     "HS code",  "Made in",   "Cancelled",
    "To return",   "Replaced",  "Accepted",   "Remark",  "Promise 1",  "Stated 1", "Reason 1",  "Party 1",
    "Promise 2",   "Stated 2",  "Reason 2",   "Party 2", "Promise 3",  "Stated 3", "Reason 3",  "Party 3",
    "Promise 4",   "Stated 4",  "Reason 4",   "Party 4", "Promise 5",  "Stated 5", "Reason 5",  "Party 5",
    "Billed",      "Credited",  "Closed"};

inline constexpr std::array<std::string_view, 8> kInstalmentColumns = {"Customer", "Order", "Part", "Percent",
                                                                       "After",    "Days",  "Due",  "Method"};

inline constexpr std::array<std::string_view, 7> kRelationColumns = {
    "Customer", "Order", "Line", "Relation", "Other order", "Other line", "Quantity"};

inline constexpr std::array<std::string_view, 8> kHoldColumns = {"Customer",  "Order", "Line",  "Reason",
                                                                 "Waits for", "Since", "Until", "Remark"};

inline constexpr std::array<std::string_view, 14> kProductionColumns = {"Customer",  "Order",
                                                                        "Line",      "Work order quantity",
                                                                        "Scheduled", "Started",
                                                                        "Hall",      "Plan",
                                                                        "Expected",  "Ended",
                                                                        "Failed",    "Fault",
                                                                        "Passed",    "Delivery expected"};

inline constexpr std::array<std::string_view, 10> kOperationColumns = {
    "Customer",    "Order",           "Line", "Work order", "Operation",
    "Description", "Planned minutes", "Good", "Started",    "Finished"};

inline constexpr std::array<std::string_view, 15> kWarehouseColumns = {
    "Customer", "Delivery", "Order", "Line",  "Quantity", "Carrier",    "Tracking", "Mode",
    "Packages", "From",     "To",    "Store", "Packed",   "Despatched", "Version"};

inline constexpr std::array<std::string_view, 8> kStockColumns = {
    "Customer",         "Order", "Line", "Material ready", "Returned", "Returned quantity", "Remark",
    "Delivery expected"};

inline constexpr std::array<std::string_view, 6> kParcelColumns = {"Customer", "Delivery", "Parcel",
                                                                   "Carrier",  "Master",   "SSCC"};

inline constexpr std::array<std::string_view, 34> kTransportColumns = {
    "Customer",     "Delivery",  "Planned",      "Expected",      "Delivered", "Delivered at",
    "Signed",       "Picked up", "Picked up at", "Picked up by",  "Moved 1",   "Moved 1 at",
    "Moved 1 text", "Moved 2",   "Moved 2 at",   "Moved 2 text",  "Moved 3",   "Moved 3 at",
    "Moved 3 text", "Exported",  "Exported at",  "Exported text", "Customs",   "Customs at",
    "Customs text", "Imported",  "Imported at",  "Imported text", "Out 1",     "Out 1 at",
    "Out 1 text",   "Out 2",     "Out 2 at",     "Out 2 text"};

inline constexpr std::array<std::string_view, 9> kDocumentColumns = {
    "Customer", "Delivery", "Paper", "Number", "Required", "Owed by", "Due", "Received", "Expires"};

inline constexpr std::array<std::string_view, 13> kInvoiceColumns = {
    "Customer", "Invoice", "Kind",  "State", "Corrects", "Currency", "Total",
    "Issued",   "Due",     "Order", "Line",  "Quantity", "Amount"};

inline constexpr std::array<std::string_view, 8> kPaymentColumns = {
    "Customer", "Receipt", "Order", "Invoice", "Amount", "Currency", "Booked", "Method"};

/// The position of a column, known when the program is made.
template <std::size_t kCount>
consteval std::size_t column(const std::array<std::string_view, kCount>& columns, std::string_view name) {
    for (std::size_t i = 0; i < kCount; ++i) {
        if (columns[i] == name) return i;
    }
    throw "there is no such column";
}

/// What the exports of one kind look like.
struct FeedForm {
    std::string_view mapping; ///< built in
    std::string_view stem;    ///< of its files' names
    std::span<const std::string_view> columns;
    int minutes_before; ///< how long before the end of the demo its newest file reached the portal
};

inline constexpr std::array<FeedForm, kFeedCount> kFeedForms = {{
    {"demo_customers", "erp_customers", kCustomerColumns, 20},
    {"demo_sales", "erp_order_lines", kSalesColumns, 20},
    {"demo_instalments", "erp_payment_plans", kInstalmentColumns, 20},
    {"demo_relations", "erp_document_flow", kRelationColumns, 20},
    {"demo_holds", "erp_blocks", kHoldColumns, 20},
    {"demo_production", "mes_work_orders", kProductionColumns, 95},
    {"demo_operations", "mes_confirmations", kOperationColumns, 95},
    {"demo_warehouse", "wms_deliveries", kWarehouseColumns, 40},
    {"demo_stock", "wms_movements", kStockColumns, 40},
    {"demo_parcels", "forwarder_parcels", kParcelColumns, 180},
    {"demo_transport", "forwarder_status", kTransportColumns, 180},
    {"demo_documents", "forwarder_papers", kDocumentColumns, 180},
    {"demo_invoices", "ledger_invoices", kInvoiceColumns, 840},
    {"demo_payments", "ledger_receipts", kPaymentColumns, 840},
}};

/// An array with fewer names than places would export columns without a name.
static_assert([] {
    for (const FeedForm& form : kFeedForms) {
        for (const std::string_view name : form.columns) {
            if (name.empty()) return false;
        }
    }
    return true;
}());

constexpr const FeedForm& form_of(Feed feed) { return kFeedForms[static_cast<std::size_t>(feed)]; }

} // namespace orderdeck::server::cli::demo
