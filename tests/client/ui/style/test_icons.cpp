#include "client/ui/style/icon_path.h"
#include "client/ui/style/icons.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace orderdeck::client::ui;

TEST_CASE("Every icon has strokes that stay inside of its box") {
    for (int i = 1; i <= static_cast<int>(Icon::info); ++i) {
        INFO("icon " << i);
        const auto strokes = flatten(path_of(static_cast<Icon>(i)));
        REQUIRE_FALSE(strokes.empty());
        for (const IconStroke& stroke : strokes) {
            REQUIRE(stroke.points.size() >= 2);
            for (const Point& point : stroke.points) {
                CHECK(point.x >= 1);
                CHECK(point.x <= 23);
                CHECK(point.y >= 1);
                CHECK(point.y <= 23);
            }
        }
    }
}

TEST_CASE("A path becomes one polyline per M, closed by Z") {
    const auto strokes = flatten("M1 2L3 4H10V-5.5ZM0 0L1 1");
    REQUIRE(strokes.size() == 2);
    CHECK(strokes[0].closed);
    REQUIRE(strokes[0].points.size() == 4);
    CHECK(strokes[0].points[3].x == 10);
    CHECK(strokes[0].points[3].y == Catch::Approx(-5.5));
    CHECK_FALSE(strokes[1].closed);
}

TEST_CASE("The points of an arc lie on its circle") {
    const auto strokes = flatten("M4 11A7 7 0 1 1 18 11A7 7 0 1 1 4 11Z");
    REQUIRE(strokes.size() == 1);
    for (const Point& point : strokes[0].points)
        CHECK(std::hypot(point.x - 11, point.y - 11) == Catch::Approx(7).margin(0.01));
}
