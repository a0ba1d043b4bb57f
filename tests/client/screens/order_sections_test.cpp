#include "client/screens/order/order_in_words.h"
#include "client/screens/order/order_screen.h"
#include "tests/client/screens/portal_visit.h"
#include "tests/client/screens/sample_orders.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

OrderView view_in(std::string_view language, const test::SampleOrder& order) {
    return order_view(test::context_in(language), test::details_of(order));
}

const SectionView* section_of(const std::vector<SectionView>& sections, std::string_view key) {
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [key](const SectionView& section) { return section.key == key; });
    return found == sections.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("the promise history tells each move with its reason, and what it comes to") {
    const OrderView view = view_in("en", test::partly_shipped(4718));
    const SectionView* section = section_of(view.sections, "promises");
    REQUIRE(section != nullptr);
    CHECK(test::with_plain_blanks(section->summary) == "Moved twice, +6 days");
    REQUIRE(section->rows.size() >= 3);
    CHECK(test::with_plain_blanks(section->rows[0].title) == "Line 4: 8 Dec → 12 Dec, +4 days");
    CHECK(section->rows[0].note.find("supplier late · caused by us · said") == 0);
    CHECK(test::with_plain_blanks(section->rows[1].title) == "Line 4: 6 Dec → 8 Dec, +2 days");
    CHECK_FALSE(section->more.empty()); // on demand
}

TEST_CASE(
    "an order's words are written anew when it was read again or the time went on, not for each frame") {
    app::Model model;
    model.order_page.details = test::details_of(test::delivered(1));
    model.orders_read = 1;
    OrderInWords words;
    ViewContext context = test::context_in("en");
    CHECK(words.of(context, model).number == model.order_page.details->records.order.number);
    model.order_page.details->records.order.number = "SO-2";
    CHECK(words.of(context, model).number != "SO-2");
    ++model.orders_read;
    CHECK(words.of(context, model).number == "SO-2");
    model.order_page.details->records.order.number = "SO-3";
    context.clock.now = context.clock.now + base::Duration::minutes(1);
    CHECK(words.of(context, model).number == "SO-3");
}

TEST_CASE("two sources that disagree are both named, and which of them counts") {
    test::SampleOrder order = test::delivered(1);
    domain::Contradiction dispute;
    dispute.order = order.records.order.id;
    dispute.line = order.records.lines.front().id;
    dispute.field = "ordered";
    dispute.value = "100";
    dispute.other_value = "90";
    dispute.source = domain::SourceId{2};
    dispute.other_source = domain::SourceId{4};
    dispute.received_at = test::at("2026-11-22T01:00:00Z");
    order.records.contradictions.push_back(dispute);
    dispute.field = "amount_minor";
    dispute.value = "123450";
    dispute.other_value = "99950";
    order.records.contradictions.push_back(dispute);
    dispute.field = "delivered.forecast";
    dispute.value = "2026-11-20";
    order.records.contradictions.push_back(dispute);
    dispute.line.reset();
    dispute.field = "invoice:R/77/due_on";
    order.records.contradictions.push_back(dispute);
    order.records.order.currency = domain::Currency::parse("EUR").value();
    const OrderView view = view_in("en", order);
    const SectionView* section = section_of(view.sections, "disputes");
    REQUIRE(section != nullptr);
    REQUIRE(section->rows.size() == 4);
    CHECK(test::with_plain_blanks(section->rows[3].title) == "Invoice R/77: due date");
    CHECK(test::with_plain_blanks(section->rows[0].title) == "Line 1: quantity ordered");
    CHECK(section->rows[0].note.find("100 says Production and counts, 90 says Carrier") == 0);
    const std::string amounts = test::with_plain_blanks(section->rows[1].note);
    CHECK(amounts.find("1,234.50 says Production and counts") != std::string::npos);
    CHECK(test::with_plain_blanks(section->rows[2].title) == "Line 1: Delivered, forecast");
    CHECK(test::with_plain_blanks(section->rows[2].note).find("20 Nov says Production") != std::string::npos);
}

TEST_CASE("a value that another source has filled in is called inferred, with the one that owns it") {
    test::SampleOrder order = test::delivered(1);
    domain::Contradiction gap;
    gap.order = order.records.order.id;
    gap.line = order.records.lines.front().id;
    gap.field = "ordered";
    gap.value = "100";
    gap.source = domain::SourceId{2};
    gap.other_source = domain::SourceId{4};
    order.records.contradictions.push_back(gap);
    for (const bool is_chinese : {false, true}) {
        const OrderView view = view_in(is_chinese ? "zh-CN" : "en", order);
        CHECK(section_of(view.sections, "disputes") == nullptr);
        const SectionView* section = section_of(view.sections, "inferred");
        REQUIRE(section != nullptr);
        REQUIRE(section->rows.size() == 1);
        const std::string note = test::with_plain_blanks(section->rows[0].note);
        CHECK(note == (is_chinese ? "推断：生产给出 100，承运商尚未提供"
                                  : "inferred: 100 says Production, Carrier has not said it"));
    }
}

TEST_CASE("a parcel's scans say what they mean, where, and on both clocks; contacts are masked") {
    test::SampleOrder order = test::partly_shipped(4718);
    const domain::ShipmentId shipment = order.records.shipments.front().id;
    const auto scan = [&](std::int64_t id, domain::ParcelStatus status, const char* at, const char* text) {
        domain::TrackingEvent event;
        event.id = domain::TrackingEventId{id};
        event.shipment = shipment;
        event.parcel = "1Z999";
        event.carrier = "UPS";
        event.status = status;
        event.actual = {test::at(at).date_at(base::Duration::hours(-5)), test::at(at), -300};
        event.place = "Louisville";
        event.text = text;
        event.source = domain::SourceId{4};
        event.received_at = test::at("2026-11-22T01:00:00Z");
        order.records.tracking_events.push_back(event);
    };
    scan(1, domain::ParcelStatus::picked_up, "2026-11-20T15:00:00Z", "Picked up, call 13812345678");
    scan(2, domain::ParcelStatus::in_transit, "2026-11-21T15:00:00Z", "Departed");
    const OrderView view = view_in("en", order);
    const auto parcels = std::find_if(view.shipments.begin(), view.shipments.end(),
                                      [](const ShipmentView& each) { return !each.parcels.empty(); });
    REQUIRE(parcels != view.shipments.end());
    const ParcelView& parcel = parcels->parcels.front();
    CHECK(parcel.title == "UPS 1Z999");
    CHECK(parcel.pill.label == "In transit");
    CHECK(parcel.scans == "2 scans");
    REQUIRE(parcel.events.size() == 2);
    CHECK(parcel.events[0].title == "In transit");
    CHECK(parcel.events[0].note == "Louisville");
    CHECK(test::with_plain_blanks(parcel.events[0].when) == "yesterday 23:00 · 10:00 at the place");
    CHECK(parcel.events[1].words.find("13812345678") == std::string::npos);
    order.records.shipments.front().carrier = "UPS Freight";
    for (domain::TrackingEvent& event : order.records.tracking_events)
        event.carrier = "ups";
    const auto named = [&order] {
        for (const ShipmentView& each : view_in("en", order).shipments)
            if (!each.parcels.empty()) return each.parcels.front().title;
        return std::string();
    };
    CHECK(named() == "UPS Freight 1Z999"); // as the shipment calls its carrier, not by a code
    order.records.shipments.front().carrier = "DHL";
    CHECK(named() == "ups 1Z999");
}

TEST_CASE("an order says what it replaces, even before the other one is known here") {
    test::SampleOrder order = test::delivered(1);
    domain::Relation relation;
    relation.kind = domain::RelationKind::replacement_for;
    relation.order = order.records.order.id;
    relation.other_order = "SO-77";
    relation.source = domain::SourceId{2};
    order.records.relations.push_back(relation);
    const OrderView view = view_in("en", order);
    const SectionView* section = section_of(view.sections, "related");
    REQUIRE(section != nullptr);
    CHECK(section->rows[0].title == "SO-77");
    CHECK(section->rows[0].note == "Replaced by this · not known here yet");
}

TEST_CASE(
    "a contract tells what has been called off line by line, unless not all of its call-offs are known") {
    test::SampleOrder contract = test::delivered(1);
    contract.records.order.kind = domain::OrderKind::framework_contract;
    test::SampleOrder call_off = test::overdue(2);
    domain::Line& called = call_off.records.lines.front();
    called.item = contract.records.lines.front().item;
    called.ordered = domain::Quantity::from_units(60);
    domain::Relation relation;
    relation.kind = domain::RelationKind::call_off_of;
    relation.order = call_off.records.order.id;
    relation.other_order = contract.records.order.number;
    call_off.records.relations.push_back(relation);

    domain::OrderDetails details = test::details_of(contract);
    details.related = {contract.records, call_off.records};
    const OrderView view = order_view(test::context_in("en"), details);
    const SectionView* section = section_of(view.sections, "related");
    REQUIRE(section != nullptr);
    CHECK(test::with_plain_blanks(section->rows[0].title) == "Line 1: 60 of 200 pcs called off");

    details.related.resize(domain::kMostRelatedOrders, call_off.records);
    const OrderView cut = order_view(test::context_in("en"), details);
    section = section_of(cut.sections, "related");
    REQUIRE(section != nullptr);
    CHECK(section->summary == "The nearest 63 of these orders");
    for (const auto& row : section->rows)
        CHECK(row.title.find("called off") == std::string::npos);
}

TEST_CASE("a project says how many of its orders have come, what the others wait for, and which they are") {
    test::SampleOrder order = test::delivered(1);
    order.records.order.project = "Plant 7";
    domain::OrderDetails details = test::details_of(order);
    const test::SampleOrder open = test::partly_shipped(2);
    details.project = domain::ProjectOrders{
        .orders = 2, .complete = 1, .delivered_on = base::LocalDate::from_days(1), .open = {open.records}};

    const OrderView english = order_view(test::context_in("en"), details);
    const SectionView* section = section_of(english.sections, "project");
    REQUIRE(section != nullptr);
    CHECK(section->title == "Project Plant 7");
    CHECK(section->summary.find("1 of 2 orders delivered · ") == 0);
    CHECK(section->summary.find(open.records.order.number) != std::string::npos); // what holds it up
    REQUIRE(section->rows.size() == 1);
    CHECK(section->rows[0].title == open.records.order.number);
    CHECK(section->rows[0].href == "/orders/2");
    CHECK(section->more == "The other open order");

    const OrderView chinese = order_view(test::context_in("zh-CN"), details);
    CHECK(section_of(chinese.sections, "project")->summary.find("2 个订单中已送达 1 个") == 0);
    details.project.reset();
    CHECK(section_of(order_view(test::context_in("en"), details).sections, "project") == nullptr);
}

TEST_CASE("what is calm opens and closes on demand, at a desk and by a finger") {
    for (const float width : {1280.0F, 390.0F}) {
        Visit visit(width, 800, {test::partly_shipped(4718)}, "/orders/4718");
        const OrderView view = view_in("en", test::partly_shipped(4718));
        const std::string label = section_of(view.sections, "promises")->more;
        CHECK(visit.shows("Promised dates"));
        CHECK_FALSE(visit.shows("8 Dec → 12 Dec"));
        const MirrorNode* button = visit.find(NodeKind::button, label);
        REQUIRE(button != nullptr);
        if (width < 640) CHECK(button->record.height >= 44);
        REQUIRE(visit.window.activate(NodeKind::button, label));
        CHECK(visit.shows("8 Dec → 12 Dec"));
        REQUIRE(visit.window.activate(NodeKind::button, label));
        CHECK_FALSE(visit.shows("8 Dec → 12 Dec"));
    }
}

} // namespace orderdeck::client::screens
