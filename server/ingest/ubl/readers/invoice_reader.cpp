#include "server/ingest/ubl/readers/readers.h"

#include <set>

namespace orderdeck::server::ingest::ubl {
namespace {

bool is_credit(const Reading& reading) { return reading.head().kind == DocumentKind::credit_note; }

domain::InvoiceKind kind_of(Reading& reading) {
    if (is_credit(reading)) return domain::InvoiceKind::credit_note;
    const auto word = reading.code("invoice_type", reading.document(), {"InvoiceTypeCode"});
    const auto kind = word ? domain::invoice_kind_from(*word) : std::nullopt;
    return kind.value_or(domain::InvoiceKind::invoice);
}

std::optional<base::LocalDate> due_on(Reading& reading) {
    const Element& document = reading.document();
    if (const auto due = reading.date(document, {"DueDate"})) return due;
    if (const auto due = reading.date(document, {"PaymentMeans", "PaymentDueDate"})) return due;
    return reading.date(document, {"PaymentTerms", "PaymentDueDate"});
}

void add_head(Reading& reading, domain::InvoiceKind kind, std::optional<domain::Currency> currency) {
    const Element& document = reading.document();
    InvoiceFact fact;
    fact.invoice = reading.head().id;
    fact.kind = kind;
    fact.corrects = reading.text(document, {"BillingReference", "InvoiceDocumentReference", "ID"});
    fact.currency = currency;
    fact.total_minor = reading.amount(document, {"LegalMonetaryTotal", "PayableAmount"}, currency);
    fact.tax_minor = reading.amount(document, {"TaxTotal", "TaxAmount"}, currency);
    if (reading.head().issued) fact.issued_on = reading.head().issued->on;
    fact.due_on = due_on(reading);
    reading.add("invoice", std::move(fact), document);
}

/// The invoice among the papers of an order that it bills.
void add_document(Reading& reading, const std::string& order, domain::InvoiceKind kind) {
    DocumentFact fact;
    fact.order = order;
    switch (kind) {
    case domain::InvoiceKind::credit_note: fact.kind = domain::DocumentKind::credit_note; break;
    case domain::InvoiceKind::pro_forma: fact.kind = domain::DocumentKind::pro_forma_invoice; break;
    case domain::InvoiceKind::invoice:
    case domain::InvoiceKind::debit_note: fact.kind = domain::DocumentKind::commercial_invoice; break;
    }
    fact.number = reading.head().id;
    if (reading.head().issued) fact.received_on = reading.head().issued->on;
    reading.add("document", std::move(fact), reading.document());
}

std::set<std::string> add_lines(Reading& reading, std::optional<domain::Currency> currency) {
    const std::string_view line_name = is_credit(reading) ? "CreditNoteLine" : "InvoiceLine";
    const std::string_view quantity_name = is_credit(reading) ? "CreditedQuantity" : "InvoicedQuantity";
    std::set<std::string> orders;
    for (const Element* line : reading.document().all(line_name)) {
        const OrderLine about = reading.order_line(*line);
        if (about.order.empty()) continue;
        orders.insert(about.order);
        InvoiceLineFact fact;
        fact.invoice = reading.head().id;
        fact.order = about.order;
        fact.line = about.line;
        fact.quantity = reading.quantity(*line, {quantity_name}).value_or(domain::Quantity{});
        fact.amount_minor = reading.amount(*line, {"LineExtensionAmount"}, currency);
        reading.add("line/" + std::string(line->text_at({"ID"})), std::move(fact), *line);
    }
    return orders;
}

/// Deposits that the invoice counts against its total.
void add_prepayments(Reading& reading, const std::set<std::string>& orders,
                     std::optional<domain::Currency> currency) {
    if (orders.size() != 1 || !currency) return;
    int number = 0;
    for (const Element* prepaid : reading.document().all("PrepaidPayment")) {
        ++number;
        const auto amount = reading.amount(*prepaid, {"PaidAmount"}, currency);
        auto on = reading.date(*prepaid, {"PaidDate"});
        if (!on) on = reading.date(*prepaid, {"ReceivedDate"});
        if (!amount || !on) continue;
        const auto id = reading.text(*prepaid, {"ID"});
        // A deposit is counted once though every later invoice repeats it.
        reading.add_latest("prepayment/" + id.value_or(reading.head().id + "/" + std::to_string(number)),
                           PaymentFact{.invoice = {},
                                       .order = *orders.begin(),
                                       .amount_minor = *amount,
                                       .currency = *currency,
                                       .on = *on,
                                       .method = {}},
                           *prepaid);
    }
}

} // namespace

base::Result<void> read_invoice(Reading& reading) {
    const domain::InvoiceKind kind = kind_of(reading);
    const auto currency = reading.document_currency();
    add_head(reading, kind, currency);
    const auto orders = add_lines(reading, currency);
    for (const std::string& order : orders)
        add_document(reading, order, kind);
    add_prepayments(reading, orders, currency);
    if (orders.empty())
        reading.report(Severity::info, "no_order",
                       "the invoice names no order: it is kept as an invoice of its account",
                       reading.document());
    return {};
}

base::Result<void> read_invoice_response(Reading& reading) {
    bool names_invoice = false;
    for (const Element* answer : reading.document().all("DocumentResponse")) {
        const auto invoice = reading.text(*answer, {"DocumentReference", "ID"});
        const auto word = reading.code("invoice_response", *answer, {"Response", "ResponseCode"});
        const auto state = word ? domain::invoice_state_from(*word) : std::nullopt;
        if (!invoice) continue;
        names_invoice = true;
        InvoiceFact fact;
        fact.invoice = *invoice;
        fact.state = state;
        if (state) reading.add_latest("invoice_response", std::move(fact), *answer);
        if (answer->text_at({"Response", "ResponseCode"}) == "PD")
            reading.report(Severity::info, "said_to_be_paid",
                           "the customer says that the invoice " + *invoice +
                               " is paid: it counts as accepted, and as paid when finance books the money",
                           *answer);
        for (const Element* response : answer->all("Response"))
            for (const Element* status : response->all("Status"))
                if (const auto reason = reading.text(*status, {"StatusReason"}))
                    reading.report(Severity::info, "reason_given",
                                   "the customer writes about the invoice " + *invoice + ": " + *reason,
                                   *status);
    }
    if (names_invoice) return {};
    return base::fail(base::ErrorCode::invalid, "the response names no invoice");
}

} // namespace orderdeck::server::ingest::ubl
