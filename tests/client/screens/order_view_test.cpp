#include "client/screens/order/order_screen.h"
#include "tests/client/screens/sample_orders.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

namespace orderdeck::client::screens {
namespace {

using test::context_in;
using test::details_of;

std::string plain(const std::vector<TextSpan>& spans) {
    std::string text;
    for (const TextSpan& span : spans)
        text += span.text;
    return test::with_plain_blanks(text);
}

OrderView view_in(std::string_view language, const test::SampleOrder& order) {
    return order_view(context_in(language), details_of(order));
}

} // namespace

TEST_CASE("the page of a partly shipped order says where it is, why, and what holds it up") {
    const OrderView view = view_in("en", test::partly_shipped(4718));
    CHECK(view.number == "SO-2026-004718");
    CHECK(view.subtitle == "PO 450018774728 · Suzhou plant 2");
    CHECK(view.headline == "3 of 5 lines shipped, 1 delivered, 1 in production, 1 ready");
    CHECK(plain(view.explanation) ==
          "Complete on 12 Dec, first promised 6 Dec. Moved twice: drawing change (you, +2), "
          "supplier late (us, +4). Line 4 holds up the rest.");
    REQUIRE(view.explanation.size() == 3);
    CHECK(view.explanation[1] == TextSpan{"12 Dec", Emphasis::strong});
    REQUIRE(view.pills.size() == 1);
    CHECK(view.pills[0] == PillView{"+6 days", words::Tone::warn});
}

TEST_CASE("a shipment without its carrier's word tells when such shipments usually arrive, and from what") {
    test::SampleOrder order = test::partly_shipped(4718);
    domain::Shipment& shipment = order.records.shipments[1];
    const auto told = [&](std::string_view language, int half_in_days, int most_in_days,
                          domain::LaneMatch match) {
        const base::Timestamp now = context_in(language).clock.now;
        shipment.usual = domain::UsualArrival{now + base::Duration::days(half_in_days),
                                              now + base::Duration::days(most_in_days), 42, match};
        const std::string caption = test::with_plain_blanks(view_in(language, order).shipments[1].caption);
        const std::size_t end = caption.rfind(" · ");
        const std::size_t begin = caption.rfind(" · ", end - 1) + 4;
        return caption.substr(begin, end - begin);
    };
    using Match = domain::LaneMatch;
    CHECK(told("en", 2, 4, Match::lane) ==
          "usually arrives 24 Nov to 26 Nov (half of 42 shipments on this route by 24 Nov)");
    CHECK(told("zh-CN", 2, 4, Match::lane) ==
          "通常11月24日至11月26日到货（同线路 42 票货中，半数到11月24日已送达）");
    CHECK(told("en", -1, 3, Match::carrier) ==
          "usually arrives by 25 Nov (9 of 10 of 42 shipments by this carrier did)");
    CHECK(told("en", -3, -2, Match::mode) ==
          "takes longer than usual: 9 of 10 of 42 shipments by this kind of transport had arrived by 20 Nov");
    CHECK(told("zh-CN", -3, -2, Match::provinces) == "比通常慢：同地区往来 42 票货中，九成到11月20日已送达");
    // The carrier's own day counts before history.
    domain::Milestone forecast;
    forecast.shipment = shipment.id;
    forecast.code = domain::MilestoneCode::delivered;
    forecast.forecast = context_in("en").clock.today().plus_days(1);
    order.records.milestones.push_back(forecast);
    CHECK(told("en", 2, 4, Match::lane).starts_with("arrives "));
}

TEST_CASE("the same page in Chinese is written for Chinese readers") {
    const OrderView view = view_in("zh-CN", test::partly_shipped(4718));
    CHECK(view.headline == "5 行中已发 3 行，1 行已送达，1 行生产中，1 行待发货");
    CHECK(plain(view.explanation) == "承诺 12月12日 全部送达，最初承诺 12月6日。改期两次：图纸变更（贵方，+2 "
                                     "天）、供应商延误（我方，+4 天）。"
                                     "第 4 行影响整单交付。");
    CHECK(view.pills[0].label == "改期 +6 天");
    CHECK(view.lines[0].name == "伺服驱动器 SD-700");
    CHECK(view.lines[0].caption == "SD700-3P · 24 件");
}

TEST_CASE("a line tells how far it is, how much of it, and whether it holds up the rest") {
    const OrderView view = view_in("en", test::partly_shipped(4718));
    REQUIRE(view.lines.size() == 5);
    CHECK(view.lines[0].progress == "Delivered 24 of 24");
    CHECK(view.lines[0].shares.delivered == 1);
    CHECK(view.lines[0].amount == "¥ 312,000.00");
    CHECK(view.lines[0].progress_short == "Delivered");
    CHECK(view.lines[1].progress == "In transit 24 of 24");
    CHECK(view.lines[3].progress == "In production 19 of 24");
    CHECK(view.lines[3].progress_short == "In production 19 of 24");
    CHECK(view.lines[3].warning == "holds up the rest · supplier late");
    CHECK(view.lines[3].tone == words::Tone::warn);
}

TEST_CASE("the bar of a line shows the quantity that its words tell") {
    test::SampleOrder order = test::partly_shipped(4718);
    std::vector<domain::ShipmentLine>& links = order.records.shipment_lines;
    REQUIRE(links.front().line == order.records.lines.front().id);
    links.front().quantity = domain::Quantity::from_units(6); // of 24, and the rest is in no shipment
    const OrderView view = view_in("en", order);
    const LineView& partly = view.lines[0];
    CHECK(partly.progress == "Delivered 6 of 24");
    CHECK(partly.told == 0.25F);
    CHECK(partly.shares.delivered == 0.25F);
    CHECK(view.lines[1].told == 1);
    CHECK(view.lines[1].shares.delivered == 0);
    CHECK(view.lines[1].shares.shipped == 1);
    const LineView& in_production = view.lines[3];
    CHECK(in_production.shares.shipped == 0);
    CHECK(std::abs(in_production.shares.made - 19.0F / 24) < 0.001F);
    CHECK(in_production.told == in_production.shares.made);
    for (const LineView& line : view.lines) {
        CHECK(line.shares.delivered >= 0);
        CHECK(line.shares.delivered <= line.shares.shipped);
        CHECK(line.shares.shipped <= line.shares.made);
        CHECK(line.shares.made <= 1);
    }
}

TEST_CASE("the steps show what is done, what is under way and what comes") {
    const OrderView view = view_in("en", test::partly_shipped(4718));
    REQUIRE(view.steps.size() == 6);
    CHECK(view.steps[0].label == "Placed");
    CHECK(view.steps[0].look == StepLook::done);
    CHECK(view.steps[0].notes[0].text == "12 Oct");
    CHECK(view.steps[1].look == StepLook::done);
    CHECK(view.steps[2].look == StepLook::current);
    CHECK(view.steps[3].look == StepLook::current);
    CHECK(view.steps[3].short_label == "Shipped 3/5");
    CHECK(view.steps[5].look == StepLook::upcoming);
}

TEST_CASE("a shipment tells its lines, its parcels and its scans, newest first, in their own time") {
    const OrderView view = view_in("en", test::partly_shipped(4718));
    REQUIRE(view.shipments.size() == 2);
    const ShipmentView& shipment = view.shipments[1];
    CHECK(shipment.title == "Shipment 2 · SF Express 142033902215");
    CHECK(shipment.caption.starts_with("lines 2, 3 · 4 parcels"));
    CHECK(shipment.pill == PillView{"In transit", words::Tone::info});
    REQUIRE(shipment.events.size() == 2);
    CHECK(shipment.events[0].title == "Left Shanghai transfer centre");
    CHECK(shipment.events[0].when == "today 06:12");
    CHECK(shipment.events[0].note == "In transit · Shanghai · Carrier");
    CHECK(shipment.events[1].when == "yesterday 17:40");
    CHECK(view.shipments[0].pill == PillView{"Delivered", words::Tone::ok});
}

TEST_CASE("every reason can be read in both languages and has its source") {
    for (const char* language : {"en", "zh-CN"}) {
        for (const auto& order :
             {test::partly_shipped(1), test::overdue(2), test::on_hold(3), test::delivered(4)}) {
            const OrderView view = view_in(language, order);
            CHECK_FALSE(view.reasons.empty());
            for (const ReasonView& reason : view.reasons) {
                INFO(language << ": " << reason.text);
                CHECK(reason.text.find('{') == std::string::npos);
                CHECK(reason.text.find("–") == std::string::npos);
            }
        }
    }
}

TEST_CASE("facts that are not known are left out, and a total says what it means") {
    test::SampleOrder order = test::overdue(7);
    const auto has = [](const std::vector<FactView>& facts, std::string_view name) {
        for (const FactView& fact : facts)
            if (fact.name == name) return fact.value;
        return std::string("absent");
    };
    CHECK(has(view_in("en", order).facts, "Total") == "¥ 31,200.00, without tax");
    CHECK(has(view_in("en", order).facts, "Terms") == "DAP Suzhou");
    CHECK(has(view_in("en", order).facts, "Project") == "absent");
    order.records.lines.front().amount_minor.reset();
    order.records.order.incoterm.clear();
    CHECK(has(view_in("en", order).facts, "Total") == "absent");
    CHECK(has(view_in("en", order).facts, "Terms") == "absent");
    CHECK(has(view_in("zh-CN", order).facts, "公司") == "艾克美机械");
}

TEST_CASE("freshness is told for each kind of source") {
    const OrderView view = view_in("en", test::partly_shipped(7));
    REQUIRE(view.sources.size() == 2); // sales and the warehouse have said nothing about it
    CHECK(view.sources[0].name == "Production");
    CHECK(view.sources[0].value == "35 min ago");
    CHECK(view.sources[1].name == "Carrier");
    CHECK(view.sources[1].value == "12 min ago");
}

TEST_CASE("an overdue, a held and a delivered order explain themselves in one sentence") {
    CHECK(plain(view_in("en", test::overdue(7)).explanation)
              .starts_with("Promised for Fri 20 Nov, 2 days ago."));
    CHECK(view_in("en", test::overdue(7)).pills[0] == PillView{"2 days late", words::Tone::bad});
    const OrderView held = view_in("en", test::on_hold(8));
    CHECK(held.headline == "On hold · drawing to be approved");
    CHECK(held.pills[0] == PillView{"your turn", words::Tone::info});
    CHECK(plain(held.explanation).find("On hold since 17 Nov: drawing to be approved. It is your turn.") !=
          std::string::npos);
    CHECK(plain(view_in("en", test::delivered(9)).explanation) ==
          "Everything was delivered on 5 Nov, ahead of the promise of 6 Nov.");
}

TEST_CASE("an overdue order answers why with the promise that has passed, as long as nobody forecasts "
          "another day") {
    test::SampleOrder order = test::overdue(7);
    const OrderView view = view_in("en", order);
    REQUIRE_FALSE(view.reasons.empty());
    CHECK(test::with_plain_blanks(view.reasons[0].text) == "Line 1: promised for 20 Nov, 2 days ago");
    CHECK(view.reasons[0].evidence.starts_with("Production, "));
    CHECK(test::with_plain_blanks(view_in("zh-CN", order).reasons[0].text) ==
          "第 1 行：承诺 11月20日 送达，已过 2 天");
    for (const ReasonView& reason : view_in("en", test::delivered(8)).reasons)
        CHECK(reason.text.find("promised for") == std::string::npos);
    domain::Milestone forecast;
    forecast.id = domain::MilestoneId(999);
    forecast.line = order.line("1").id;
    forecast.code = domain::MilestoneCode::delivered;
    forecast.forecast = test::date("2026-11-30");
    order.records.milestones.push_back(forecast);
    for (const ReasonView& reason : view_in("en", order).reasons)
        CHECK(reason.text.find("promised for") == std::string::npos);
}

TEST_CASE("a source has one name: beside a reason, a scan and in the list of sources") {
    for (const char* language : {"en", "zh-CN"}) {
        const OrderView view = view_in(language, test::partly_shipped(7));
        const std::string_view carrier = context_in(language).language.raw("source.carrier");
        CHECK(view.sources[1].name == carrier);
        CHECK(view.shipments[1].events[0].note.ends_with(carrier));
        const bool among_reasons =
            std::any_of(view.reasons.begin(), view.reasons.end(),
                        [&](const ReasonView& reason) { return reason.evidence.starts_with(carrier); });
        CHECK(among_reasons);
        for (const ReasonView& reason : view.reasons)
            CHECK_FALSE(reason.evidence.starts_with("SF"));
    }
}

TEST_CASE("an order without lines, items, sources or dates still has a page") {
    domain::OrderDetails details;
    details.records.order.number = "SO-EMPTY";
    details.summary = domain::summarise(details.records);
    for (const char* language : {"en", "zh-CN"}) {
        const OrderView view = order_view(context_in(language), details);
        CHECK_FALSE(view.headline.empty());
        CHECK_FALSE(view.explanation.empty());
        CHECK(view.steps.size() == 6);
        CHECK(view.lines.empty());
        CHECK(view.facts.empty());
    }
}

} // namespace orderdeck::client::screens
