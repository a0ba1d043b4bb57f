#include "tests/client/app/imports_samples.h"
#include "tests/client/screens/portal_visit.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::client::screens {
namespace {

using app::Asked;
using app::test::answer;

struct Desk {
    explicit Desk(float width = 1280, std::string_view start = "/imports")
        : visit(width, 800, {test::partly_shipped(1)}, start) {
        session.user_name = "Bea";
        session.is_staff = true;
        tell(app::SessionRead{session});
    }
    void tell(const app::Action& action) {
        visit.client.dispatch(action);
        visit.window.settle();
    }
    void list(const api::InboxPage& page) {
        const app::ImportsQuery& query = visit.client.model.imports.query;
        tell(app::RequestEnded{Asked::imports, app::path_of(query),
                               answer(200, api::encode_inbox_page(page))});
    }
    void open(const api::InboxDetail& detail) {
        tell(app::RequestEnded{Asked::import, "7", answer(200, api::encode_inbox_detail(detail))});
    }

    api::SessionInfo session;
    Visit visit;
};

} // namespace

TEST_CASE("only staff has the imports in the menu, and nobody else has the page") {
    for (const float width : {390.0F, 1280.0F}) {
        Desk desk(width, "/orders");
        const MirrorNode* link = desk.visit.find(NodeKind::link, "Imports");
        REQUIRE(link != nullptr);
        CHECK(link->href == "/imports");
        for (const char* start : {"/imports", "/imports/7"}) {
            Desk other(width, start);
            other.session.is_staff = false;
            other.tell(app::SessionRead{other.session});
            CHECK(other.visit.find(NodeKind::link, "Imports") == nullptr);
            CHECK(other.visit.find(NodeKind::heading, "This page does not exist") != nullptr);
            CHECK(other.visit.outside.navigation.title() == "This page does not exist · Orderdeck");
        }
    }
}

TEST_CASE("the imports are told with their state, where they are from and how much is in them") {
    for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F, 1920.0F}) {
        Desk desk(width);
        CHECK(desk.visit.find(NodeKind::status, "Loading the imports") != nullptr);
        api::InboxPage page = app::test::page_of("7");
        page.messages[0].state = api::InboxState::waiting;
        page.messages[0].waits_for = {"account:acme", "parcel:1Z999"};
        desk.list(page);
        const MirrorNode* link = desk.visit.find(NodeKind::link, "orders.csv");
        REQUIRE(link != nullptr);
        CHECK(link->href == "/imports/7");
        CHECK(desk.visit.shows("Waiting"));
        CHECK(desk.visit.shows("waits for customer acme and 1 other"));
        CHECK(desk.visit.shows("12 orders"));
        CHECK(desk.visit.shows("90 records"));
        CHECK(desk.visit.find(NodeKind::button, "Show more") != nullptr);
        desk.visit.choose_language("zh-CN");
        CHECK(desk.visit.shows("等待客户 acme及另外 1 项"));
    }
}

TEST_CASE("a state is chosen by its chip, a feed from its menu, and the address says so") {
    Desk desk;
    desk.list(app::test::page_of("7"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Rejected 2"));
    CHECK(desk.visit.outside.navigation.current().query == "state=rejected");
    desk.list(app::test::page_of("7"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Feed: All feeds"));
    REQUIRE(desk.visit.window.activate(NodeKind::menu_item_radio, "erp_orders · 10"));
    CHECK(desk.visit.outside.navigation.current().query == "state=rejected&feed=erp_orders");
}

TEST_CASE("nothing to repair is good news, and a failure offers to try again") {
    Desk desk;
    api::InboxPage page = app::test::page_of("7");
    page.messages.clear();
    page.next.reset();
    desk.list(page);
    CHECK(desk.visit.shows("Nothing needs repair"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Show all imports"));
    CHECK(desk.visit.outside.navigation.current().query == "state=all");
    desk.tell(app::RequestEnded{Asked::imports, "/imports?state=all", {}});
    CHECK(desk.visit.shows("The imports could not be loaded"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Try again"));
    CHECK(desk.visit.find(NodeKind::status, "Loading the imports") != nullptr);
}

TEST_CASE("a message says what is wrong where, and what ends it") {
    for (const float width : {320.0F, 1280.0F}) {
        Desk desk(width, "/imports/7");
        CHECK(desk.visit.find(NodeKind::status, "Loading the import") != nullptr);
        desk.open(app::test::detail_of("7"));
        CHECK(desk.visit.find(NodeKind::heading, "orders.csv") != nullptr);
        CHECK(desk.visit.find(NodeKind::heading, "The word “Consignment” is not known") != nullptr);
        CHECK(desk.visit.shows("line 14 · field “Order type” · 3 times"));
        CHECK(desk.visit.shows("What it speaks of · 12 orders"));
        CHECK(desk.visit.shows("and 11 more orders"));
        CHECK(desk.visit.outside.navigation.title() == "orders.csv · Orderdeck");
        desk.visit.choose_language("zh-CN");
        CHECK(desk.visit.shows("第 14 行 · 字段“Order type” · 3 次"));
    }
}

TEST_CASE("a word is explained at its reason") {
    Desk desk(1280, "/imports/7");
    desk.open(app::test::detail_of("7"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Explain this word"));
    CHECK(desk.visit.find(NodeKind::button, "Save and read again")->has(platform::node_flag::disabled));
    REQUIRE(desk.visit.find(NodeKind::field, "“Consignment” means") != nullptr);
    desk.tell(app::MeaningChosen{"framework_contract"});
    CHECK(desk.visit.find(NodeKind::field, "“Consignment” means")->value == "framework contract");
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Save and read again"));
    CHECK(desk.visit.client.model.import_page.running == app::Repair::explain);
    CHECK(desk.visit.find(NodeKind::button, "Read again")->has(platform::node_flag::disabled));
}

TEST_CASE("withdrawing says what will happen, and a refusal is told in its place") {
    Desk desk(390, "/imports/7");
    desk.open(app::test::detail_of("7"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Withdraw"));
    CHECK(desk.visit.shows("What the file says about 12 orders is taken back"));
    CHECK(desk.visit.shows("which"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Keep it"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Read again"));
    desk.tell(app::RequestEnded{Asked::repair, "7", answer(409)});
    CHECK(desk.visit.shows("Not done: the import is in"));
}

TEST_CASE("the text of the file stands at its reason with its line numbers") {
    Desk desk(1280, "/imports/7");
    desk.open(app::test::detail_of("7"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Show the text"));
    CHECK(desk.visit.shows("Loading the text"));
    desk.tell(app::RequestEnded{
        Asked::excerpt, "31",
        answer(200, api::encode_inbox_excerpt({"", 13, 14, {"SO-1;standard", "SO-2;Consignment"}}))});
    CHECK(desk.visit.shows("14"));
    CHECK(desk.visit.shows("SO-2;Consignment"));
    CHECK(desk.visit.shows("is no kind"));
}

TEST_CASE("a file that does not fit says why in the reader's language") {
    for (const float width : {320.0F, 1280.0F}) {
        Desk desk(width, "/imports/7");
        api::InboxDetail detail;
        detail.message = app::test::message_of("7");
        detail.message.reason = "orders.csv:1: the mapping needs columns that the file lacks (invalid)";
        api::InboxFinding finding;
        finding.id = "31";
        finding.line = 1;
        finding.value = "Flow, Qty";
        finding.severity = api::FindingSeverity::error;
        finding.code = "missing_column";
        finding.message = "the mapping needs columns that the file lacks";
        detail.found = {finding};
        desk.open(detail);
        CHECK(desk.visit.find(NodeKind::heading, "Columns are missing: Flow, Qty") != nullptr);
        CHECK(desk.visit.shows("Does not fit"));
        CHECK_FALSE(desk.visit.shows("the mapping needs"));
        desk.visit.choose_language("zh-CN");
        CHECK(desk.visit.find(NodeKind::heading, "缺少以下列：Flow, Qty") != nullptr);
        CHECK(desk.visit.shows("不符"));
    }
}

TEST_CASE("a file that was rejected without findings shows the reason with its text") {
    Desk desk(390, "/imports/7");
    api::InboxDetail detail;
    detail.message = app::test::message_of("7");
    detail.message.reason = "orders.csv:1: the mapping needs columns that the file lacks (invalid)";
    desk.open(detail);
    CHECK_FALSE(desk.visit.shows("the mapping needs"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Show the text"));
    desk.tell(app::RequestEnded{Asked::excerpt, "",
                                answer(200, api::encode_inbox_excerpt({"", 1, 0, {"Name;Town", "A;B"}}))});
    CHECK(desk.visit.shows("Name;Town"));
    CHECK(desk.visit.shows("the mapping needs"));
    CHECK_FALSE(desk.visit.shows("The place is not known"));
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Ignore"));
    CHECK(desk.visit.find(NodeKind::field, "Why can it be ignored?") != nullptr);
    CHECK(desk.visit.find(NodeKind::button, "Read again") == nullptr);
    REQUIRE(desk.visit.window.activate(NodeKind::button, "Cancel"));
    CHECK(desk.visit.find(NodeKind::button, "Read again") != nullptr);
    CHECK(desk.visit.window.mirror().header().focus_id ==
          desk.visit.find(NodeKind::heading, "orders.csv")->record.id);
}

} // namespace orderdeck::client::screens
