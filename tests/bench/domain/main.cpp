// What the derivation of one order's summary costs, beside a bare copy of the same records.
#include "shared/domain/summary.h"
#include "tests/support/order_builder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace orderdeck;
using domain::MilestoneCode;

namespace {

constexpr int kOrders = 2'000;
constexpr int kRounds = 5;

/// Five lines in two shipments, one of them tracked, with plans, promises, a hold and a bill.
domain::OrderRecords typical_order(int number) {
    test::OrderBuilder order;
    order.records.order.flow = domain::Flow::make_to_order;
    const domain::ShipmentId first = order.shipment();
    const domain::ShipmentId second = order.shipment();
    for (int i = 0; i < 5; ++i) {
        const domain::LineId line = order.line(10 + i);
        order.at(line).amount_minor = 10'000 * (i + 1);
        order.promise(line, 20 + i, 1);
        order.promise(line, 22 + i, 4).reason = "UD170";
        order.fact(line, MilestoneCode::confirmed, 2);
        order.fact(line, MilestoneCode::in_production, 5, 4);
        order.fact(line, MilestoneCode::produced, 9);
        order.fact(line, MilestoneCode::qc_passed, 10);
        order.carries(i < 3 ? first : second, line, 10 + i);
    }
    for (const domain::ShipmentId shipment : {first, second}) {
        order.scan(shipment, MilestoneCode::shipped, 12);
        order.forecast(shipment, 21);
    }
    for (int i = 0; i < 8; ++i) {
        domain::TrackingEvent event;
        event.id = domain::TrackingEventId{i + 1};
        event.shipment = first;
        event.parcel = "P" + std::to_string(number);
        event.status = i == 0 ? domain::ParcelStatus::picked_up : domain::ParcelStatus::in_transit;
        event.text = "scan " + std::to_string(i);
        event.actual = {.on = test::day(12 + i / 2), .at = test::instant(12, 6 * i), .utc_offset_minutes = 0};
        order.records.tracking_events.push_back(std::move(event));
    }
    order.hold(order.records.lines.front().id, domain::HoldReason::document, domain::Party::customer, 11);
    order.invoice(150'000);
    return order.records;
}

template <typename Work>
double microseconds_per_order(Work work) {
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
        rounds.push_back(took.count() / kOrders);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[rounds.size() / 2];
}

void say(const char* figure, double value, const char* unit) {
    std::printf("{\"figure\": \"%s\", \"value\": %.3f, \"unit\": \"%s\", \"better\": \"less\"}\n", figure,
                value, unit);
}

} // namespace

int main() {
    std::vector<domain::OrderRecords> orders;
    for (int i = 0; i < kOrders; ++i)
        orders.push_back(typical_order(i));
    std::int64_t seen = 0;
    const double ours = microseconds_per_order([&] {
        for (const domain::OrderRecords& order : orders)
            seen += domain::summarise(order).lines_shipped;
    });
    const double bare = microseconds_per_order([&] {
        for (const domain::OrderRecords& order : orders) {
            const domain::OrderRecords copy = order;
            seen += static_cast<std::int64_t>(copy.milestones.size());
        }
    });
    say("summarise per order", ours, "us");
    say("beside a copy of its records", ours / bare, "x");
    return seen == 0 ? 1 : 0;
}
