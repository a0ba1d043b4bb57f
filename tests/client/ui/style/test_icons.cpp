#include "client/ui/style/icons.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace orderdeck::client::ui;

TEST_CASE("Every icon has strokes that fill most of its box and stay inside of it") {
    for (std::size_t i = 1; i < icon_count(); ++i) {
        INFO("icon " << i);
        std::size_t strokes = 0;
        Point least{24, 24};
        Point most{0, 0};
        for_each_stroke(static_cast<Icon>(i), [&](const IconStroke& stroke) {
            ++strokes;
            REQUIRE(stroke.size() >= 2);
            for (std::size_t k = 0; k < stroke.size(); ++k) {
                least = {std::min(least.x, stroke[k].x), std::min(least.y, stroke[k].y)};
                most = {std::max(most.x, stroke[k].x), std::max(most.y, stroke[k].y)};
            }
        });
        CHECK(strokes > 0);
        CHECK(least.x >= 1);
        CHECK(least.y >= 1);
        CHECK(most.x <= 23);
        CHECK(most.y <= 23);
        CHECK(std::max(most.x - least.x, most.y - least.y) >= 12);
    }
}

TEST_CASE("The circle of an icon is a closed stroke whose points lie on it") {
    bool found = false;
    for_each_stroke(Icon::clock, [&](const IconStroke& stroke) {
        if (!stroke.closed()) return;
        found = true;
        CHECK(stroke.size() >= 16);
        for (std::size_t k = 0; k < stroke.size(); ++k)
            CHECK(std::hypot(stroke[k].x - 12, stroke[k].y - 12) == Catch::Approx(10).margin(0.1));
    });
    CHECK(found);
}

TEST_CASE("No icon is the absence of strokes") {
    for_each_stroke(Icon::none, [](const IconStroke&) { FAIL("a stroke"); });
    CHECK(outline_of(Icon::none).empty());
}
