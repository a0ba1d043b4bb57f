#include "tests/client/app/imports_samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::app {

using namespace test;

TEST_CASE("addresses of the imports carry what is listed") {
    CHECK(parse_route("/imports", "") == Route(ImportsRoute{}));
    CHECK(parse_route("/imports", "state=rejected&feed=erp%20a") ==
          Route(ImportsRoute{{"rejected", "erp a"}}));
    CHECK(parse_route("/imports", "state=lost&more=1") == Route(ImportsRoute{}));
    CHECK(parse_route("/imports/7", "") == Route(ImportRoute{"7"}));
    CHECK(parse_route("/imports/x", "") == Route(UnknownRoute{}));
    for (const ImportsQuery& query : {ImportsQuery{}, ImportsQuery{"all", ""},
                                      ImportsQuery{"waiting", "erp a"}, ImportsQuery{"attention", "b&c"}}) {
        const std::string path = path_of(Route(ImportsRoute{query}));
        const std::size_t mark = std::min(path.find('?'), path.size());
        const std::string terms = mark < path.size() ? path.substr(mark + 1) : std::string();
        CHECK(parse_route(path.substr(0, mark), terms) == Route(ImportsRoute{query}));
    }
    CHECK(path_of(Route(ImportRoute{"7"})) == "/imports/7");
}

TEST_CASE("the imports are asked for once it is known that a person is of the staff") {
    Model model;
    CHECK(find_effect<SendRequest>(update(model, RouteEntered{ImportsRoute{}})) == nullptr);
    CHECK(model.imports.reading == Reading::running);
    const Effects effects = update(model, SessionRead{staff_session()});
    const auto* sent = find_effect<SendRequest>(effects);
    REQUIRE(sent != nullptr);
    CHECK(sent->request.path == "/api/v1/inbox?limit=30&state=attention");
    CHECK(find_effect<SendRequest>(update(model, SessionRead{staff_session()})) == nullptr);
    Model customer;
    update(customer, RouteEntered{ImportsRoute{}});
    api::SessionInfo session = staff_session();
    session.is_staff = false;
    CHECK(find_effect<SendRequest>(update(customer, SessionRead{session})) == nullptr);
}

TEST_CASE("a page follows a page, and another filter begins anew") {
    Model model = listed();
    CHECK(model.imports.page.messages.size() == 1);
    const Effects more = update(model, MoreImportsWanted{});
    const auto* sent = find_effect<SendRequest>(more);
    REQUIRE(sent != nullptr);
    CHECK(sent->request.path.ends_with("&cursor=7"));
    CHECK(update(model, MoreImportsWanted{}).empty());
    api::InboxPage second = page_of("6");
    second.next.reset();
    update(model, ended(*sent, answer(200, api::encode_inbox_page(second))));
    REQUIRE(model.imports.page.messages.size() == 2);
    CHECK(model.imports.page.messages[1].id == "6");
    CHECK(update(model, MoreImportsWanted{}).empty());
    const Effects other = update(model, RouteEntered{ImportsRoute{{"rejected", ""}}});
    CHECK(model.imports.page.messages.empty());
    CHECK(model.imports.reading == Reading::running);
    // The answer to the list before comes too late.
    update(model, ended(*sent, answer(200, api::encode_inbox_page(page_of("5")))));
    CHECK(model.imports.reading == Reading::running);
    CHECK(find_effect<SendRequest>(other)->request.path == "/api/v1/inbox?limit=30&state=rejected");
}

TEST_CASE("a list that cannot be read anew stays, one that never was there has failed") {
    Model model = listed();
    const Effects again = update(model, ReadImportsAgainPressed{});
    update(model, ended(*find_effect<SendRequest>(again), no_answer()));
    CHECK(model.imports.reading == Reading::done);
    const Effects other = update(model, RouteEntered{ImportsRoute{{"rejected", ""}}});
    update(model, ended(*find_effect<SendRequest>(other), no_answer()));
    CHECK(model.imports.reading == Reading::failed);
    // Whoever is no staff any more gets the answer of an address that does not exist.
    const Effects refused = update(model, ended(*find_effect<SendRequest>(other), answer(404)));
    CHECK(find_effect<ReadSession>(refused) != nullptr);
}

TEST_CASE("staff without any order begins at the imports, and only at the beginning") {
    for (const std::int64_t orders : {0, 3}) {
        Model model;
        update(model, RouteEntered{OrdersRoute{}});
        update(model, SessionRead{staff_session()});
        OrderListing listing;
        listing.figures.orders = orders;
        const Effects effects = update(model, OrdersListed{listing});
        const auto* replaced = find_effect<ReplaceRoute>(effects);
        REQUIRE((replaced != nullptr) == (orders == 0));
        if (replaced == nullptr) continue;
        CHECK(replaced->path == "/imports");
        update(model, RouteEntered{ImportsRoute{}});
        update(model, RouteEntered{OrdersRoute{}});
        CHECK(find_effect<ReplaceRoute>(update(model, OrdersListed{listing})) == nullptr);
    }
}

} // namespace orderdeck::client::app
