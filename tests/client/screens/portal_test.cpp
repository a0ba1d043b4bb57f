#include "tests/client/screens/portal_visit.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

namespace orderdeck::client::screens {
namespace {

std::vector<test::SampleOrder> four_orders() {
    return {test::partly_shipped(1), test::overdue(2), test::on_hold(3), test::delivered(4)};
}

std::vector<test::SampleOrder> many_orders(std::int64_t count) {
    std::vector<test::SampleOrder> orders;
    for (std::int64_t i = 1; i <= count; ++i)
        orders.push_back(i % 2 == 0 ? test::overdue(i) : test::delivered(i));
    return orders;
}

} // namespace

TEST_CASE("the list on a desk is a table of real links, the most urgent first") {
    Visit visit = Visit::desk(four_orders());
    CHECK(visit.find(NodeKind::heading, "Orders") != nullptr);
    CHECK(visit.find(NodeKind::navigation, "Main") != nullptr);
    CHECK(visit.find(NodeKind::table, "Orders") != nullptr);
    CHECK(visit.window.mirror().all(NodeKind::column_header).size() == 5);
    CHECK(visit.order_links() == 4);
    const MirrorNode* link = visit.find(NodeKind::link, "SO-2026-000002");
    REQUIRE(link != nullptr);
    CHECK(link->href == "/orders/2");
    CHECK(visit.shows("2 days late"));
    const std::string text = visit.words();
    CHECK(text.find("SO-2026-000002") < text.find("SO-2026-000001"));
    CHECK(text.find("SO-2026-000001") < text.find("SO-2026-000004"));
    CHECK(visit.outside.navigation.title() == "Orders · Orderdeck");
    CHECK(visit.outside.navigation.language() == "en");
}

TEST_CASE("the list on a phone is cards that say first what it is") {
    Visit visit = Visit::phone(four_orders());
    CHECK(visit.find(NodeKind::heading, "Orders") != nullptr);
    CHECK(visit.find(NodeKind::list, "Orders") != nullptr);
    const MirrorNode* link = visit.find(NodeKind::link, "SO-2026-000001");
    REQUIRE(link != nullptr);
    CHECK(link->href == "/orders/1");
    CHECK(visit.shows("Servo drive SD-700, 4 more"));
    CHECK(visit.find(NodeKind::button, "More") != nullptr);
    visit.choose_language("zh-CN");
    CHECK(visit.find(NodeKind::heading, "订单") != nullptr);
    CHECK(visit.shows("伺服驱动器 SD-700 等 5 项"));
    CHECK(visit.shows("晚 2 天"));
    CHECK(visit.outside.navigation.language() == "zh-CN");
}

TEST_CASE("a search shows what it found, why, and the way back to everything") {
    Visit visit = Visit::desk(four_orders());
    REQUIRE(visit.window.type("Search orders", "3908876"));
    CHECK(visit.order_links() == 1);
    CHECK(visit.shows("matches tracking no. 142033908876"));
    CHECK(visit.shows("1 of 4"));
    CHECK(visit.outside.navigation.current().query == "q=3908876");
    REQUIRE(visit.window.type("Search orders", "no such thing"));
    CHECK(visit.shows("Nothing found for “no such thing”"));
    REQUIRE(visit.window.activate(NodeKind::button, "Clear search"));
    CHECK(visit.order_links() == 4);
}

TEST_CASE("an unknown filter in the address is said over the list until it is dismissed") {
    Visit visit = Visit::desk(four_orders(), "/orders?filter=xyz");
    CHECK(visit.order_links() == 4);
    CHECK(visit.shows("The address names a filter this portal does not know: “filter=xyz”. "
                      "The list is shown without it."));
    REQUIRE(visit.window.activate(NodeKind::button, "Got it"));
    CHECK(visit.find(NodeKind::button, "Got it") == nullptr);
}

TEST_CASE("rows that were put into words speak anew of what has changed") {
    Visit visit = Visit::desk(four_orders());
    CHECK(visit.shows("2 days late"));
    visit.client.model.clock.now = visit.client.model.clock.now + base::Duration::days(1);
    visit.window.settle();
    CHECK(visit.shows("3 days late"));
    visit.choose_language("zh-CN");
    CHECK(visit.shows("晚 3 天"));
}

TEST_CASE("a figure is a toggle that filters, and Back takes the filter away") {
    Visit visit = Visit::desk(four_orders());
    visit.client.dispatch(app::FilterToggled{app::ListFilter::late});
    visit.window.settle();
    CHECK(visit.order_links() == 1);
    CHECK(visit.outside.navigation.current().query == "filter=late");
    visit.outside.navigation.back();
    visit.window.send(visit.outside.navigation.take_events().back());
    CHECK(visit.order_links() == 4);
}

TEST_CASE("the order page says where it is and answers why") {
    for (const float width : {1280.0F, 390.0F}) {
        const auto visit = std::make_unique<Visit>(width, 800, four_orders(), "/orders/1");
        CHECK(visit->find(NodeKind::heading, "SO-2026-000001") != nullptr);
        CHECK(visit->find(NodeKind::heading, "3 of 5 lines shipped, 1 delivered, 1 in production, 1 ready") !=
              nullptr);
        CHECK(visit->shows("holds up the rest"));
        CHECK(visit->find(NodeKind::ordered_list, "Steps of this order") != nullptr);
        CHECK(visit->find(NodeKind::list, "Lines") != nullptr);
        CHECK(visit->find(NodeKind::region, "Shipment 2 · SF Express 142033902215") != nullptr);
        CHECK_FALSE(visit->shows("Why it says so"));
        REQUIRE(visit->window.activate(NodeKind::button, "Why?"));
        CHECK(visit->find(NodeKind::heading, "Why it says so") != nullptr);
        CHECK(visit->outside.navigation.title() == "SO-2026-000001 · Orderdeck");
        visit->choose_language("zh-CN");
        CHECK(visit->shows("5 行中已发 3 行"));
        CHECK(visit->find(NodeKind::heading, "状态依据") != nullptr);
    }
}

TEST_CASE("an order that is not there is said so, with the way back") {
    for (const char* path : {"/orders/999", "/nonsense"}) {
        Visit visit = Visit::desk(four_orders(), path);
        CHECK(visit.find(NodeKind::link, "Back to the orders") != nullptr);
        CHECK(visit.window.mirror().all(NodeKind::heading).size() == 1);
    }
}

TEST_CASE("the account menu logs out by POST") {
    for (const float width : {1280.0F, 390.0F}) {
        Visit visit(width, 800, four_orders());
        visit.client.model.session.emplace();
        visit.client.model.session->csrf_token = "proof";
        visit.window.settle();
        REQUIRE(visit.window.activate(NodeKind::button, width > 640 ? "Account and settings" : "More"));
        CHECK(visit.find(NodeKind::menu, "Account and settings") != nullptr);
        REQUIRE(visit.window.activate(NodeKind::menu_item, "Log out"));
        CHECK(visit.outside.navigation.left_to() == "/logout csrf=proof");
    }
}

TEST_CASE("any number of orders is listed with a bounded number of nodes") {
    for (const std::int64_t count : {0, 1, 12, 10'000}) {
        const std::vector<test::SampleOrder> orders = many_orders(count);
        for (const float width : {1280.0F, 390.0F}) {
            Visit visit(width, 844, orders);
            INFO(count << " orders at " << width);
            CHECK(visit.order_links() ==
                  std::min<std::size_t>(static_cast<std::size_t>(count), visit.order_links()));
            CHECK((count == 0) == (visit.order_links() == 0));
            CHECK(visit.window.mirror().nodes().size() < 600);
            if (count == 0) CHECK(visit.shows("No orders yet"));
        }
    }
}

TEST_CASE("very long words, a narrow screen and large text break nothing") {
    std::vector<test::SampleOrder> orders = four_orders();
    const std::string long_word(400, 'W');
    for (test::SampleOrder& order : orders) {
        order.records.order.ship_to = long_word;
        order.records.order.customer_reference = long_word;
        order.records.order.payment_terms = long_word + " " + long_word;
        for (domain::Item& item : order.items)
            item.name.text = "超长的产品名称" + long_word + " 很长很长很长";
    }
    for (const float width : {320.0F, 390.0F, 768.0F, 1024.0F, 1280.0F, 1920.0F}) {
        for (const char* path : {"/orders", "/orders/1", "/orders/3"}) {
            Visit visit(width, 700, orders, path);
            visit.client.dispatch(app::TextScaleChosen{app::TextScale::largest});
            visit.window.settle();
            INFO(width << " " << path);
            REQUIRE(visit.window.mirror().nodes().size() > 10);
            for (const MirrorNode& node : visit.window.mirror().nodes()) {
                INFO(node.text);
                CHECK(node.record.width >= 0);
                CHECK(node.record.height >= 0);
            }
        }
    }
}

TEST_CASE("a name for everything that can be activated") {
    for (const float width : {1280.0F, 768.0F, 390.0F}) {
        for (const char* path : {"/orders", "/orders?filter=late&step=shipped", "/orders/1", "/orders/999"}) {
            Visit visit(width, 800, four_orders(), path);
            for (const NodeKind kind : {NodeKind::link, NodeKind::button, NodeKind::field}) {
                for (const MirrorNode* node : visit.window.mirror().all(kind)) {
                    INFO(path << " at " << width << ": " << node->test_id);
                    CHECK_FALSE(visit.window.mirror().name_of(*node).empty());
                }
            }
        }
    }
}

TEST_CASE("a list can be exported from its menu, on a desk and on a phone") {
    for (const float width : {1280.0F, 390.0F}) {
        const auto visit = std::make_unique<Visit>(width, 800, four_orders());
        visit->client.model.session = api::SessionInfo{};
        REQUIRE(visit->window.activate(NodeKind::button, "Export"));
        for (const char* entry : {"Excel workbook", "CSV file", "Page to print"})
            CHECK(visit->find(NodeKind::menu_item, entry) != nullptr);
        REQUIRE(visit->window.activate(NodeKind::menu_item, "CSV file"));
        CHECK(visit->client.model.download.phase == app::DownloadPhase::preparing);
        CHECK(visit->shows("Your file is being made"));
        platform::DownloadEnd end;
        end.outcome = platform::DownloadOutcome::unreachable;
        visit->client.dispatch(app::DownloadEnded{end});
        visit->window.settle();
        CHECK(visit->shows("No connection, so no file"));
        REQUIRE(visit->window.activate(NodeKind::button, "Close message"));
        CHECK_FALSE(visit->shows("No connection"));
    }
}

TEST_CASE("why a list cannot be exported is said, and choosing does nothing") {
    Visit visit = Visit::desk(four_orders());
    visit.client.model.session = api::SessionInfo{};
    visit.client.model.sync.phase = sync::SyncPhase::offline;
    REQUIRE(visit.window.activate(NodeKind::button, "Export"));
    CHECK(visit.find(NodeKind::menu_group, "Not while offline") != nullptr);
    visit.window.activate(NodeKind::menu_item, "CSV file");
    CHECK(visit.client.model.download.phase == app::DownloadPhase::none);
    visit.client.model.sync.phase = sync::SyncPhase::up_to_date;
    visit.client.dispatch(app::MenuClosed{});
    visit.window.settle();
    REQUIRE(visit.window.type("Search orders", "no such thing"));
    visit.client.dispatch(app::MenuOpened{app::Menu::list_export});
    visit.window.settle();
    CHECK(visit.find(NodeKind::menu_group, "The list is empty") != nullptr);
}

TEST_CASE("the account menu has one's own data, and an order its page to print") {
    Visit visit = Visit::desk(four_orders(), "/orders/1");
    const MirrorNode* print = visit.find(NodeKind::link, "Print");
    REQUIRE(print != nullptr);
    CHECK(print->href == "/orders/1/print?lang=en&zone=480");
    visit.client.dispatch(app::MenuOpened{app::Menu::account});
    visit.window.settle();
    REQUIRE(visit.window.activate(NodeKind::menu_item, "Download my data"));
    CHECK(visit.client.model.download.phase == app::DownloadPhase::preparing);
}

} // namespace orderdeck::client::screens
