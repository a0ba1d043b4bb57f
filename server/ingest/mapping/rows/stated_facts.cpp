#include "server/ingest/mapping/rows/stated_facts.h"

#include "server/ingest/mapping/rows/roles.h"

#include <array>

namespace orderdeck::server::ingest::mapping {
namespace {

using Body = std::optional<FactBody>;

constexpr std::int64_t kPermilleOfPercent = 10;

Body read_hold(const Roles& roles, const RowSubject& row, const StatedRoles& stated) {
    const auto since = roles.day("since");
    if (!since) return std::nullopt;
    HoldFact fact;
    fact.order = row.order;
    if (stated.subject == Subject::line) fact.line = row.line;
    fact.reason = roles.choice("reason", domain::hold_reason_from).value_or(domain::HoldReason::other);
    fact.owner = roles.choice("owner", domain::party_from).value_or(domain::Party::unknown);
    fact.since = *since;
    fact.until = roles.day("until");
    fact.note = roles.text("note").value_or("");
    return fact;
}

Body read_parcel(const Roles& roles, const RowSubject& row) {
    const auto number = roles.text("number");
    if (!number) return std::nullopt;
    return ParcelFact{.shipment = row.shipment,
                      .parcel = *number,
                      .carrier = roles.text("carrier").value_or(""),
                      .master_number = roles.text("master_number").value_or(""),
                      .sscc = roles.text("sscc").value_or("")};
}

Body read_event(const Roles& roles) {
    const auto parcel = roles.text("parcel");
    const auto at = roles.date("at");
    if (!parcel || !at) return std::nullopt;
    TrackingEventFact fact;
    fact.parcel = *parcel;
    fact.actual = *at;
    fact.carrier = roles.text("carrier").value_or("");
    fact.code = roles.text("code").value_or("");
    fact.status = roles.choice("status", domain::parcel_status_from).value_or(domain::ParcelStatus::unknown);
    fact.reason = roles.choice("reason", domain::tracking_reason_from).value_or(domain::TrackingReason::none);
    fact.sequence = roles.whole_number("sequence").value_or(0);
    fact.place = roles.text("place").value_or("");
    fact.text = roles.text("text").value_or("");
    return fact;
}

Body read_forecast(const Roles& roles) {
    const auto parcel = roles.text("parcel");
    const auto expected = roles.date("expected");
    if (!parcel || !expected) return std::nullopt;
    return ParcelForecastFact{.parcel = *parcel, .expected = *expected};
}

Body read_invoice(const Roles& roles, const RowSubject& row) {
    const auto number = roles.text("number");
    if (!number) return std::nullopt;
    InvoiceFact fact;
    fact.invoice = *number;
    fact.kind = roles.choice("kind", domain::invoice_kind_from);
    fact.state = roles.choice("state", domain::invoice_state_from);
    fact.corrects = roles.text("corrects");
    fact.currency = roles.choice("currency", currency_from);
    const domain::Currency currency = fact.currency.value_or(row.currency);
    if (!fact.currency && currency != domain::Currency{}) fact.currency = currency;
    fact.total_minor = roles.amount("total", currency);
    fact.tax_minor = roles.amount("tax", currency);
    fact.issued_on = roles.day("issued_on");
    fact.due_on = roles.day("due_on");
    return fact;
}

Body read_payment(const Roles& roles, const RowSubject& row) {
    PaymentFact fact;
    fact.invoice = roles.text("invoice").value_or("");
    if (fact.invoice.empty()) fact.order = row.order;
    if (fact.invoice.empty() && fact.order.empty()) return std::nullopt;
    fact.currency = roles.choice("currency", currency_from).value_or(row.currency);
    const auto amount = roles.amount("amount", fact.currency);
    const auto on = roles.day("on");
    if (!amount || !on) return std::nullopt;
    fact.amount_minor = *amount;
    fact.on = *on;
    fact.method = roles.text("method").value_or("");
    return fact;
}

Body read_instalment(const Roles& roles, const RowSubject& row) {
    const auto number = roles.whole_number("number");
    if (!number) return std::nullopt;
    InstalmentFact fact;
    fact.order = row.order;
    fact.number = static_cast<int>(*number);
    if (const auto share = roles.number("share_percent"))
        fact.share_permille =
            static_cast<int>(share->micro() * kPermilleOfPercent / domain::Quantity::kScale);
    fact.amount_minor = roles.amount("amount", row.currency);
    fact.trigger =
        roles.choice("trigger", domain::milestone_code_from).value_or(domain::MilestoneCode::invoiced);
    fact.days = static_cast<int>(roles.whole_number("days").value_or(0));
    fact.due_on = roles.day("due_on");
    fact.method = roles.text("method").value_or("");
    return fact;
}

Body read_relation(const Roles& roles, const RowSubject& row, const StatedRoles& stated) {
    const auto kind = roles.choice("kind", domain::relation_kind_from);
    const auto other = roles.text("other_order");
    if (!kind || !other) return std::nullopt;
    RelationFact fact;
    fact.order = row.order;
    if (stated.subject == Subject::line) fact.line = row.line;
    fact.kind = *kind;
    fact.other_order = *other;
    fact.other_line = roles.text("other_line").value_or("");
    fact.quantity = roles.number("quantity");
    return fact;
}

std::optional<bool> yes_or_no(std::string_view word) {
    if (word == "yes" || word == "true" || word == "1") return true;
    if (word == "no" || word == "false" || word == "0") return false;
    return std::nullopt;
}

Body read_document(const Roles& roles, const RowSubject& row, const StatedRoles& stated) {
    const auto kind = roles.choice("kind", domain::document_kind_from);
    if (!kind) return std::nullopt;
    DocumentFact fact;
    if (stated.subject == Subject::shipment)
        fact.shipment = row.shipment;
    else
        fact.order = row.order;
    fact.kind = *kind;
    fact.number = roles.text("number").value_or("");
    fact.required = roles.choice("required", yes_or_no).value_or(false);
    fact.owed_by = roles.choice("owed_by", domain::party_from).value_or(domain::Party::unknown);
    fact.due_on = roles.day("due_on");
    fact.received_on = roles.day("received_on");
    fact.expires_on = roles.day("expires_on");
    return fact;
}

Body read_operation(const Roles& roles, const RowSubject& row) {
    const auto number = roles.text("number");
    if (!number) return std::nullopt;
    return OperationFact{.order = row.order,
                         .line = row.line,
                         .work_order = roles.text("work_order").value_or(""),
                         .number = *number,
                         .name = roles.text("name").value_or(""),
                         .planned_minutes = roles.number("planned_minutes"),
                         .quantity = roles.number("quantity"),
                         .good = roles.number("good"),
                         .started_on = roles.day("started_on"),
                         .finished_on = roles.day("finished_on")};
}

/// Whether the row knows what the fact is about.
bool knows_subject(const StatedRoles& stated, const RowSubject& row) {
    switch (stated.kind) {
    case StatedKind::tracking_event:
    case StatedKind::parcel_forecast:
    case StatedKind::invoice:
    case StatedKind::payment: return true;
    case StatedKind::hold:
    case StatedKind::parcel:
    case StatedKind::instalment:
    case StatedKind::relation:
    case StatedKind::document:
    case StatedKind::operation: break;
    }
    switch (stated.subject) {
    case Subject::order: return !row.order.empty();
    case Subject::line: return !row.line.empty();
    case Subject::shipment: return !row.shipment.empty();
    }
    return false;
}

} // namespace

Body read_stated(const RowCells& cells, const StatedRoles& stated, const RowSubject& row) {
    if (!knows_subject(stated, row)) return std::nullopt;
    const Roles roles(cells, stated.fields);
    switch (stated.kind) {
    case StatedKind::hold: return read_hold(roles, row, stated);
    case StatedKind::parcel: return read_parcel(roles, row);
    case StatedKind::tracking_event: return read_event(roles);
    case StatedKind::parcel_forecast: return read_forecast(roles);
    case StatedKind::invoice: return read_invoice(roles, row);
    case StatedKind::payment: return read_payment(roles, row);
    case StatedKind::instalment: return read_instalment(roles, row);
    case StatedKind::relation: return read_relation(roles, row, stated);
    case StatedKind::document: return read_document(roles, row, stated);
    case StatedKind::operation: return read_operation(roles, row);
    }
    return std::nullopt;
}

std::optional<InvoiceLineFact> read_invoice_line(const RowCells& cells, const StatedRoles& stated,
                                                 const RowSubject& row) {
    if (stated.kind != StatedKind::invoice || row.order.empty()) return std::nullopt;
    const Roles roles(cells, stated.fields);
    const auto number = roles.text("number");
    const auto currency = roles.choice("currency", currency_from).value_or(row.currency);
    const auto quantity = roles.number("quantity");
    const auto amount = roles.amount("amount", currency);
    if (!number || (!quantity && !amount)) return std::nullopt;
    return InvoiceLineFact{.invoice = *number,
                           .order = row.order,
                           .line = row.line,
                           .quantity = quantity.value_or(domain::Quantity{}),
                           .amount_minor = amount};
}

std::string stated_number(const RowCells& cells, const StatedRoles& stated) {
    const Roles roles(cells, stated.fields);
    std::string number = roles.text("number").value_or("");
    // Every work order counts its operations anew.
    const auto work_order = stated.kind == StatedKind::operation ? roles.text("work_order") : std::nullopt;
    return work_order && !number.empty() ? *work_order + "/" + number : number;
}

std::string_view name_of(StatedKind kind) {
    constexpr std::array<std::string_view, 10> kNames = {"hold",     "parcel",   "event",      "forecast",
                                                         "invoice",  "payment",  "instalment", "relation",
                                                         "document", "operation"};
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace orderdeck::server::ingest::mapping
