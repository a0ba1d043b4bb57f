#include "server/ingest/projection/subject_facts.h"

namespace orderdeck::server::ingest {
namespace {

struct SortOut {
    OrderFacts& into;
    const KnownFact* fact;

    void operator()(const OrderFact&) const { into.heads.push_back(fact); }
    void operator()(const LineFact& line) const { into.lines[line.line].heads.push_back(fact); }
    void operator()(const QuantityFact& quantity) const {
        into.lines[quantity.line].quantities.push_back(fact);
    }
    void operator()(const PromiseFact& promise) const { into.lines[promise.line].promises.push_back(fact); }
    void operator()(const ShipmentLineFact& link) const { into.lines[link.line].links.push_back(fact); }
    void operator()(const MilestoneFact& milestone) const {
        (milestone.line.empty() ? into.milestones : into.lines[milestone.line].milestones).push_back(fact);
    }
    void operator()(const HoldFact& hold) const {
        (hold.line.empty() ? into.holds : into.lines[hold.line].holds).push_back(fact);
    }
    void operator()(const OperationFact& operation) const {
        into.lines[operation.line].operations.push_back(fact);
    }
    void operator()(const InvoiceLineFact&) const { into.invoice_lines.push_back(fact); }
    void operator()(const PaymentFact&) const { into.payments.push_back(fact); }
    void operator()(const InstalmentFact&) const { into.instalments.push_back(fact); }
    void operator()(const RelationFact&) const { into.relations.push_back(fact); }
    void operator()(const DocumentFact&) const { into.documents.push_back(fact); }
    /// What is about shipments, parcels and invoices has subjects of its own.
    template <typename Other>
    void operator()(const Other&) const {}
};

} // namespace

OrderFacts sort_out(const std::vector<KnownFact>& facts) {
    OrderFacts sorted;
    for (const KnownFact& fact : facts)
        std::visit(SortOut{sorted, &fact}, fact.body);
    return sorted;
}

Facts of_first_source(const Facts& facts) {
    Facts told;
    for (const KnownFact* fact : facts) {
        if (fact->source == facts.front()->source) told.push_back(fact);
    }
    return told;
}

domain::Order order_of(const OrderFact& fact) {
    domain::Order order;
    order.customer_reference = fact.customer_reference.value_or("");
    order.project = fact.project.value_or("");
    order.placed = fact.placed;
    order.currency = fact.currency.value_or(domain::Currency{});
    order.amount_basis = fact.amount_basis.value_or(domain::AmountBasis::unstated);
    order.flow = fact.flow.value_or(domain::Flow::stock);
    order.incoterm = fact.incoterm.value_or("");
    order.incoterm_place = fact.incoterm_place.value_or("");
    order.ship_to = fact.ship_to.value_or("");
    order.payment_terms = fact.payment_terms.value_or("");
    order.delivery_utc_offset_minutes = fact.delivery_utc_offset_minutes.value_or(0);
    order.kind = fact.kind.value_or(domain::OrderKind::standard);
    order.priority = fact.priority.value_or(domain::Priority::normal);
    order.valid_until = fact.valid_until;
    return order;
}

domain::Line line_of(const LineFact& fact) {
    domain::Line line;
    line.customer_reference = fact.customer_reference.value_or("");
    line.commercial = fact.commercial.value_or(domain::CommercialState::requested);
    line.ordered = fact.ordered.value_or(domain::Quantity{});
    line.unit = fact.unit.value_or("");
    line.unit_price = fact.unit_price;
    line.amount_minor = fact.amount_minor;
    line.requested_on = fact.requested_on;
    line.hs_code = fact.hs_code.value_or("");
    line.origin_country = fact.origin_country.value_or("");
    return line;
}

void set_quantity(domain::Line& line, const QuantityFact& fact) {
    switch (fact.kind) {
    case QuantityKind::confirmed: line.confirmed = fact.quantity; return;
    case QuantityKind::cancelled: line.cancelled = fact.quantity; return;
    case QuantityKind::produced: line.produced = fact.quantity; return;
    case QuantityKind::accepted: line.accepted = fact.quantity; return;
    case QuantityKind::return_requested: line.return_requested = fact.quantity; return;
    case QuantityKind::returned: line.returned = fact.quantity; return;
    case QuantityKind::invoiced: line.invoiced = fact.quantity; return;
    case QuantityKind::reserved: line.reserved = fact.quantity; return;
    case QuantityKind::scrapped: line.scrapped = fact.quantity; return;
    case QuantityKind::inspected_good: line.inspected_good = fact.quantity; return;
    case QuantityKind::inspected_bad: line.inspected_bad = fact.quantity; return;
    case QuantityKind::replaced: line.replaced = fact.quantity; return;
    case QuantityKind::credited: line.credited = fact.quantity; return;
    }
}

domain::Shipment shipment_of(const ShipmentFact& fact) {
    domain::Shipment shipment;
    shipment.carrier = fact.carrier.value_or("");
    shipment.tracking_number = fact.tracking_number.value_or("");
    shipment.mode = fact.mode.value_or("");
    shipment.parcels = fact.parcels.value_or(0);
    shipment.origin = fact.origin.value_or("");
    shipment.destination = fact.destination.value_or("");
    return shipment;
}

domain::Invoice invoice_of(const InvoiceFact& fact) {
    domain::Invoice invoice;
    invoice.kind = fact.kind.value_or(domain::InvoiceKind::invoice);
    invoice.state = fact.state.value_or(domain::InvoiceState::issued);
    invoice.corrects = fact.corrects.value_or("");
    invoice.currency = fact.currency.value_or(domain::Currency{});
    invoice.total_minor = fact.total_minor.value_or(0);
    invoice.tax_minor = fact.tax_minor;
    invoice.issued_on = fact.issued_on;
    invoice.due_on = fact.due_on;
    return invoice;
}

} // namespace orderdeck::server::ingest
