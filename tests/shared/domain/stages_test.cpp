#include "shared/domain/stage_set.h"
#include "shared/domain/timeline.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;
using Progress = TimelineStage::Progress;

namespace {

std::optional<TimelineStage> stage(const OrderBuilder& order, MilestoneCode code) {
    for (const TimelineStage& entry : timeline_of(order.records)) {
        if (entry.code == code) return entry;
    }
    return std::nullopt;
}

Progress progress(const OrderBuilder& order, MilestoneCode code) {
    const auto entry = stage(order, code);
    REQUIRE(entry);
    return entry->progress;
}

ChangePermission permission(const OrderBuilder& order, Change change, orderdeck::base::Timestamp now) {
    return changes_allowed(order.records, now).at(0).permissions[static_cast<std::size_t>(change)];
}

} // namespace

TEST_CASE("every flow has its stages, and stock has no production among them") {
    for (int flow = 0; flow < kFlowCount; ++flow)
        CHECK(stage_set_of(static_cast<Flow>(flow)).flow == static_cast<Flow>(flow));
    const auto has = [](Flow flow, MilestoneCode code) {
        const auto& stages = stage_set_of(flow).stages;
        return std::any_of(stages.begin(), stages.end(),
                           [code](const StageRule& rule) { return rule.code == code; });
    };
    CHECK_FALSE(has(Flow::stock, MilestoneCode::in_production));
    CHECK(has(Flow::make_to_order, MilestoneCode::in_production));
    CHECK(has(Flow::export_order, MilestoneCode::export_cleared));
}

TEST_CASE("a stage that no source recorded is inferred when a later fact proves it") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.at(line).commercial = CommercialState::confirmed;
    order.fact(line, MilestoneCode::delivered, 9);
    const auto shipped = stage(order, MilestoneCode::shipped);
    REQUIRE(shipped);
    CHECK(shipped->progress == Progress::done);
    CHECK(shipped->inferred);
    CHECK(shipped->actual->on == day(9));
    CHECK_FALSE(stage(order, MilestoneCode::confirmed)->inferred);
    CHECK_FALSE(stage(order, MilestoneCode::delivered)->inferred);
}

TEST_CASE("a stage that the goods did not need is skipped once they are beyond it") {
    OrderBuilder order;
    const LineId line = order.line(10);
    CHECK(progress(order, MilestoneCode::out_for_delivery) == Progress::ahead);
    order.fact(line, MilestoneCode::delivered, 9);
    CHECK(progress(order, MilestoneCode::out_for_delivery) == Progress::skipped);
    CHECK(progress(order, MilestoneCode::reviewed) == Progress::skipped);
    CHECK_FALSE(stage(order, MilestoneCode::reviewed)->actual);
    CHECK_FALSE(stage(order, MilestoneCode::picked_up));
}

TEST_CASE("plan, forecast and actual stand side by side with the newest source") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    const LineId line = order.line(10);
    Milestone& plan = order.fact(line, MilestoneCode::produced, 1);
    plan.actual.reset();
    plan.planned = day(8);
    plan.forecast = day(11);
    plan.source = SourceId{3};
    plan.received_at = instant(2);
    const auto ahead = stage(order, MilestoneCode::produced);
    REQUIRE(ahead);
    CHECK(ahead->progress == Progress::ahead);
    CHECK(ahead->planned_on == day(8));
    CHECK(ahead->forecast_on == day(11));
    CHECK(ahead->source == SourceId{3});
    Milestone& done = order.fact(line, MilestoneCode::produced, 10);
    done.source = SourceId{4};
    done.received_at = instant(11);
    const auto made = stage(order, MilestoneCode::produced);
    CHECK(made->progress == Progress::done);
    CHECK(made->planned_on == day(8));
    CHECK_FALSE(made->forecast_on);
    CHECK(made->actual->on == day(10));
    CHECK(made->received_at == instant(11));
}

TEST_CASE("production tells its good share, and half of the lines is partly") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    order.fact(order.line(100), MilestoneCode::in_production, 3, 60);
    const auto making = stage(order, MilestoneCode::in_production);
    REQUIRE(making);
    CHECK(making->permille == 600);
    CHECK(making->progress == Progress::partly);
    order.fact(order.line(5), MilestoneCode::qc_passed, 4);
    CHECK(stage(order, MilestoneCode::in_production)->permille == 800);
    const auto released = stage(order, MilestoneCode::qc_passed);
    CHECK(released->progress == Progress::partly);
    CHECK(released->lines_done == 1);
    CHECK(released->lines_of == 2);
}

TEST_CASE("shipments count by their quantities on the timeline, too") {
    OrderBuilder order;
    const LineId line = order.line(28);
    const ShipmentId first = order.shipment();
    const ShipmentId second = order.shipment();
    order.carries(first, line, 16);
    order.carries(second, line, 12);
    order.scan(first, MilestoneCode::shipped, 4);
    CHECK(stage(order, MilestoneCode::shipped)->permille == 571);
    CHECK(progress(order, MilestoneCode::shipped) == Progress::partly);
    order.scan(second, MilestoneCode::shipped, 6);
    CHECK(progress(order, MilestoneCode::shipped) == Progress::done);
    CHECK(stage(order, MilestoneCode::shipped)->actual->on == day(6));
    CHECK_FALSE(stage(order, MilestoneCode::shipped)->inferred);
}

TEST_CASE("changes are free until the cut-off, a request after it, and refused when all has left") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    const LineId line = order.line(10);
    CHECK(permission(order, Change::cancel, instant(2)).answer == ChangeAnswer::free);
    order.fact(line, MilestoneCode::confirmed, 2);
    const ChangePermission cancel = permission(order, Change::cancel, instant(3));
    CHECK(cancel.answer == ChangeAnswer::on_request);
    CHECK(cancel.bar == ChangeBar::stage_reached);
    CHECK(cancel.stage == Stage::confirmed);
    CHECK(permission(order, Change::quantity, instant(3)).answer == ChangeAnswer::free);
    CHECK(permission(order, Change::address, instant(3)).answer == ChangeAnswer::free);
    order.fact(line, MilestoneCode::shipped, 5, 4);
    CHECK(permission(order, Change::address, instant(6)).answer == ChangeAnswer::on_request);
    CHECK(changes_allowed(order.records, instant(6)).at(0).quantity == Quantity::from_units(6));
    order.fact(line, MilestoneCode::shipped, 7, 6);
    const ChangePermission late = permission(order, Change::address, instant(8));
    CHECK(late.answer == ChangeAnswer::refused);
    CHECK(late.bar == ChangeBar::shipped);
}

TEST_CASE("the cut-off is the planned beginning of the stage, at the delivery place") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    order.records.order.delivery_utc_offset_minutes = 480;
    Milestone& plan = order.fact(order.line(10), MilestoneCode::scheduled, 1);
    plan.actual.reset();
    plan.planned = day(10);
    const ChangePermission before = permission(order, Change::date, instant(9, 15));
    CHECK(before.answer == ChangeAnswer::free);
    CHECK(before.free_until == instant(9, 16));
    const ChangePermission after = permission(order, Change::date, instant(9, 16));
    CHECK(after.answer == ChangeAnswer::on_request);
    CHECK(after.bar == ChangeBar::cut_off_passed);
}

TEST_CASE("a cancelled line can no longer be changed") {
    OrderBuilder order;
    order.at(order.line(3)).commercial = CommercialState::cancelled;
    CHECK(permission(order, Change::quantity, instant(1)).bar == ChangeBar::cancelled);
}
