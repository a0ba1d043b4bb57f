#include "server/cli/demo/fact_entries.h"

#include "server/cli/demo/customers.h"
#include "server/cli/demo/tables.h"
#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

void write(Tables& to, const ingest::OrderFact& fact) {
    to.begin_row(Feed::sales, fact.order, {});
    to.put(column(kSalesColumns, "Order"), fact.order);
    to.put_stated(column(kSalesColumns, "Your PO"), fact.customer_reference);
    to.put_stated(column(kSalesColumns, "Project"), fact.project);
    to.put_stated(column(kSalesColumns, "Ordered"), fact.placed);
    if (fact.currency) to.put(column(kSalesColumns, "Currency"), fact.currency->code());
    if (fact.flow) to.put(column(kSalesColumns, "Origin"), erp_word(*fact.flow));
    to.put_stated(column(kSalesColumns, "Incoterm"), fact.incoterm);
    to.put_stated(column(kSalesColumns, "Named place"), fact.incoterm_place);
    to.put_stated(column(kSalesColumns, "Ship to"), fact.ship_to);
    to.put_stated(column(kSalesColumns, "UTC offset"), fact.delivery_utc_offset_minutes);
    to.put_stated(column(kSalesColumns, "Terms"), fact.payment_terms);
    if (fact.kind) to.put(column(kSalesColumns, "Order type"), erp_word(*fact.kind));
    if (fact.priority) to.put(column(kSalesColumns, "Priority"), erp_word(*fact.priority));
    to.put_stated(column(kSalesColumns, "Valid to"), fact.valid_until);
}

void write(Tables& to, const ingest::LineFact& fact) {
    if (to.system() == System::production) {
        to.begin_row(Feed::production, fact.order, fact.line);
        return to.put_stated(column(kProductionColumns, "Work order quantity"), fact.ordered);
    }
    to.begin_row(Feed::sales, fact.order, fact.line);
    to.put(column(kSalesColumns, "Line"), fact.line);
    to.put_stated(column(kSalesColumns, "SKU"), fact.sku);
    if (fact.item) {
        to.put(column(kSalesColumns, "Item"), fact.item->text);
        for (const auto& [language, name] : fact.item->translations)
            to.put(column(kSalesColumns, "品名"), name);
    }
    to.put_stated(column(kSalesColumns, "Your line"), fact.customer_reference);
    if (fact.commercial) to.put(column(kSalesColumns, "Status"), erp_word(*fact.commercial));
    to.put_stated(column(kSalesColumns, "Quantity"), fact.ordered);
    to.put_stated(column(kSalesColumns, "Unit"), fact.unit);
    to.put_stated(column(kSalesColumns, "Price"), fact.unit_price);
    // Every currency of the demo has two decimals.
    if (fact.amount_minor) to.put_minor(column(kSalesColumns, "Value"), *fact.amount_minor, {});
    to.put_stated(column(kSalesColumns, "Wanted"), fact.requested_on);
    to.put_stated(column(kSalesColumns, "HS code"), fact.hs_code);
    to.put_stated(column(kSalesColumns, "Made in"), fact.origin_country);
}

std::optional<std::size_t> erp_column(ingest::QuantityKind kind) {
    switch (kind) {
    case ingest::QuantityKind::cancelled: return column(kSalesColumns, "Cancelled");
    case ingest::QuantityKind::return_requested: return column(kSalesColumns, "To return");
    case ingest::QuantityKind::replaced: return column(kSalesColumns, "Replaced");
    case ingest::QuantityKind::credited: return column(kSalesColumns, "Credited");
    case ingest::QuantityKind::invoiced: return column(kSalesColumns, "Billed");
    default: return std::nullopt;
    }
}

void write(Tables& to, const ingest::QuantityFact& fact) {
    if (const auto in_erp = erp_column(fact.kind)) {
        to.begin_row(Feed::sales, fact.order, fact.line);
        to.put(*in_erp, fact.quantity.to_string());
    } else if (fact.kind == ingest::QuantityKind::returned) {
        to.begin_row(Feed::stock, fact.order, fact.line);
        to.put(column(kStockColumns, "Returned quantity"), fact.quantity.to_string());
    }
}

constexpr std::size_t kPromises = 5;
constexpr std::size_t kColumnsOfPromise = 4;

void write(Tables& to, const ingest::PromiseFact& fact) {
    const std::size_t slash = to.key().rfind('/');
    const auto number = static_cast<std::size_t>(base::parse_int(to.key().substr(slash + 1)).value_or(0));
    const std::size_t first =
        column(kSalesColumns, "Promise 1") + std::min(number, kPromises - 1) * kColumnsOfPromise;
    to.begin_row(Feed::sales, fact.order, fact.line);
    to.put(first, fact.promised_on.to_string());
    if (fact.stated_at) to.put(first + 1, house_clock(*fact.stated_at));
    to.put(first + 2, fact.reason);
    if (fact.party != domain::Party::unknown) to.put(first + 3, domain::name_of(fact.party));
}

void write(Tables& to, const ingest::HoldFact& fact) {
    to.begin_row(Feed::holds, fact.order, fact.line + "/" + std::string(domain::name_of(fact.reason)));
    to.put(column(kHoldColumns, "Order"), fact.order);
    to.put(column(kHoldColumns, "Line"), fact.line);
    to.put(column(kHoldColumns, "Reason"), domain::name_of(fact.reason));
    to.put(column(kHoldColumns, "Waits for"), domain::name_of(fact.owner));
    to.put(column(kHoldColumns, "Since"), fact.since.to_string());
    to.put_stated(column(kHoldColumns, "Until"), fact.until);
    to.put(column(kHoldColumns, "Remark"), fact.note);
}

void write(Tables& to, const ingest::InvoiceFact& fact) {
    to.begin_row(Feed::invoices, fact.invoice, {});
    to.put(column(kInvoiceColumns, "Invoice"), fact.invoice);
    if (fact.kind) to.put(column(kInvoiceColumns, "Kind"), domain::name_of(*fact.kind));
    if (fact.state) to.put(column(kInvoiceColumns, "State"), domain::name_of(*fact.state));
    to.put_stated(column(kInvoiceColumns, "Corrects"), fact.corrects);
    if (fact.currency) to.put(column(kInvoiceColumns, "Currency"), fact.currency->code());
    if (fact.total_minor) to.put_minor(column(kInvoiceColumns, "Total"), *fact.total_minor, {});
    to.put_stated(column(kInvoiceColumns, "Issued"), fact.issued_on);
    to.put_stated(column(kInvoiceColumns, "Due"), fact.due_on);
}

void write(Tables& to, const ingest::InvoiceLineFact& fact) {
    to.begin_row(Feed::invoices, fact.invoice, fact.order + "/" + fact.line);
    to.put(column(kInvoiceColumns, "Order"), fact.order);
    to.put(column(kInvoiceColumns, "Line"), fact.line);
    to.put(column(kInvoiceColumns, "Quantity"), fact.quantity.to_string());
    if (fact.amount_minor) to.put_minor(column(kInvoiceColumns, "Amount"), *fact.amount_minor, {});
}

void write(Tables& to, const ingest::PaymentFact& fact) {
    to.begin_row(Feed::payments, to.key(), "-");
    to.put(column(kPaymentColumns, "Receipt"), to.key());
    to.put(column(kPaymentColumns, "Order"), fact.order);
    to.put(column(kPaymentColumns, "Invoice"), fact.invoice);
    to.put_minor(column(kPaymentColumns, "Amount"), fact.amount_minor, fact.currency);
    to.put(column(kPaymentColumns, "Currency"), fact.currency.code());
    to.put(column(kPaymentColumns, "Booked"), fact.on.to_string());
    to.put(column(kPaymentColumns, "Method"), fact.method);
}

void write(Tables& to, const ingest::InstalmentFact& fact) {
    constexpr int kPermilleOfPercent = 10;
    to.begin_row(Feed::instalments, fact.order, std::to_string(fact.number));
    to.put(column(kInstalmentColumns, "Order"), fact.order);
    to.put(column(kInstalmentColumns, "Part"), std::to_string(fact.number));
    to.put(column(kInstalmentColumns, "Percent"), std::to_string(fact.share_permille / kPermilleOfPercent));
    to.put(column(kInstalmentColumns, "After"), domain::name_of(fact.trigger));
    to.put(column(kInstalmentColumns, "Days"), std::to_string(fact.days));
    to.put_stated(column(kInstalmentColumns, "Due"), fact.due_on);
    to.put(column(kInstalmentColumns, "Method"), fact.method);
}

void write(Tables& to, const ingest::RelationFact& fact) {
    to.begin_row(Feed::relations, fact.order, fact.line + "/" + std::string(domain::name_of(fact.kind)));
    to.put(column(kRelationColumns, "Order"), fact.order);
    to.put(column(kRelationColumns, "Line"), fact.line);
    to.put(column(kRelationColumns, "Relation"), domain::name_of(fact.kind));
    to.put(column(kRelationColumns, "Other order"), fact.other_order);
    to.put(column(kRelationColumns, "Other line"), fact.other_line);
    to.put_stated(column(kRelationColumns, "Quantity"), fact.quantity);
}

void write(Tables& to, const ingest::OperationFact& fact) {
    to.begin_row(Feed::operations, fact.order, fact.line + "/" + fact.number);
    to.put(column(kOperationColumns, "Order"), fact.order);
    to.put(column(kOperationColumns, "Line"), fact.line);
    to.put(column(kOperationColumns, "Work order"), fact.work_order);
    to.put(column(kOperationColumns, "Operation"), fact.number);
    if (!fact.name.empty()) to.put(column(kOperationColumns, "Description"), fact.name);
    to.put_stated(column(kOperationColumns, "Planned minutes"), fact.planned_minutes);
    to.put_stated(column(kOperationColumns, "Good"), fact.good);
    to.put_stated(column(kOperationColumns, "Started"), fact.started_on);
    to.put_stated(column(kOperationColumns, "Finished"), fact.finished_on);
}

/// Scans are told by the carriers themselves.
void write(Tables&, const ingest::TrackingEventFact&) {}
void write(Tables&, const ingest::ParcelForecastFact&) {}

} // namespace

std::vector<Entry> customer_entries(base::Timestamp written) {
    std::vector<Entry> entries;
    int number = 0;
    for (const Customer& customer : all_customers()) {
        // Parents come before their companies, whatever their codes.
        const std::string scope = std::to_string(++number);
        std::size_t cell = 0;
        for (const std::string_view value :
             {customer.code, customer.english, customer.chinese, customer.parent})
            entries.push_back({Feed::customers, scope, "-", cell++, std::string(value), written});
    }
    return entries;
}

std::vector<Entry> entries_of(const std::vector<ingest::Fact>& facts) {
    std::vector<Entry> entries;
    entries.reserve(facts.size() * 4);
    Tables tables(entries);
    for (const ingest::Fact& fact : facts) {
        tables.begin(fact);
        std::visit([&tables](const auto& body) { write(tables, body); }, fact.body);
    }
    return entries;
}

} // namespace orderdeck::server::cli::demo
