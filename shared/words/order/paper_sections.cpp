#include "shared/words/order/order_view.h"

#include "shared/domain/unpaid_bill.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/source_words.h"

#include <algorithm>

namespace orderdeck::words {
namespace {

using domain::InvoiceState;

std::string titled(const ViewContext& context, std::string_view kind, const std::string& number) {
    if (number.empty()) return std::string(kind);
    return context.text("bills.titled", {{"kind", kind}, {"number", number}});
}

std::int64_t missing_of(const std::vector<domain::UnpaidBill>& unpaid, const domain::Invoice& invoice) {
    for (const domain::UnpaidBill& bill : unpaid) {
        if (bill.invoice == &invoice) return bill.missing_minor;
    }
    return 0;
}

PillView invoice_pill(const ViewContext& context, const domain::Invoice& invoice, std::int64_t missing) {
    const auto state = [&] { return std::string(i18n::invoice_words(context.language, invoice.state)); };
    if (invoice.state == InvoiceState::cancelled) return {state(), Tone::mute};
    if (invoice.state == InvoiceState::under_query || invoice.state == InvoiceState::rejected)
        return {state(), Tone::warn};
    if (invoice.kind != domain::InvoiceKind::invoice) return {state(), Tone::mute};
    if (missing == 0) return {context.text("bills.paid"), Tone::ok};
    if (invoice.due_on && *invoice.due_on < context.clock.today())
        return {context.text("bills.overdue"), Tone::bad};
    return {context.text("bills.open"), Tone::info};
}

RowView invoice_row(const ViewContext& context, const domain::Invoice& invoice, std::int64_t missing) {
    RowView row;
    row.title = titled(context, i18n::invoice_words(context.language, invoice.kind), invoice.number);
    row.value = i18n::format_money(context.language, {invoice.total_minor, invoice.currency});
    row.pill = invoice_pill(context, invoice, missing);
    std::vector<std::string> facts;
    if (invoice.issued_on)
        facts.push_back(context.text("bills.issued", {{"date", context.date(*invoice.issued_on)}}));
    const bool is_open = missing > 0;
    const std::int64_t paid = invoice.total_minor - missing;
    if (invoice.due_on && is_open)
        facts.push_back(context.text("bills.due", {{"date", context.date(*invoice.due_on)}}));
    if (paid != 0 && is_open)
        facts.push_back(context.text(
            "bills.part_paid", {{"money", i18n::format_money(context.language, {paid, invoice.currency})}}));
    row.note = join_facts(facts);
    return row;
}

RowView payment_row(const ViewContext& context, const domain::OrderDetails& details,
                    const domain::Payment& payment) {
    RowView row;
    row.title = payment.amount_minor < 0 ? context.text("bills.refund") : context.text("bills.payment");
    row.value = i18n::format_money(context.language, {payment.amount_minor, payment.currency});
    row.note = join_facts(
        {context.date(payment.on), payment.method, source_words(context, details, payment.source)});
    return row;
}

PillView document_pill(const ViewContext& context, const domain::Document& document) {
    if (document.received_on) return {context.text("papers.there"), Tone::ok};
    if (!document.required) return {};
    if (document.due_on && *document.due_on < context.clock.today())
        return {context.text("papers.missing"), Tone::warn};
    return {context.text("papers.expected"), Tone::mute};
}

RowView document_row(const ViewContext& context, const domain::Document& document) {
    RowView row;
    row.title = titled(context, i18n::document_words(context.language, document.kind), document.number);
    row.pill = document_pill(context, document);
    std::vector<std::string> facts;
    const auto add = [&](i18n::MessageId message, const std::optional<base::LocalDate>& day) {
        if (day) facts.push_back(context.text(message, {{"date", context.date(*day)}}));
    };
    const std::string_view owner = i18n::party_word(context.language, document.owed_by);
    if (!document.received_on && !owner.empty())
        facts.push_back(context.text("papers.owed", {{"party", owner}}));
    if (!document.received_on) add("papers.due", document.due_on);
    add("papers.received", document.received_on);
    add("papers.expires", document.expires_on);
    row.note = join_facts(facts);
    return row;
}

} // namespace

SectionView bills_section(const ViewContext& context, const domain::OrderDetails& details) {
    SectionView section{.key = "bills", .title = context.text("bills.title")};
    const std::vector<domain::UnpaidBill> unpaid = domain::unpaid_bills(details.records);
    for (const domain::Invoice& invoice : details.records.invoices)
        section.rows.push_back(invoice_row(context, invoice, missing_of(unpaid, invoice)));
    for (const domain::Payment& payment : details.records.payments)
        section.rows.push_back(payment_row(context, details, payment));
    return section;
}

SectionView documents_section(const ViewContext& context, const domain::OrderDetails& details) {
    SectionView section{.key = "documents", .title = context.text("papers.title")};
    for (const domain::Document& document : details.records.documents)
        section.rows.push_back(document_row(context, document));
    return section;
}

} // namespace orderdeck::words
