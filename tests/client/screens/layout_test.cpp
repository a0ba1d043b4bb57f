#include "client/platform/node_buffer.h"
#include "tests/client/screens/portal_visit.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string_view>

namespace orderdeck::client::screens {
namespace {

std::vector<test::SampleOrder> three_orders() {
    return {test::partly_shipped(1), test::overdue(2), test::delivered(3)};
}

void choose_largest_text(Visit& visit) {
    visit.client.dispatch(app::TextScaleChosen{app::TextScale::largest});
    visit.window.settle();
}

/// Where a node is on the page; nothing is scrolled.
ui::Point corner_of(const Visit& visit, const MirrorNode& node) {
    const std::vector<MirrorNode>& nodes = visit.window.mirror().nodes();
    ui::Point corner;
    for (const MirrorNode* at = &node;; at = &nodes[static_cast<std::size_t>(at->parent)]) {
        corner.x += at->record.x;
        corner.y += at->record.y;
        if (at->parent < 0) return corner;
    }
}

/// The first line of text that begins so.
const MirrorNode* line_of(const Visit& visit, std::string_view beginning) {
    for (const MirrorNode* node : visit.window.mirror().all(NodeKind::text))
        if (test::with_plain_blanks(node->text).starts_with(beginning)) return node;
    return nullptr;
}

bool is_cut(const MirrorNode& node) { return (node.record.flags & platform::node_flag::truncated) != 0; }

} // namespace

TEST_CASE("on a wide screen the page stands in the middle of what the navigation leaves") {
    constexpr float kRail = 232;
    for (const char* path : {"/orders", "/orders/1"}) {
        Visit visit(1920, 1080, three_orders(), path);
        const MirrorNode* main = visit.window.mirror().all(NodeKind::main).front();
        CHECK(main->record.x == kRail);
        const MirrorNode* heading = visit.window.mirror().all(NodeKind::heading).front();
        const MirrorNode* search = visit.find(NodeKind::field, "Search orders");
        REQUIRE(search != nullptr);
        INFO(path);
        CHECK(corner_of(visit, *heading).x == (1920 + kRail - 1200) / 2);
        CHECK(corner_of(visit, *search).x == corner_of(visit, *heading).x);
    }
}

TEST_CASE("with very large text a phone cuts no date, amount or number of an order") {
    Visit visit = Visit::phone(three_orders());
    choose_largest_text(visit);
    for (const char* words : {"promised 20 Nov", "¥ 31,200.00", "SO-2026-000002", "2 days late"}) {
        const MirrorNode* line = line_of(visit, words);
        INFO(words);
        REQUIRE(line != nullptr);
        CHECK_FALSE(is_cut(*line));
    }
}

TEST_CASE("with very large text the pill of a phone leaves the headline its width") {
    Visit visit = Visit::phone(three_orders(), "/orders/1");
    choose_largest_text(visit);
    const MirrorNode* headline = line_of(visit, "3 of 5 lines");
    const MirrorNode* pill = line_of(visit, "+6 days");
    REQUIRE(headline != nullptr);
    REQUIRE(pill != nullptr);
    CHECK(corner_of(visit, *pill).y > corner_of(visit, *headline).y);
    CHECK(visit.shows("142033901001")); // in one piece: pieces would have a blank between them
}

TEST_CASE("on a narrow screen the progress of a line gives its name the width") {
    for (const float width : {320.0F, 1280.0F}) {
        Visit visit(width, 3000, three_orders(), "/orders/1");
        if (width < 640) choose_largest_text(visit);
        const MirrorNode* name = line_of(visit, "Servo motor");
        const MirrorNode* progress = line_of(visit, "In production 19 of 24");
        REQUIRE(name != nullptr);
        REQUIRE(progress != nullptr);
        CHECK_FALSE(is_cut(*progress));
        const bool is_beside = corner_of(visit, *progress).x > corner_of(visit, *name).x;
        CHECK(is_beside == (width > 640));
    }
}

TEST_CASE("a phone says how many of all orders it shows") {
    Visit visit = Visit::phone(three_orders());
    CHECK(visit.shows("3 orders"));
    REQUIRE(visit.window.type("Search orders", "E6-2500"));
    CHECK(visit.shows("1 of 3"));
}

TEST_CASE("a long name is cut before the words that say how much more there is") {
    std::vector<test::SampleOrder> orders{test::partly_shipped(1)};
    for (domain::Item& item : orders.front().items)
        item.name.text = "Lopinavir and ritonavir, oral solution with a dosing syringe";
    const Visit visit = Visit::phone(orders);
    const MirrorNode* name = line_of(visit, "Lopinavir");
    REQUIRE(name != nullptr);
    CHECK(is_cut(*name));
    const MirrorNode* more = line_of(visit, ", 4 more");
    REQUIRE(more != nullptr);
    CHECK_FALSE(is_cut(*more));
}

TEST_CASE("while nothing is loaded no figure is claimed") {
    for (const float width : {1280.0F, 390.0F}) {
        Visit visit(width, 844, three_orders());
        const auto figure = [&] {
            const MirrorNode* node = visit.window.mirror().find_test_id("figure-waiting");
            return node == nullptr ? std::string() : visit.window.mirror().name_of(*node);
        };
        CHECK(figure().starts_with("Your turn 0"));
        visit.client.model.orders.listing.reset();
        visit.window.send({.kind = platform::InputKind::environment_changed});
        CHECK(figure() == "Your turn");
    }
}

TEST_CASE("a desk says when the state of the data was last known, outside of what is spoken") {
    Visit visit = Visit::desk(three_orders());
    visit.client.model.sync.as_of = test::at("2026-11-22T01:59:40Z");
    visit.window.send({.kind = platform::InputKind::environment_changed});
    CHECK(visit.shows("checked 09:59"));
    for (const MirrorNode* status : visit.window.mirror().all(NodeKind::status))
        CHECK(visit.window.mirror().name_of(*status).find("checked") == std::string::npos);
}

TEST_CASE("a line that stands at one stage as a whole needs no figures beside its bar") {
    const Visit visit = Visit::desk(three_orders(), "/orders/1");
    CHECK(visit.shows("In production 19 of 24"));
    CHECK_FALSE(visit.shows("In transit 24 of 24"));
}

TEST_CASE("with very large text no entry of a menu is cut") {
    for (const float width : {390.0F, 1280.0F}) {
        Visit visit(width, 900, three_orders());
        choose_largest_text(visit);
        visit.client.dispatch(app::MenuOpened{app::Menu::account});
        visit.window.settle();
        const MirrorNode* longest = line_of(visit, "Download my data");
        REQUIRE(longest != nullptr);
        CHECK_FALSE(is_cut(*longest));
    }
}

TEST_CASE("with very large text a card leaves no hole between a status and its track") {
    Visit visit(320, 900, three_orders());
    choose_largest_text(visit);
    const MirrorNode* status = line_of(visit, "3 of 5 lines shipped");
    REQUIRE(status != nullptr);
    const float status_end = corner_of(visit, *status).y + status->record.height;
    float nearest = 1000;
    for (const MirrorNode* track : visit.window.mirror().all(NodeKind::image))
        if (const float gap = corner_of(visit, *track).y - status_end; gap >= 0)
            nearest = std::min(nearest, gap);
    CHECK(nearest <= 8);
}

TEST_CASE("a list that could not be copied says so in its place, with the way out, and waits for nothing") {
    for (const float width : {390.0F, 1280.0F}) {
        Visit visit(width, 844, three_orders());
        visit.client.model.orders.listing.reset();
        visit.client.model.sync.phase = sync::SyncPhase::unreachable;
        visit.client.model.sync.has_replica = false;
        visit.window.send({.kind = platform::InputKind::environment_changed});
        CHECK(visit.shows("Your orders could not be loaded"));
        CHECK(visit.find(NodeKind::button, "Try again") != nullptr);
        CHECK(visit.window.mirror().all(NodeKind::skeleton).empty());
        CHECK(visit.window.mirror().find_test_id("figure-waiting") == nullptr);
    }
}

TEST_CASE("what is not there yet has the shape of what comes: a table on desks, cards on phones") {
    for (const float width : {390.0F, 1280.0F}) {
        Visit visit(width, 844, three_orders());
        const MirrorNode* link = visit.window.mirror().find_test_id("order");
        REQUIRE(link != nullptr);
        const float row = corner_of(visit, *link).y;
        visit.client.model.orders.listing.reset();
        visit.window.send({.kind = platform::InputKind::environment_changed});
        const auto skeletons = visit.window.mirror().all(NodeKind::skeleton);
        REQUIRE_FALSE(skeletons.empty());
        const float distance = corner_of(visit, *skeletons.front()).y - row;
        CHECK((distance > 0 && distance < 40));
    }
}

TEST_CASE("no part of a page reaches further down than its content") {
    for (const float width : {390.0F, 1280.0F}) {
        Visit visit(width, 844, three_orders(), "/orders/1");
        visit.client.dispatch(app::WhyToggled{});
        visit.window.settle();
        for (const MirrorNode& node : visit.window.mirror().nodes()) {
            INFO(visit.window.mirror().name_of(node));
            CHECK(node.record.height < 3000);
        }
    }
}

} // namespace orderdeck::client::screens
