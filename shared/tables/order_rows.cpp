#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {

int bind_order(storage::Statement& statement, int first_index, const domain::Order& order) {
    return RowWriter(statement, first_index)
        .put(order.id)
        .put(order.account)
        .put(order.number)
        .put(order.customer_reference)
        .put(order.project)
        .put(order.placed)
        .put(order.currency)
        .put(order.amount_basis)
        .put(order.flow)
        .put(order.incoterm)
        .put(order.incoterm_place)
        .put(order.ship_to)
        .put(order.payment_terms)
        .put(order.delivery_utc_offset_minutes)
        .put(order.kind)
        .put(order.priority)
        .put(order.valid_until)
        .next_index();
}

domain::Order read_order(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Order order;
    order.id = row.id<domain::OrderId>();
    order.account = row.id<domain::AccountId>();
    order.number = row.text();
    order.customer_reference = row.text();
    order.project = row.text();
    order.placed = row.occurrence();
    order.currency = row.currency();
    order.amount_basis = row.choice<domain::AmountBasis>(domain::kAmountBasisCount);
    order.flow = row.choice<domain::Flow>(domain::kFlowCount);
    order.incoterm = row.text();
    order.incoterm_place = row.text();
    order.ship_to = row.text();
    order.payment_terms = row.text();
    order.delivery_utc_offset_minutes = row.small();
    order.kind = row.choice<domain::OrderKind>(domain::kOrderKindCount);
    order.priority = row.choice<domain::Priority>(domain::kPriorityCount);
    order.valid_until = row.optional_date();
    return order;
}

int bind_line(storage::Statement& statement, int first_index, const domain::Line& line) {
    return RowWriter(statement, first_index)
        .put(line.id)
        .put(line.order)
        .put(line.number)
        .put(line.item)
        .put(line.customer_reference)
        .put(line.commercial)
        .put(line.ordered)
        .put(line.unit)
        .put(line.unit_price)
        .put(line.amount_minor)
        .put(line.requested_on)
        .put(line.confirmed)
        .put(line.cancelled)
        .put(line.produced)
        .put(line.accepted)
        .put(line.return_requested)
        .put(line.returned)
        .put(line.invoiced)
        .put(line.reserved)
        .put(line.scrapped)
        .put(line.inspected_good)
        .put(line.inspected_bad)
        .put(line.replaced)
        .put(line.credited)
        .put(line.hs_code)
        .put(line.origin_country)
        .next_index();
}

domain::Line read_line(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Line line;
    line.id = row.id<domain::LineId>();
    line.order = row.id<domain::OrderId>();
    line.number = row.text();
    line.item = row.id<domain::ItemId>();
    line.customer_reference = row.text();
    line.commercial = row.choice<domain::CommercialState>(domain::kCommercialStateCount);
    line.ordered = row.quantity();
    line.unit = row.text();
    line.unit_price = row.optional_quantity();
    line.amount_minor = row.optional_integer();
    line.requested_on = row.optional_date();
    line.confirmed = row.optional_quantity();
    line.cancelled = row.quantity();
    line.produced = row.quantity();
    line.accepted = row.quantity();
    line.return_requested = row.quantity();
    line.returned = row.quantity();
    line.invoiced = row.quantity();
    line.reserved = row.quantity();
    line.scrapped = row.quantity();
    line.inspected_good = row.quantity();
    line.inspected_bad = row.quantity();
    line.replaced = row.quantity();
    line.credited = row.quantity();
    line.hs_code = row.text();
    line.origin_country = row.text();
    return line;
}

int bind_promise(storage::Statement& statement, int first_index, const domain::PromiseRevision& promise) {
    return RowWriter(statement, first_index)
        .put(promise.id)
        .put(promise.order)
        .put(promise.line)
        .put(promise.promised_on)
        .put(promise.stated_at)
        .put(promise.reason)
        .put(promise.reason_names)
        .put(promise.party)
        .put(promise.source)
        .put(promise.received_at)
        .next_index();
}

domain::PromiseRevision read_promise(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::PromiseRevision promise;
    promise.id = row.id<domain::PromiseId>();
    promise.order = row.id<domain::OrderId>();
    promise.line = row.id<domain::LineId>();
    promise.promised_on = row.date();
    promise.stated_at = row.instant();
    promise.reason = row.text();
    promise.reason_names = row.text();
    promise.party = row.choice<domain::Party>(domain::kPartyCount);
    promise.source = row.id<domain::SourceId>();
    promise.received_at = row.instant();
    return promise;
}

int bind_hold(storage::Statement& statement, int first_index, const domain::Hold& hold) {
    return RowWriter(statement, first_index)
        .put(hold.id)
        .put(hold.order)
        .put(hold.line)
        .put(hold.reason)
        .put(hold.owner)
        .put(hold.since)
        .put(hold.until)
        .put(hold.note)
        .put(hold.source)
        .put(hold.received_at)
        .next_index();
}

domain::Hold read_hold(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Hold hold;
    hold.id = row.id<domain::HoldId>();
    hold.order = row.id<domain::OrderId>();
    hold.line = row.optional_id<domain::LineId>();
    hold.reason = row.choice<domain::HoldReason>(domain::kHoldReasonCount);
    hold.owner = row.choice<domain::Party>(domain::kPartyCount);
    hold.since = row.date();
    hold.until = row.optional_date();
    hold.note = row.text();
    hold.source = row.id<domain::SourceId>();
    hold.received_at = row.instant();
    return hold;
}

} // namespace orderdeck::tables
