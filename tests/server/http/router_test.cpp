#include "server/http/router.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace orderdeck::server::http {
namespace {

Route route(Method method, std::string_view pattern) {
    return {method, pattern, Access::everybody, BodyKind::none,
            [](const Call&) -> base::Result<Response> { return Response{}; }};
}

Router sample() {
    return Router({route(Method::get, "/"), route(Method::get, "/orders"), route(Method::post, "/orders"),
                   route(Method::get, "/orders/{id:id}"), route(Method::get, "/orders/late"),
                   route(Method::get, "/static/{file}"), route(Method::get, "/docs/{path:rest}")});
}

RouteMatch match(const Router& router, Method method, std::string_view target) {
    return router.match(method, Target::parse(target).value().segments);
}

std::string_view pattern(const RouteMatch& match) {
    return match.route == nullptr ? "-" : match.route->pattern;
}

} // namespace

TEST_CASE("the router prefers literals to parameters and these to the rest") {
    const Router router = sample();
    CHECK(pattern(match(router, Method::get, "/")) == "/");
    CHECK(pattern(match(router, Method::get, "/orders/late")) == "/orders/late");
    CHECK(pattern(match(router, Method::get, "/static/app.js")) == "/static/{file}");
    const RouteMatch order = match(router, Method::get, "/orders/17");
    CHECK(pattern(order) == "/orders/{id:id}");
    CHECK(order.parameters.id("id") == 17);
    CHECK(match(router, Method::get, "/docs/a/b%2Fc").parameters.text("path") == "a/b/c");
}

TEST_CASE("what is not a row id is an unknown address") {
    const Router router = sample();
    const auto* id = GENERATE("0", "-1", "+1", "01", "1.0", "9007199254740992", "99999999999999999999", "x",
                              "1%00", "%31x");
    CAPTURE(id);
    const auto target = Target::parse(std::string("/orders/") + id);
    if (!target) return;
    const RouteMatch found = router.match(Method::get, target->segments);
    CHECK(found.route == nullptr);
    CHECK(found.allowed.empty());
}

TEST_CASE("a percent-encoded spelling reaches the same route, so it cannot pass around its access") {
    const Router router = sample();
    const RouteMatch found = match(router, Method::get, "/%6Frders/%31%37");
    CHECK(pattern(found) == "/orders/{id:id}");
    CHECK(found.parameters.id("id") == 17);
}

TEST_CASE("HEAD is answered by GET's row, and a wrong method is told which ones there are") {
    const Router router = sample();
    CHECK(pattern(match(router, Method::head, "/orders/late")) == "/orders/late");
    const RouteMatch found = match(router, Method::put, "/orders");
    CHECK(found.route == nullptr);
    CHECK(found.allowed == "GET, HEAD, POST");
    CHECK(match(router, Method::get, "/nowhere").allowed.empty());
    CHECK(match(router, Method::get, "/orders/17/more").allowed.empty());
}

} // namespace orderdeck::server::http
