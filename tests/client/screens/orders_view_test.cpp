#include "client/screens/frame/frame_view.h"
#include "client/screens/orders/order_row_view.h"
#include "client/screens/orders/orders_view.h"
#include "tests/client/screens/sample_orders.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::client::screens {
namespace {

using test::context_in;

replica::OrderListRow row_of(const test::SampleOrder& order) {
    return {order.records.order, domain::summarise(order.records), order.items.front()};
}

app::Model listed(std::vector<domain::OrderId> orders, const app::OrdersQuery& query = {}) {
    app::Model model;
    model.route = app::OrdersRoute{query};
    model.orders.query = query;
    replica::OrderFigures figures;
    figures.orders = 10214;
    figures.companies = 3;
    figures.open = 42;
    figures.late = 2;
    figures.at_risk = 3;
    figures.open_value = {{341'820'000, *domain::Currency::parse("CNY")}};
    figures.arriving = 7;
    figures.next_arrival_on = test::date("2026-11-24");
    model.orders.listing = app::OrderListing{query, std::move(orders), figures};
    return model;
}

} // namespace

TEST_CASE("a row says what it is, where it stands, when it comes and what it costs") {
    const OrderRowView row = order_row_view(context_in("en"), row_of(test::partly_shipped(4718)));
    CHECK(row.number == "SO-2026-004718");
    CHECK(row.href == "/orders/4718");
    CHECK(row.items == "Servo drive SD-700, 4 more");
    CHECK(row.place == "Suzhou plant 2");
    CHECK(row.status == "3 of 5 lines shipped");
    CHECK(row.promised == "12 Dec");
    CHECK(row.promised_note == "moved twice");
    CHECK(row.pill == PillView{"+6 days", words::Tone::warn});
    CHECK(row.total == "¥ 482,900.00");
    CHECK(row.fills[0] == 1.0F);
    CHECK(row.fills[5] == 0.0F);
}

TEST_CASE("a card in Chinese says the same") {
    const OrderRowView row = order_row_view(context_in("zh-CN"), row_of(test::partly_shipped(4718)));
    CHECK(row.items == "伺服驱动器 SD-700 等 5 项");
    CHECK(row.status == "5 行中已发 3 行");
    CHECK(row.promised_words == "承诺 12月12日");
    CHECK(row.promised_note == "改期两次");
    CHECK(row.total == "¥482,900.00");
    CHECK(order_row_view(context_in("zh-CN"), row_of(test::overdue(2))).pill ==
          PillView{"晚 2 天", words::Tone::bad});
    CHECK(order_row_view(context_in("zh-CN"), row_of(test::on_hold(3))).promised_words ==
          "承诺 2027年1月18日");
}

TEST_CASE("a delivered order says when, and does not ask for attention") {
    const OrderRowView row = order_row_view(context_in("en"), row_of(test::delivered(9)));
    CHECK(row.pill == PillView{"on time", words::Tone::ok});
    CHECK(row.promised_note == "delivered 5 Nov");
    CHECK(row.items == "Cable set CS-12 ×200");
}

TEST_CASE("a found row says where the search text stands, the least visible place first") {
    const domain::OrderId order(9);
    const replica::SearchMatch matches[] = {{order, replica::SearchField::order_number, "SO-2026-000009"},
                                            {order, replica::SearchField::tracking_number, "142033908876"},
                                            {domain::OrderId(8), replica::SearchField::item_name, "other"}};
    CHECK(order_row_view(context_in("en"), row_of(test::delivered(9)), matches).match ==
          "matches tracking no. 142033908876");
    CHECK(order_row_view(context_in("zh-CN"), row_of(test::delivered(9)), matches).match ==
          "运单号 142033908876 相符");
    CHECK(order_row_view(context_in("en"), row_of(test::delivered(7)), matches).match.empty());
}

TEST_CASE("the figures above the list are its filters and say what they count") {
    app::OrdersQuery query;
    query.filter = app::ListFilter::late;
    const OrdersView view = orders_view(context_in("en"), listed({domain::OrderId(1)}, query));
    CHECK(view.count == "10,214 in 3 companies");
    REQUIRE(view.figures.size() == 4);
    CHECK(view.figures[0].value == "42");
    CHECK(view.figures[0].note == "¥ 3,418,200.00 to come");
    CHECK(view.figures[1].value == "5");
    CHECK(view.figures[1].note == "2 late, 3 at risk");
    CHECK(view.figures[1].pressed);
    CHECK(view.figures[2].note == "next: Tue 24 Nov");
    CHECK(view.shown == "1 of 10,214");
    REQUIRE(view.restrictions.size() == 1);
    CHECK(view.restrictions[0].label == "Late or at risk");
    CHECK(filter_words(context_in("zh-CN"), query) == "延误或有风险");
}

TEST_CASE("sums of several currencies are not made") {
    app::Model model = listed({domain::OrderId(1)});
    model.orders.listing->figures.open_value.push_back({5, *domain::Currency::parse("USD")});
    CHECK(test::with_plain_blanks(orders_view(context_in("en"), model).figures[0].note) ==
          "¥ 3,418,200.00 · $ 0.05 to come");
    model.orders.listing->figures.open_value.push_back({5, *domain::Currency::parse("EUR")});
    CHECK(orders_view(context_in("en"), model).figures[0].note == "in 3 currencies");
}

TEST_CASE("an empty list says why it is empty and leads out") {
    app::Model model;
    CHECK(orders_view(context_in("en"), model).state == ListState::loading);
    CHECK(orders_view(context_in("en"), listed({})).state == ListState::no_orders);
    CHECK(orders_view(context_in("en"), listed({})).empty.way_out.empty());
    app::OrdersQuery query;
    query.search = "gear";
    const OrdersView view = orders_view(context_in("en"), listed({}, query));
    CHECK(view.state == ListState::nothing_found);
    CHECK(view.empty.title == "Nothing found for “gear”");
    CHECK(view.empty.way_out == "Clear search");
}

TEST_CASE("filters that no order can meet together are named both") {
    app::OrdersQuery query;
    query.filter = app::ListFilter::late;
    query.step = domain::Step::delivered;
    CHECK(orders_view(context_in("en"), listed({}, query)).empty.title ==
          "No order is both “Late or at risk” and in the stage “Delivered”");
    CHECK(orders_view(context_in("zh-CN"), listed({}, query)).empty.way_out == "显示全部订单");
}

TEST_CASE("as long as only the newest hits are known, no number claims to be the whole") {
    app::OrdersQuery query;
    query.search = "pump";
    app::Model model = listed(std::vector<domain::OrderId>(50, domain::OrderId(1)), query);
    model.orders.listing->extent = replica::SearchExtent::newest;
    CHECK(orders_view(context_in("en"), model).shown == "50+ of 10,214");
    model.orders.listing->extent = replica::SearchExtent::all;
    CHECK(orders_view(context_in("en"), model).shown == "50 of 10,214");
}

TEST_CASE("a copy that cannot be read is neither loading nor empty") {
    app::Model model = listed({});
    model.orders.listing.reset();
    model.is_replica_unreadable = true;
    CHECK(orders_view(context_in("en"), model).state == ListState::unreadable);
    const auto banner = frame_view(context_in("zh-CN"), model).banner;
    REQUIRE(banner);
    CHECK(banner->way_out == "重新加载");
    CHECK(std::holds_alternative<app::CopyAgainPressed>(banner->action));
}

TEST_CASE("the menus offer every stage and every order, and mark the chosen one") {
    app::OrdersQuery query;
    query.step = domain::Step::shipped;
    query.sort = app::ListSort::total;
    const auto steps = step_menu_view(context_in("en"), query);
    CHECK(steps.size() == 8);
    CHECK(steps[5].checked == ui::Tri::on);
    CHECK(steps[1].checked == ui::Tri::off);
    const auto sorts = sort_menu_view(context_in("zh-CN"), query);
    CHECK(sorts.size() == 6);
    CHECK(sorts[4].label == "金额");
    CHECK(sorts[4].checked == ui::Tri::on);
}

TEST_CASE("the frame tells how fresh the data is and what is wrong with the connection") {
    app::Model model = listed({domain::OrderId(1)});
    model.clock = context_in("en").clock;
    model.sync.has_replica = true;
    model.sync.as_of = test::at("2026-11-22T01:48:00Z");
    model.sync.phase = sync::SyncPhase::up_to_date;
    CHECK(frame_view(context_in("en"), model).sync.label == "Up to date");
    CHECK_FALSE(frame_view(context_in("en"), model).banner);
    model.sync.phase = sync::SyncPhase::offline;
    REQUIRE(frame_view(context_in("en"), model).banner);
    CHECK(frame_view(context_in("en"), model).banner->text ==
          "You are offline. You see the orders as of today 09:48.");
    CHECK(frame_view(context_in("zh-CN"), model).banner->text == "当前离线，显示的是截至今天 09:48的订单。");
    model.sync.phase = sync::SyncPhase::unreachable;
    CHECK(frame_view(context_in("en"), model).banner->way_out == "Try again");
    model.sync = {};
    model.sync.phase = sync::SyncPhase::unreachable;
    CHECK(frame_view(context_in("en"), model).banner->tone == ui::Tone::bad);
}

TEST_CASE("the document's title names the order, and the avatar the person") {
    app::Model model = listed({domain::OrderId(1)});
    CHECK(frame_view(context_in("en"), model).title == "Orders · Orderdeck");
    model.route = app::OrderRoute{domain::OrderId(4718)};
    model.order_page.details = test::details_of(test::partly_shipped(4718));
    CHECK(frame_view(context_in("en"), model).title == "SO-2026-004718 · Orderdeck");
    model.session.emplace();
    model.session->email = "li@example.com";
    CHECK(frame_view(context_in("en"), model).account.initials == "L");
    model.session->user_name = "李明";
    CHECK(frame_view(context_in("en"), model).account.initials == "李");
    CHECK(frame_view(context_in("en"), model).account.email == "li@example.com");
}

TEST_CASE("the language is the person's choice, then the account's, then the browser's") {
    app::Model model;
    model.browser_languages = {"zh-TW", "en"};
    CHECK(language_of(model).tag() == "zh-CN");
    model.session.emplace();
    model.session->language = "en";
    CHECK(language_of(model).tag() == "en");
    model.preferences.language = "zh-CN";
    CHECK(language_of(model).tag() == "zh-CN");
}

} // namespace orderdeck::client::screens
