#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {

int bind_invoice(storage::Statement& statement, int first_index, const domain::Invoice& invoice) {
    return RowWriter(statement, first_index)
        .put(invoice.id)
        .put(invoice.account)
        .put(invoice.number)
        .put(invoice.kind)
        .put(invoice.state)
        .put(invoice.corrects)
        .put(invoice.currency)
        .put(invoice.total_minor)
        .put(invoice.tax_minor)
        .put(invoice.issued_on)
        .put(invoice.due_on)
        .next_index();
}

domain::Invoice read_invoice(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Invoice invoice;
    invoice.id = row.id<domain::InvoiceId>();
    invoice.account = row.id<domain::AccountId>();
    invoice.number = row.text();
    invoice.kind = row.choice<domain::InvoiceKind>(domain::kInvoiceKindCount);
    invoice.state = row.choice<domain::InvoiceState>(domain::kInvoiceStateCount);
    invoice.corrects = row.text();
    invoice.currency = row.currency();
    invoice.total_minor = row.integer();
    invoice.tax_minor = row.optional_integer();
    invoice.issued_on = row.optional_date();
    invoice.due_on = row.optional_date();
    return invoice;
}

int bind_invoice_line(storage::Statement& statement, int first_index, const domain::InvoiceLine& line) {
    return RowWriter(statement, first_index)
        .put(line.id)
        .put(line.invoice)
        .put(line.order)
        .put(line.line)
        .put(line.quantity)
        .put(line.amount_minor)
        .next_index();
}

domain::InvoiceLine read_invoice_line(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::InvoiceLine line;
    line.id = row.id<domain::InvoiceLineId>();
    line.invoice = row.id<domain::InvoiceId>();
    line.order = row.id<domain::OrderId>();
    line.line = row.optional_id<domain::LineId>();
    line.quantity = row.quantity();
    line.amount_minor = row.optional_integer();
    return line;
}

int bind_payment(storage::Statement& statement, int first_index, const domain::Payment& payment) {
    return RowWriter(statement, first_index)
        .put(payment.id)
        .put(payment.invoice)
        .put(payment.order)
        .put(payment.amount_minor)
        .put(payment.currency)
        .put(payment.on)
        .put(payment.method)
        .put(payment.source)
        .put(payment.received_at)
        .next_index();
}

domain::Payment read_payment(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Payment payment;
    payment.id = row.id<domain::PaymentId>();
    payment.invoice = row.optional_id<domain::InvoiceId>();
    payment.order = row.optional_id<domain::OrderId>();
    payment.amount_minor = row.integer();
    payment.currency = row.currency();
    payment.on = row.date();
    payment.method = row.text();
    payment.source = row.id<domain::SourceId>();
    payment.received_at = row.instant();
    return payment;
}

int bind_instalment(storage::Statement& statement, int first_index, const domain::Instalment& instalment) {
    return RowWriter(statement, first_index)
        .put(instalment.id)
        .put(instalment.order)
        .put(instalment.number)
        .put(instalment.share_permille)
        .put(instalment.amount_minor)
        .put(instalment.trigger)
        .put(instalment.days)
        .put(instalment.due_on)
        .put(instalment.method)
        .next_index();
}

domain::Instalment read_instalment(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Instalment instalment;
    instalment.id = row.id<domain::InstalmentId>();
    instalment.order = row.id<domain::OrderId>();
    instalment.number = row.small();
    instalment.share_permille = row.small();
    instalment.amount_minor = row.optional_integer();
    instalment.trigger = row.choice<domain::MilestoneCode>(domain::kMilestoneCodeCount);
    instalment.days = row.small();
    instalment.due_on = row.optional_date();
    instalment.method = row.text();
    return instalment;
}

} // namespace orderdeck::tables
