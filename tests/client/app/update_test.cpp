#include "client/app/update.h"

#include <catch2/catch_test_macros.hpp>

#include <type_traits>

namespace orderdeck::client::app {
namespace {

template <typename Wanted>
const Wanted* find_effect(const Effects& effects) {
    for (const Effect& effect : effects)
        if (const auto* found = std::get_if<Wanted>(&effect)) return found;
    return nullptr;
}

/// A model whose list has been read.
Model listed() {
    Model model;
    update(model, RouteEntered{OrdersRoute{}});
    update(model,
           OrdersListed{{.query = {}, .orders = {domain::OrderId(1), domain::OrderId(2)}, .figures = {}}});
    return model;
}

sync::SyncStatus status(sync::SyncPhase phase) {
    sync::SyncStatus value;
    value.phase = phase;
    return value;
}

} // namespace

TEST_CASE("typing lists anew with each letter and leaves one step in the history") {
    Model model = listed();
    const Effects first = update(model, SearchTyped{"p"});
    REQUIRE(find_effect<ListOrders>(first) != nullptr);
    CHECK(find_effect<ListOrders>(first)->query.search == "p");
    REQUIRE(find_effect<ReplaceRoute>(first) != nullptr);
    CHECK(find_effect<ReplaceRoute>(first)->path == "/orders?q=p");
    CHECK(find_effect<PushRoute>(first) == nullptr);
    const std::uint32_t version = model.orders.search_version;
    update(model, SearchTyped{"pu"});
    CHECK(model.orders.search_version == version);
}

TEST_CASE("typing on an order page leads to the list and keeps the page in the history") {
    Model model = listed();
    update(model, RouteEntered{OrderRoute{domain::OrderId(2)}});
    const Effects effects = update(model, SearchTyped{"p"});
    CHECK(find_effect<PushRoute>(effects) != nullptr);
    CHECK(std::holds_alternative<OrdersRoute>(model.route));
}

TEST_CASE("a figure filters by itself and takes its filter away again") {
    Model model = listed();
    const Effects on = update(model, FilterToggled{ListFilter::late});
    CHECK(model.orders.query.filter == ListFilter::late);
    REQUIRE(find_effect<PushRoute>(on) != nullptr);
    CHECK(find_effect<PushRoute>(on)->path == "/orders?filter=late");
    update(model, FilterToggled{ListFilter::open});
    CHECK(model.orders.query.filter == ListFilter::open);
    update(model, FilterToggled{ListFilter::open});
    CHECK_FALSE(model.orders.query.filter);
}

TEST_CASE("choosing what is chosen already does nothing but close the menu") {
    Model model = listed();
    update(model, MenuOpened{Menu::sort});
    CHECK(update(model, SortChosen{ListSort::attention}).empty());
    CHECK(model.menu == Menu::none);
}

TEST_CASE("clearing takes search, filter and stage away, and empties the field") {
    Model model = listed();
    update(model, SearchTyped{"pump"});
    update(model, FilterToggled{ListFilter::late});
    update(model, StepChosen{domain::Step::shipped});
    update(model, SortChosen{ListSort::number});
    const std::uint32_t version = model.orders.search_version;
    update(model, RestrictionsCleared{});
    CHECK_FALSE(model.orders.query.is_restricted());
    CHECK(model.orders.query.sort == ListSort::number);
    CHECK(model.orders.search_version > version);
}

TEST_CASE("an answer to an older question is not shown") {
    Model model = listed();
    update(model, SearchTyped{"p"});
    update(model, SearchTyped{"pu"});
    OrdersQuery old;
    old.search = "p";
    update(model, OrdersListed{{.query = old, .orders = {}, .figures = {}}});
    CHECK(model.orders.listing->orders.size() == 2);
}

TEST_CASE("entering an order reads it, and its answer counts only for it") {
    Model model = listed();
    const Effects effects = update(model, RouteEntered{OrderRoute{domain::OrderId(2)}});
    REQUIRE(find_effect<ReadOrder>(effects) != nullptr);
    CHECK(find_effect<ReadOrder>(effects)->order == domain::OrderId(2));
    CHECK_FALSE(model.order_page.looked_up);
    update(model, OrderRead{domain::OrderId(1), domain::OrderDetails{}});
    CHECK_FALSE(model.order_page.looked_up);
    update(model, OrderRead{domain::OrderId(2), std::nullopt});
    CHECK(model.order_page.looked_up);
    CHECK_FALSE(model.order_page.details);
}

TEST_CASE("why closes when another order is entered") {
    Model model = listed();
    update(model, RouteEntered{OrderRoute{domain::OrderId(2)}});
    update(model, WhyToggled{});
    CHECK(model.order_page.why == Disclosure::open);
    update(model, RouteEntered{OrderRoute{domain::OrderId(1)}});
    CHECK(model.order_page.why == Disclosure::closed);
}

TEST_CASE("open reasons are told in the address, without a step in the history") {
    Model model = listed();
    update(model, RouteEntered{OrderRoute{domain::OrderId(2)}});
    const Effects opened = update(model, WhyToggled{});
    REQUIRE(find_effect<ReplaceRoute>(opened) != nullptr);
    CHECK(find_effect<ReplaceRoute>(opened)->path == "/orders/2?why=1");
    const std::uint32_t version = model.page_version;
    CHECK(update(model, RouteEntered{OrderRoute{domain::OrderId(2), Disclosure::open}}).empty());
    CHECK(model.page_version == version);
    CHECK(find_effect<ReplaceRoute>(update(model, WhyToggled{}))->path == "/orders/2");

    Model sent;
    update(sent, RouteEntered{OrderRoute{domain::OrderId(2), Disclosure::open}});
    CHECK(sent.order_page.why == Disclosure::open);
}

TEST_CASE("find in page on the list is told once what it cannot find") {
    Model model = listed();
    const Effects first = update(model, FindPressed{});
    CHECK(model.is_find_hint_open);
    REQUIRE(find_effect<StoreSetting>(first) != nullptr);
    CHECK(find_effect<StoreSetting>(first)->key == kFindHintKey);
    update(model, FindHintClosed{});
    CHECK_FALSE(model.is_find_hint_open);
    CHECK(update(model, FindPressed{}).empty());
    CHECK_FALSE(model.is_find_hint_open);

    Model order = listed();
    update(order, RouteEntered{OrderRoute{domain::OrderId(2)}});
    update(order, FindPressed{});
    CHECK_FALSE(order.is_find_hint_open);
    CHECK_FALSE(order.preferences.knows_find_hint);

    Model left = listed();
    update(left, FindPressed{});
    update(left, RouteEntered{OrderRoute{domain::OrderId(2)}});
    CHECK_FALSE(left.is_find_hint_open);
}

TEST_CASE("back goes through the history only when the list is behind") {
    Model from_list = listed();
    update(from_list, RouteEntered{OrderRoute{domain::OrderId(2)}});
    CHECK(find_effect<GoBack>(update(from_list, BackToListPressed{})) != nullptr);

    Model from_outside;
    update(from_outside, RouteEntered{OrderRoute{domain::OrderId(2)}});
    const Effects effects = update(from_outside, BackToListPressed{});
    CHECK(find_effect<GoBack>(effects) == nullptr);
    REQUIRE(find_effect<PushRoute>(effects) != nullptr);
    CHECK(find_effect<PushRoute>(effects)->path == "/orders");
}

TEST_CASE("our own push comes back as an entry that changes nothing") {
    Model model = listed();
    update(model, FilterToggled{ListFilter::late});
    const std::uint32_t page = model.page_version;
    OrdersQuery query;
    query.filter = ListFilter::late;
    CHECK(update(model, RouteEntered{OrdersRoute{query}}).empty());
    CHECK(model.page_version == page);
}

TEST_CASE("going back to another search sets the text of the field") {
    Model model = listed();
    update(model, SearchTyped{"pump"});
    const std::uint32_t version = model.orders.search_version;
    const Effects effects = update(model, RouteEntered{OrdersRoute{}});
    CHECK(model.orders.query.search.empty());
    CHECK(model.orders.search_version > version);
    CHECK(find_effect<ListOrders>(effects) != nullptr);
}

TEST_CASE("new rows are listed, and the order that is shown is read again") {
    Model model = listed();
    update(model, RouteEntered{OrderRoute{domain::OrderId(2)}});
    const Effects effects = update(model, SyncReported{status(sync::SyncPhase::up_to_date), 7});
    CHECK(find_effect<ListOrders>(effects) != nullptr);
    CHECK(find_effect<ReadOrder>(effects) != nullptr);
    CHECK(update(model, SyncReported{status(sync::SyncPhase::updating), 7}).empty());
}

TEST_CASE("a routine question to the server is not told, one after trouble is") {
    Model model = listed();
    update(model, SyncReported{status(sync::SyncPhase::up_to_date), 0});
    update(model, SyncReported{status(sync::SyncPhase::updating), 0});
    CHECK(model.sync.phase == sync::SyncPhase::up_to_date);
    update(model, SyncReported{status(sync::SyncPhase::unreachable), 0});
    update(model, SyncReported{status(sync::SyncPhase::updating), 0});
    CHECK(model.sync.phase == sync::SyncPhase::updating);
}

TEST_CASE("the end of the session leads to the log-in page once") {
    Model model = listed();
    const Effects effects = update(model, SyncReported{status(sync::SyncPhase::logged_out), 7});
    REQUIRE(find_effect<Leave>(effects) != nullptr);
    CHECK(find_effect<Leave>(effects)->path == "/login?next=%2Forders");
    CHECK(find_effect<Leave>(update(model, SyncReported{status(sync::SyncPhase::logged_out), 7})) == nullptr);
}

TEST_CASE("preferences are kept on the device, each when it changes") {
    Model model;
    const Effects theme = update(model, ThemeChosen{Theme::dark});
    REQUIRE(theme.size() == 1);
    CHECK(std::get<StoreSetting>(theme[0]).value == "dark");
    CHECK(std::get<StoreSetting>(update(model, TextScaleChosen{TextScale::largest})[0]).value == "largest");
    CHECK(update(model, TextScaleChosen{TextScale::largest}).empty());
    CHECK(model.preferences == Preferences{"", Theme::dark, TextScale::largest});
}

TEST_CASE("title and language of the document are told only when they change") {
    Model model;
    CHECK(update(model, PageShown{"Orders", "en"}).size() == 2);
    CHECK(update(model, PageShown{"Orders", "en"}).empty());
    CHECK(update(model, PageShown{"Orders", "zh-CN"}).size() == 1);
}

TEST_CASE("what is late is found out anew each hour") {
    Model model = listed();
    const auto at = [](int minute) {
        return base::Timestamp::from_seconds(1'000'000 * 3600LL + minute * 60);
    };
    update(model, ClockRead{at(0)});
    CHECK(update(model, ClockRead{at(59)}).empty());
    CHECK(find_effect<ListOrders>(update(model, ClockRead{at(60)})) != nullptr);
}

TEST_CASE("logging out sends the proof of the session") {
    Model model;
    api::SessionInfo session;
    session.csrf_token = "secret";
    update(model, SessionRead{session});
    const Effects effects = update(model, LogOutChosen{});
    REQUIRE(find_effect<LogOut>(effects) != nullptr);
    CHECK(find_effect<LogOut>(effects)->csrf_token == "secret");
}

TEST_CASE("logging out before the session is known keeps the copy and asks for it") {
    Model model;
    const Effects effects = update(model, LogOutChosen{});
    CHECK(find_effect<LogOut>(effects) == nullptr);
    CHECK(find_effect<SyncNow>(effects) != nullptr);
}

TEST_CASE("the viewer's day follows the transitions of the zone") {
    base::ViewerClock clock;
    const base::Timestamp at = base::Timestamp::from_seconds(1'000'000);
    CHECK(clock.offset_at(at) == base::Duration{});
    clock.transitions = {{.at_ms = 0, .offset_minutes = 60}, {.at_ms = 500'000'000, .offset_minutes = 120}};
    CHECK(clock.offset_at(base::Timestamp::from_seconds(499'999)) == base::Duration::minutes(60));
    CHECK(clock.offset_at(at) == base::Duration::minutes(120));
    CHECK(clock.offset_at(base::Timestamp::from_seconds(-5)) == base::Duration::minutes(60));
}

TEST_CASE("what is unknown in the address is said until it is dismissed or something else is asked") {
    Model model = listed();
    const OrdersRoute entered{.query = {}, .unknown_terms = {"filter=xyz"}};
    update(model, RouteEntered{entered});
    CHECK(model.orders.unknown_terms == std::vector<std::string>{"filter=xyz"});
    update(model, NoteDismissed{});
    CHECK(model.orders.unknown_terms.empty());
    update(model, RouteEntered{entered});
    update(model, FilterToggled{ListFilter::late});
    CHECK(model.orders.unknown_terms.empty());
}

TEST_CASE("a replica that cannot be read is no empty list, and is copied again on demand") {
    Model model = listed();
    update(model, ReplicaUnreadable{});
    CHECK(model.is_replica_unreadable);
    CHECK_FALSE(model.orders.listing);
    const Effects effects = update(model, CopyAgainPressed{});
    REQUIRE(find_effect<CopyAgain>(effects) != nullptr);
    CHECK(find_effect<CopyAgain>(effects)->path == "/orders");
    update(model, OrdersListed{{.query = {}, .orders = {domain::OrderId(1)}, .figures = {}}});
    CHECK_FALSE(model.is_replica_unreadable);
}

} // namespace orderdeck::client::app
