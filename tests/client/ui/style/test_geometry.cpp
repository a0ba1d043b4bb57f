#include "client/ui/style/geometry.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace orderdeck::client::ui;

TEST_CASE("Cut pieces and the rest make up the whole") {
    Rect rest{10, 20, 300, 200};
    const Rect top = rest.take_top(40);
    const Rect right = rest.take_right(50);
    CHECK(top.y == 20);
    CHECK(top.width == 300);
    CHECK(right.x == 260);
    CHECK(right.y == 60);
    CHECK(right.height == 160);
    CHECK(rest.width == 250);
    CHECK(rest.bottom() == 220);
}

TEST_CASE("Columns keep fixed widths, share the rest and fill the area") {
    const auto cells = columns<3>({0, 0, 320, 10}, 10, {{{.fixed = 100}, {.share = 1}, {.share = 3}}});
    CHECK(cells[0].width == 100);
    CHECK(cells[1].width == Catch::Approx(50));
    CHECK(cells[2].width == Catch::Approx(150));
    CHECK(cells[2].right() == Catch::Approx(320));
}

TEST_CASE("A column at its minimum takes the room from the others") {
    const auto cells = columns<2>({0, 0, 200, 10}, 0, {{{.share = 1, .minimum = 120}, {.share = 3}}});
    CHECK(cells[0].width == Catch::Approx(120));
    CHECK(cells[1].width == Catch::Approx(80));
}

TEST_CASE("Columns never overlap and never leave the area when there is room") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> number(0, 60);
    for (int round = 0; round < 500; ++round) {
        std::array<Track, 4> tracks{};
        for (Track& track : tracks) {
            if (number(random) < 20) {
                track.fixed = number(random);
            } else {
                track.share = 1 + number(random);
                track.minimum = number(random);
            }
        }
        const auto cells = columns<4>({5, 0, 400, 10}, 8, tracks);
        INFO("round " << round);
        for (std::size_t i = 1; i < cells.size(); ++i)
            CHECK(cells[i].x >= cells[i - 1].right() + 7.99F);
        CHECK(cells[3].right() <= 405.01F);
    }
}
