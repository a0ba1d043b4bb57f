#include "client/app/route.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::client::app {
namespace {

OrdersQuery full_query() {
    OrdersQuery query;
    query.search = "泵 50% & more+";
    query.filter = ListFilter::late;
    query.step = domain::Step::production;
    query.sort = ListSort::total;
    return query;
}

} // namespace

TEST_CASE("the address of a list leads back to the same list") {
    CHECK(decode_query(encode_query(full_query())) == full_query());
    CHECK(encode_query(OrdersQuery{}).empty());
    for (const ListSort sort : kListSorts) {
        OrdersQuery query;
        query.sort = sort;
        CHECK(decode_query(encode_query(query)) == query);
    }
    for (const ListFilter filter : {ListFilter::open, ListFilter::late, ListFilter::arriving,
                                    ListFilter::waiting, ListFilter::complete}) {
        OrdersQuery query;
        query.filter = filter;
        CHECK(decode_query(encode_query(query)) == query);
    }
}

TEST_CASE("what is typed is escaped in the address") {
    CHECK(encode_query(full_query()) ==
          "q=%E6%B3%B5%2050%25%20%26%20more%2B&filter=late&step=production&sort=total");
}

TEST_CASE("unknown terms and damaged escapes do not stop a list") {
    CHECK(decode_query("filter=nonsense&step=&sort=x&y=1&q") == OrdersQuery{});
    CHECK(decode_query("q=100%").search == "100%");
    CHECK(decode_query("q=a+b").search == "a b");
    CHECK(decode_query("q=%zz%4").search == "%zz%4");
    CHECK(decode_query("q=%FF").search == "\xEF\xBF\xBD");
    CHECK(decode_query("q=" + std::string(5000, 'a')).search.size() == 200);
}

TEST_CASE("terms of an address that say nothing to us are named") {
    CHECK(unknown_terms("").empty());
    CHECK(unknown_terms(encode_query(full_query())).empty());
    CHECK(unknown_terms("filter=xyz&q=pump&sort=late&step=%E6%B3%B5&colour=red&x") ==
          std::vector<std::string>{"filter=xyz", "sort=late", "step=泵", "colour=red", "x"});
    CHECK(unknown_terms("a=" + std::string(5000, 'b')).front().size() == 60);
    const Route route = parse_route("/orders", "filter=xyz&step=shipped");
    REQUIRE(std::holds_alternative<OrdersRoute>(route));
    CHECK(std::get<OrdersRoute>(route).unknown_terms == std::vector<std::string>{"filter=xyz"});
    CHECK(std::get<OrdersRoute>(route).query.step == domain::Step::shipped);
}

TEST_CASE("routes are read from paths") {
    CHECK(parse_route("/", "") == Route(OrdersRoute{}));
    CHECK(parse_route("/orders/", "") == Route(OrdersRoute{}));
    CHECK(parse_route("/orders/17", "filter=late") == Route(OrderRoute{domain::OrderId(17)}));
    CHECK(parse_route("/orders/17/", "") == Route(OrderRoute{domain::OrderId(17)}));
    for (const char* path : {"/orders/0", "/orders/-3", "/orders/x", "/orders/1/2", "/orderss", "/cases",
                             "/orders/99999999999999999999"})
        CHECK(parse_route(path, "") == Route(UnknownRoute{}));
}

TEST_CASE("whether the reasons of an order are shown is part of its address") {
    const Route open = OrderRoute{domain::OrderId(17), Disclosure::open};
    CHECK(path_of(open) == "/orders/17?why=1");
    CHECK(parse_route("/orders/17", "why=1") == open);
    CHECK(parse_route("/orders/17", "utm=x&why=1") == open);
    for (const char* query : {"", "why", "why=0", "why=12", "notwhy=1"})
        CHECK(parse_route("/orders/17", query) == Route(OrderRoute{domain::OrderId(17)}));
}

TEST_CASE("the path of a route leads to it") {
    CHECK(path_of(domain::OrderId(17)) == "/orders/17");
    CHECK(path_of(OrdersQuery{}) == "/orders");
    CHECK(path_of(Route(OrderRoute{domain::OrderId(17)})) == "/orders/17");
    CHECK(path_of(Route(UnknownRoute{})) == "/orders");
}

TEST_CASE("the settings have an address of their own") {
    CHECK(parse_route("/settings", "") == Route(SettingsRoute{}));
    CHECK(parse_route("/settings/", "") == Route(SettingsRoute{}));
    CHECK(parse_route("/settings/x", "") == Route(UnknownRoute{}));
    CHECK(path_of(Route(SettingsRoute{})) == "/settings");
}

} // namespace orderdeck::client::app
