#include "tests/shared/tables/random_rows.h"

namespace orderdeck::test {

domain::Currency random_currency(Values& v) {
    static constexpr const char* kCurrencies[] = {"CNY", "USD", "JPY"};
    return domain::Currency::parse(kCurrencies[v.choice<int>(3)]).value();
}

domain::Order random_order(Values& v) {
    domain::Order order;
    order.id = v.id<domain::OrderId>();
    order.account = v.id<domain::AccountId>();
    order.number = v.text();
    order.customer_reference = v.text();
    order.project = v.text();
    order.placed = v.maybe_occurrence();
    order.currency = random_currency(v);
    order.amount_basis = v.choice<domain::AmountBasis>(domain::kAmountBasisCount);
    order.flow = v.choice<domain::Flow>(domain::kFlowCount);
    order.incoterm = v.text();
    order.incoterm_place = v.text();
    order.ship_to = v.text();
    order.payment_terms = v.text();
    order.delivery_utc_offset_minutes = v.small();
    order.kind = v.choice<domain::OrderKind>(domain::kOrderKindCount);
    order.priority = v.choice<domain::Priority>(domain::kPriorityCount);
    order.valid_until = v.maybe_date();
    return order;
}

domain::Line random_line(Values& v) {
    domain::Line line;
    line.id = v.id<domain::LineId>();
    line.order = v.id<domain::OrderId>();
    line.number = v.text();
    line.item = v.id<domain::ItemId>();
    line.customer_reference = v.text();
    line.commercial = v.choice<domain::CommercialState>(domain::kCommercialStateCount);
    line.unit = v.text();
    line.unit_price = v.maybe_quantity();
    line.amount_minor = v.maybe([&] { return v.integer(); });
    line.requested_on = v.maybe_date();
    line.confirmed = v.maybe_quantity();
    for (domain::Quantity* quantity :
         {&line.ordered, &line.cancelled, &line.produced, &line.accepted, &line.return_requested,
          &line.returned, &line.invoiced, &line.reserved, &line.scrapped, &line.inspected_good,
          &line.inspected_bad, &line.replaced, &line.credited}) {
        *quantity = v.quantity();
    }
    line.hs_code = v.text();
    line.origin_country = v.text();
    return line;
}

domain::Milestone random_milestone(Values& v) {
    domain::Milestone milestone;
    milestone.id = v.id<domain::MilestoneId>();
    milestone.order = v.maybe([&] { return v.id<domain::OrderId>(); });
    milestone.line = v.maybe([&] { return v.id<domain::LineId>(); });
    milestone.shipment = v.maybe([&] { return v.id<domain::ShipmentId>(); });
    milestone.code = v.choice<domain::MilestoneCode>(domain::kMilestoneCodeCount);
    milestone.planned = v.maybe_date();
    milestone.forecast = v.maybe_date();
    milestone.actual = v.maybe_occurrence();
    milestone.quantity = v.maybe_quantity();
    milestone.place = v.text();
    milestone.note = v.text();
    milestone.source = v.id<domain::SourceId>();
    milestone.received_at = v.instant();
    return milestone;
}

namespace {

void fill_status(Values& v, domain::OrderSummary& s) {
    s.order = v.id<domain::OrderId>();
    s.headline = {.kind = v.choice<domain::HeadlineKind>(domain::kHeadlineKindCount),
                  .stage = v.choice<domain::Stage>(domain::kStageCount),
                  .count = v.small(),
                  .of = v.small()};
    s.headline.part = v.quantity();
    s.headline.whole = v.quantity();
    s.headline.further = v.quantity();
    s.low = v.choice<domain::Stage>(domain::kStageCount);
    s.high = v.choice<domain::Stage>(domain::kStageCount);
    s.commercial = v.choice<domain::CommercialState>(domain::kCommercialStateCount);
    s.supply = v.choice<domain::SupplyState>(domain::kSupplyStateCount);
    s.logistics = v.choice<domain::LogisticsState>(domain::kLogisticsStateCount);
    s.billing = v.choice<domain::BillingState>(domain::kBillingStateCount);
    s.returns = v.choice<domain::ReturnState>(domain::kReturnStateCount);
    for (int* count : {&s.lines, &s.lines_cancelled, &s.lines_shipped, &s.lines_delivered, &s.lines_accepted,
                       &s.lines_partly_shipped, &s.lines_returned, &s.progress_permille, &s.promise_moves,
                       &s.promise_net_days, &s.delivered_late_days}) {
        *count = v.small();
    }
    for (int& count : s.lines_at)
        count = v.small();
    s.production_permille = v.maybe([&] { return v.small(); });
}

} // namespace

domain::OrderSummary random_summary(Values& v) {
    domain::OrderSummary s;
    fill_status(v, s);
    for (std::optional<base::LocalDate>* date :
         {&s.requested_on, &s.promised_first_on, &s.promised_on, &s.forecast_on, &s.delivered_on,
          &s.next_arrival_on, &s.hold_since}) {
        *date = v.maybe_date();
    }
    for (auto* instant : {&s.late_at, &s.silent_at, &s.stuck_at, &s.trouble_at, &s.due_at})
        *instant = v.maybe([&] { return v.instant(); });
    s.partial = v.flag();
    s.backordered = v.flag();
    s.urgent = v.flag();
    s.payment_due_on = v.maybe_date();
    s.payment_due_minor = v.integer();
    s.at_risk = v.flag();
    s.hold_reason = v.maybe([&] { return v.choice<domain::HoldReason>(domain::kHoldReasonCount); });
    s.hold_owner = v.choice<domain::Party>(domain::kPartyCount);
    s.hold_all = v.flag();
    s.blocking_line = v.maybe([&] { return v.id<domain::LineId>(); });
    s.turn = v.choice<domain::Party>(domain::kPartyCount);
    s.complete = v.flag();
    s.total_minor = v.integer();
    s.open_minor = v.integer();
    s.lead_item = v.maybe([&] { return v.id<domain::ItemId>(); });
    s.lead_quantity = v.maybe_quantity();
    return s;
}

} // namespace orderdeck::test
