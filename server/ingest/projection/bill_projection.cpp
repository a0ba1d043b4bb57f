#include "server/ingest/projection/bill_projection.h"

#include "server/ingest/projection/merge.h"
#include "shared/domain/invoice_field.h"

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::StoredInvoice;

/// Payments of what `about` names; of several sources one tells them all, or money would count twice.
base::Result<void> write_payments(const domain::Payment& about, const Facts& facts,
                                  KeyedRows<domain::Payment>& rows) {
    for (const KnownFact* known : of_first_source(facts)) {
        const auto& fact = std::get<PaymentFact>(known->body);
        domain::Payment row = about;
        row.amount_minor = fact.amount_minor;
        row.currency = fact.currency;
        row.on = fact.on;
        row.method = fact.method;
        row.source = known->source->row;
        row.received_at = known->received_at;
        TRY(rows.write(known->natural_key(), std::move(row)));
    }
    return {};
}

base::Result<void> write_head(AccountContext& context, const Subject& subject, domain::InvoiceId id,
                              const std::vector<KnownFact>& facts) {
    Disputes disputes;
    domain::Invoice invoice = invoice_of(merge_invoice(facts_of<InvoiceFact>(facts), disputes));
    context.note_conflicts(subject, disputes.conflicts);
    invoice.id = id;
    invoice.account = context.owner().account;
    invoice.number = subject.number;
    TRY(context.writer().put(context.owner(), invoice));
    return {};
}

} // namespace

BillProjection::BillProjection(AccountContext& context, persistence::sqlite::StoredOrder& stored)
    : context_(context),
      invoice_lines_(context, std::move(stored.invoice_lines)),
      payments_(context, std::move(stored.payments)),
      instalments_(context, std::move(stored.instalments)) {}

base::Result<void> BillProjection::write(domain::OrderId order, const LineIds& lines,
                                         const OrderFacts& facts) {
    TRY(write_invoice_lines(order, lines, facts.invoice_lines));
    domain::Payment about;
    about.order = order;
    TRY(write_payments(about, facts.payments, payments_));
    return write_instalments(order, facts.instalments);
}

base::Result<void> BillProjection::write_invoice_lines(domain::OrderId order, const LineIds& lines,
                                                       const Facts& facts) {
    std::map<std::pair<std::string, std::string>, Facts> by_target;
    for (const KnownFact* known : facts) {
        const auto& fact = std::get<InvoiceLineFact>(known->body);
        if (fact.line.empty() || lines.contains(fact.line))
            by_target[{fact.invoice, fact.line}].push_back(known);
    }
    for (const auto& [target, told] : by_target) {
        for (const KnownFact* known : of_first_source(told)) {
            const auto& fact = std::get<InvoiceLineFact>(known->body);
            domain::InvoiceLine row{.id = {},
                                    .invoice = TRY(context_.invoice(fact.invoice)),
                                    .order = order,
                                    .line = {},
                                    .quantity = fact.quantity,
                                    .amount_minor = fact.amount_minor};
            if (!fact.line.empty()) row.line = lines.find(fact.line)->second;
            TRY(invoice_lines_.write(fact.invoice + "/" + known->natural_key(), std::move(row)));
        }
    }
    return {};
}

base::Result<void> BillProjection::write_instalments(domain::OrderId order, const Facts& facts) {
    std::map<int, const KnownFact*> by_number;
    for (const KnownFact* known : of_first_source(facts))
        by_number.emplace(std::get<InstalmentFact>(known->body).number, known);
    for (const auto& [number, known] : by_number) {
        const auto& fact = std::get<InstalmentFact>(known->body);
        TRY(instalments_.write(std::to_string(number), {.id = {},
                                                        .order = order,
                                                        .number = number,
                                                        .share_permille = fact.share_permille,
                                                        .amount_minor = fact.amount_minor,
                                                        .trigger = fact.trigger,
                                                        .days = fact.days,
                                                        .due_on = fact.due_on,
                                                        .method = fact.method}));
    }
    return {};
}

base::Result<void> BillProjection::remove_rest() {
    for (const auto& [key, id] : invoice_lines_.rest())
        TRY(context_.release_invoice_of(domain::InvoiceLineId{id}));
    TRY(invoice_lines_.remove_rest());
    TRY(payments_.remove_rest());
    return instalments_.remove_rest();
}

base::Result<std::optional<domain::InvoiceId>> project_invoice(AccountContext& context,
                                                               const std::string& number) {
    const Subject subject{.kind = SubjectKind::invoice, .number = number};
    auto stored = TRY(context.rows().invoice(context.owner(), number));
    const std::vector<KnownFact> facts =
        TRY(context.facts_about(subject, stored ? Before::perhaps_known : Before::unknown));
    if (!stored) {
        if (facts.empty()) return std::optional<domain::InvoiceId>{};
        stored = StoredInvoice{.id = TRY(context.invoice(number)), .payments = {}};
    }
    const domain::InvoiceId id = stored->id;
    KeyedRows<domain::Payment> payments(context, std::move(stored->payments));
    domain::Payment about;
    about.invoice = id;
    TRY(write_payments(about, facts_of<PaymentFact>(facts), payments));
    TRY(payments.remove_rest());
    if (facts.empty() && TRY(context.rows().orders_on(context.owner().root, id)).empty()) {
        TRY(context.writer().remove<domain::Invoice>(context.owner().root, id.value()));
        context.forget_invoice(number);
        return std::optional<domain::InvoiceId>{};
    }
    TRY(write_head(context, subject, id, facts));
    return std::optional(id);
}

Disputes invoice_disputes(const std::string& number, const std::vector<KnownFact>& facts) {
    Disputes disputes;
    merge_invoice(facts_of<InvoiceFact>(facts), disputes);
    disputes.conflicts.clear();
    for (Disagreement& each : disputes.disagreements)
        each.field = domain::to_text({.invoice = number, .field = each.field});
    return disputes;
}

} // namespace orderdeck::server::ingest
