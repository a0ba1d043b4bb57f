#include "shared/domain/summary.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

namespace {

Quantity units(int count) { return Quantity::from_units(count); }

} // namespace

TEST_CASE("invoices and payments move the billing axis and nothing else") {
    OrderBuilder order;
    const LineId first = order.line(4);
    const LineId second = order.line(4);
    const auto billing = [&] {
        const OrderSummary summary = summarise(order.records);
        CHECK(summary.low == Stage::placed);
        CHECK(summary.logistics == LogisticsState::none);
        return summary.billing;
    };
    CHECK(billing() == BillingState::not_invoiced);
    order.at(first).invoiced = units(4);
    CHECK(billing() == BillingState::partly_invoiced);
    order.fact(second, MilestoneCode::invoiced, 5);
    CHECK(billing() == BillingState::invoiced);
    order.fact(first, MilestoneCode::paid, 6);
    CHECK(billing() == BillingState::partly_paid);
    order.fact(MilestoneCode::paid, 8);
    CHECK(billing() == BillingState::paid);
}

TEST_CASE("the axes speak of the least advanced open line") {
    OrderBuilder order;
    const LineId first = order.line(1);
    const LineId second = order.line(1);
    order.fact(first, MilestoneCode::delivered, 4);
    order.fact(second, MilestoneCode::confirmed, 3);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.commercial == CommercialState::confirmed);
    CHECK(summary.supply == SupplyState::from_stock);
    CHECK(summary.logistics == LogisticsState::none);
    order.fact(second, MilestoneCode::customs_entered, 6);
    CHECK(summarise(order.records).logistics == LogisticsState::customs);
    CHECK(summarise(order.records).supply == SupplyState::ready);
}

TEST_CASE("goods from stock are reserved, then ready; goods that are made are planned first") {
    OrderBuilder order;
    const LineId line = order.line(4);
    const auto supply = [&] { return summarise(order.records).supply; };
    CHECK(supply() == SupplyState::from_stock);
    order.at(line).reserved = units(4);
    CHECK(supply() == SupplyState::reserved);
    order.at(line).reserved = units(0);
    order.fact(line, MilestoneCode::material_ready, 2);
    CHECK(supply() == SupplyState::reserved);
    order.fact(line, MilestoneCode::packed, 3);
    CHECK(supply() == SupplyState::ready);
    OrderBuilder made;
    made.records.order.flow = Flow::make_to_order;
    made.line(1);
    CHECK(summarise(made.records).supply == SupplyState::unplanned);
    made.at(made.records.lines[0].id).inspected_good = units(1);
    CHECK(summarise(made.records).supply == SupplyState::ready);
}

TEST_CASE("goods that come back go through their own states beside the delivery") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::delivered, 3);
    const auto returns = [&] {
        CHECK(summarise(order.records).logistics == LogisticsState::delivered);
        return summarise(order.records).returns;
    };
    CHECK(returns() == ReturnState::none);
    order.at(line).return_requested = units(2);
    CHECK(returns() == ReturnState::requested);
    order.fact(line, MilestoneCode::return_approved, 5);
    CHECK(returns() == ReturnState::approved);
    order.fact(line, MilestoneCode::in_return, 6);
    CHECK(returns() == ReturnState::in_return);
    order.at(line).returned = units(2);
    CHECK(returns() == ReturnState::received);
    order.fact(line, MilestoneCode::return_inspected, 8);
    CHECK(returns() == ReturnState::inspected);
    order.at(line).credited = units(1);
    CHECK(returns() == ReturnState::inspected);
    order.at(line).replaced = units(1);
    CHECK(returns() == ReturnState::settled);
}

TEST_CASE("parts, backorders and urgency are flags of open orders") {
    OrderBuilder order;
    order.records.order.priority = Priority::urgent;
    const LineId line = order.line(10);
    CHECK(summarise(order.records).urgent);
    CHECK_FALSE(summarise(order.records).partial);
    CHECK_FALSE(summarise(order.records).backordered);
    order.at(line).commercial = CommercialState::confirmed;
    order.at(line).confirmed = units(6);
    CHECK(summarise(order.records).backordered);
    order.at(line).confirmed = units(10);
    CHECK_FALSE(summarise(order.records).backordered);
    order.fact(line, MilestoneCode::shipped, 4, 6);
    CHECK(summarise(order.records).partial);
    CHECK(summarise(order.records).backordered);
    order.fact(line, MilestoneCode::delivered, 9);
    const OrderSummary done = summarise(order.records);
    CHECK_FALSE((done.urgent || done.partial || done.backordered));
    order.records.milestones.clear();
    order.records.relations.push_back({.kind = RelationKind::backorder_of, .order = OrderId{1}});
    CHECK(summarise(order.records).backordered);
}

TEST_CASE("trouble comes before lateness, silence is a risk, and neither is stored as a flag") {
    OrderSummary summary;
    summary.lines = 1;
    summary.silent_at = instant(5);
    CHECK(attention_of(summary, instant(4)) == Attention::normal);
    CHECK(attention_of(summary, instant(5)) == Attention::at_risk);
    summary.late_at = instant(6);
    CHECK(attention_of(summary, instant(6)) == Attention::overdue);
    CHECK_FALSE(is_at_risk(summary, instant(6)));
    summary.trouble_at = instant(7);
    CHECK(attention_of(summary, instant(7)) == Attention::in_trouble);
    summary.complete = true;
    CHECK(attention_of(summary, instant(7)) == Attention::done);
}
