#include "tests/client/app/started_runtime.h"

#include <algorithm>

namespace orderdeck::client::app {

using namespace test;

TEST_CASE("at the start the address, the choices of this device and the session are read") {
    Started page("/orders/17?x=1");
    CHECK(page.runtime->model().route == Route(OrderRoute{domain::OrderId(17)}));
    CHECK(page.runtime->model().preferences.theme == Theme::dark);
    CHECK(page.runtime->model().preferences.language == "zh-CN");
    CHECK_FALSE(page.runtime->model().session);
    REQUIRE(page.outside.http.answer(api::kSessionPath, 200, session_text()));
    page.runtime->react();
    REQUIRE(page.runtime->model().session);
    CHECK(page.runtime->model().session->user_name == "Purchasing");
}

TEST_CASE("the first copy fills the list and answers the order that was asked for") {
    Started page("/orders/17");
    CHECK(page.runtime->database() == nullptr);
    CHECK_FALSE(page.runtime->model().orders.listing);
    CHECK_FALSE(page.runtime->model().order_page.looked_up);
    page.boot();
    CHECK(page.runtime->model().sync.phase == sync::SyncPhase::up_to_date);
    REQUIRE(page.runtime->model().orders.listing);
    CHECK(page.runtime->model().orders.listing->orders == std::vector{domain::OrderId(17)});
    CHECK(page.runtime->model().orders.listing->figures.orders == 1);
    CHECK(page.runtime->model().order_page.looked_up);
    REQUIRE(page.runtime->model().order_page.details);
    CHECK(page.runtime->model().order_page.details->records.order.number == "SO-17");
}

TEST_CASE("an unknown order is looked up and not found") {
    Started page("/orders/18");
    page.boot();
    CHECK(page.runtime->model().order_page.looked_up);
    CHECK_FALSE(page.runtime->model().order_page.details);
}

TEST_CASE("what is typed is searched at once and stands in the address") {
    Started page;
    page.boot();
    page.runtime->dispatch(SearchTyped{"SO-1"});
    CHECK(page.outside.navigation.current().query == "q=SO-1");
    CHECK(page.runtime->model().orders.listing->orders.size() == 1);
    page.runtime->dispatch(SearchTyped{"SO-99"});
    CHECK(page.runtime->model().orders.listing->orders.empty());
    CHECK(page.runtime->model().orders.listing->figures.orders == 1);
}

TEST_CASE("a search shows the newest hits at once and all of them when the typing pauses") {
    Started page;
    page.boot(216);
    page.outside.scheduler.clear_timer();
    page.runtime->dispatch(SearchTyped{"SO"});
    CHECK(page.listing().orders.size() == replica::kNewestHits);
    CHECK(page.listing().extent == replica::SearchExtent::newest);
    REQUIRE(page.outside.scheduler.timer());
    CHECK(*page.outside.scheduler.timer() <= 100);
    page.outside.scheduler.take_requests();
    page.wait(100);
    CHECK(page.listing().orders.size() == 200);
    CHECK(page.listing().extent == replica::SearchExtent::all);
    CHECK(page.outside.scheduler.take_requests() == 1);
}

TEST_CASE("the whole answer to an older letter is dropped") {
    Started page;
    page.boot(216);
    page.runtime->dispatch(SearchTyped{"S"});
    page.wait(60);
    page.runtime->dispatch(SearchTyped{"SO"});
    page.outside.scheduler.clear_timer();
    page.wait(60); // the timer of the first letter
    CHECK(page.listing().query.search == "SO");
    CHECK(page.listing().extent == replica::SearchExtent::newest);
    CHECK(page.outside.scheduler.timer() == 40);
    page.runtime->dispatch(SearchTyped{"SO-21"});
    CHECK(page.listing().orders.size() == 8);
    CHECK(page.listing().extent == replica::SearchExtent::all);
    page.wait(200);
    CHECK(page.listing().query.search == "SO-21");
    CHECK(page.listing().orders.size() == 8);
}

TEST_CASE("a list that is only refreshed does not shrink to its newest hits") {
    Started page;
    page.boot(216);
    page.runtime->dispatch(SearchTyped{"SO"});
    page.wait(100);
    page.wait(3'600'000); // with the hour passes what is late
    CHECK(page.listing().orders.size() == 200);
    CHECK(page.listing().extent == replica::SearchExtent::all);
}

TEST_CASE("a damaged copy is reported instead of an empty list, thrown away and loaded again") {
    Started page;
    page.boot();
    REQUIRE(page.runtime->database()->exec("DROP TABLE order_summary"));
    page.runtime->dispatch(SearchTyped{"SO"});
    CHECK(page.runtime->model().is_replica_unreadable);
    CHECK_FALSE(page.runtime->model().orders.listing);
    page.runtime->dispatch(CopyAgainPressed{});
    CHECK(page.runtime->database() == nullptr);
    CHECK(page.outside.navigation.left_to() == "/orders?q=SO");
}

TEST_CASE("Back in the browser leads to what the address says") {
    Started page;
    page.boot();
    page.runtime->dispatch(FilterToggled{ListFilter::complete});
    page.outside.navigation.back();
    page.receive(InputKind::route_changed);
    CHECK_FALSE(page.runtime->model().orders.query.filter);
}

TEST_CASE("choices are kept on the device, title and language go to the document") {
    Started page;
    page.runtime->dispatch(ThemeChosen{Theme::light});
    CHECK(page.outside.settings.find("theme") == "light");
    page.runtime->dispatch(PageShown{"Orders", "en"});
    CHECK(page.outside.navigation.title() == "Orders");
    CHECK(page.outside.navigation.language() == "en");
}

TEST_CASE("logging out forgets the copy and posts the proof") {
    Started page;
    page.boot();
    REQUIRE(page.outside.http.answer(api::kSessionPath, 200, session_text()));
    page.runtime->react();
    page.runtime->dispatch(LogOutChosen{});
    CHECK(page.runtime->database() == nullptr);
    CHECK(page.outside.navigation.left_to() == "/logout csrf=proof");
}

TEST_CASE("a session that ended leads to the log-in page") {
    Started page;
    REQUIRE(page.outside.http.answer(api::kBootPath, 401, ""));
    page.runtime->react();
    CHECK(page.outside.navigation.left_to().starts_with("/login"));
}

TEST_CASE("a session that cannot be read is asked for again, but not at once") {
    Started page;
    page.boot();
    REQUIRE(page.outside.http.answer(api::kSessionPath, 500, ""));
    page.runtime->react();
    CHECK_FALSE(page.outside.http.answer(api::kSessionPath, 200, session_text()));
    page.outside.clock.set(*base::Timestamp::parse(kNow) + base::Duration::seconds(40));
    page.runtime->react();
    CHECK(page.outside.http.answer(api::kSessionPath, 200, session_text()));
}

TEST_CASE("an answer without news draws nothing") {
    Started page;
    page.boot();
    page.outside.clock.set(*base::Timestamp::parse(kNow) + base::Duration::seconds(60));
    page.runtime->react();
    page.outside.scheduler.take_requests();
    REQUIRE(page.outside.http.answer(api::kPullPath, 304, ""));
    page.runtime->react();
    CHECK(page.outside.scheduler.take_requests() == 0);
}

TEST_CASE("the page is drawn again each minute, for ages are told in minutes") {
    Started page;
    page.boot();
    REQUIRE(page.outside.scheduler.timer());
    CHECK(*page.outside.scheduler.timer() <= 60'000);
}

TEST_CASE("on the settings page requests find their answers, and a zone changes the clock") {
    Started page("/settings");
    CHECK(page.runtime->model().own_settings.form.reading == Reading::running);
    api::OwnSettingsInfo info;
    info.settings.name = "Lin Fang";
    REQUIRE(page.outside.http.answer(api::kOwnSettingsPath, 200, api::encode_own_settings_info(info)));
    page.runtime->react();
    CHECK(page.runtime->model().own_settings.form.draft.name == "Lin Fang");
    CHECK(page.outside.scheduler.take_requests() > 0);
    api::SessionInfo session = *api::decode_session(session_text());
    session.time_zone = "Asia/Shanghai";
    page.runtime->dispatch(SessionRead{session});
    CHECK(page.runtime->model().clock.offset_at(page.outside.clock.now()) == base::Duration::minutes(480));
    CHECK(page.outside.settings.find("time_zone") == "Asia/Shanghai");
    page.runtime->dispatch(ZonesWanted{"en", "longGeneric"});
    CHECK(page.runtime->model().own_settings.zones.size() > 2);
}

TEST_CASE("a toast goes by itself") {
    Started page("/settings");
    page.boot();
    page.runtime->dispatch(RequestEnded{
        Asked::end_other_sessions, {}, {.outcome = platform::HttpOutcome::answered, .status = 204}});
    REQUIRE(page.runtime->model().toast);
    page.wait(9'000);
    CHECK(page.runtime->model().toast);
    page.wait(1'000);
    CHECK_FALSE(page.runtime->model().toast);
}

} // namespace orderdeck::client::app
