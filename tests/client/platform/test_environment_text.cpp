#include "client/platform/environment_text.h"

#include <catch2/catch_test_macros.hpp>

using orderdeck::client::platform::Environment;
using orderdeck::client::platform::read_environment;
using orderdeck::client::platform::read_transitions;
using orderdeck::client::platform::read_zone_names;

TEST_CASE("The lines of the browser become an environment and a new version") {
    Environment environment;
    read_environment(
        "width=390\nheight=844.5\nratio=3\nsafe=47,0,34,0\nkeyboard=300\nlanguages=zh-CN,en\n"
        "zone=Europe/"
        "Berlin\noffsets=1700000000000:60,1743296400000:120\ndark=1\ntouch=1\nonline=0\nvisible=1",
        environment);
    CHECK(environment.version == 1);
    CHECK(environment.width == 390);
    CHECK(environment.height == 844.5F);
    CHECK(environment.pixel_ratio == 3);
    CHECK(environment.safe_area.top == 47);
    CHECK(environment.safe_area.bottom == 34);
    CHECK(environment.keyboard_inset == 300);
    CHECK(environment.languages == std::vector<std::string>{"zh-CN", "en"});
    CHECK(environment.zone == "Europe/Berlin");
    REQUIRE(environment.transitions.size() == 2);
    CHECK(environment.transitions[1].at_ms == 1743296400000);
    CHECK(environment.transitions[1].offset_minutes == 120);
    CHECK(environment.prefers_dark);
    CHECK(environment.touch);
    CHECK_FALSE(environment.online);
}

TEST_CASE("Broken and unknown lines change nothing and an offset is always there") {
    Environment environment;
    environment.width = 10;
    read_environment("nonsense\nsafe=1,2\nratio=0\noffsets=\nfuture=yes", environment);
    CHECK(environment.width == 10);
    CHECK(environment.safe_area.top == 0);
    CHECK(environment.pixel_ratio == 1);
    REQUIRE(environment.transitions.size() == 1);
    CHECK(environment.transitions[0].offset_minutes == 0);
}

TEST_CASE("A zone that the browser does not know has no transitions") {
    CHECK(read_transitions("").empty());
    const auto transitions = read_transitions("1000:60,broken,2000:-210");
    REQUIRE(transitions.size() == 2);
    CHECK(transitions[1].offset_minutes == -210);
}

TEST_CASE("Names of zones come with their words, or without") {
    const auto names = read_zone_names("Asia/Shanghai\tChina Time\nbroken\nUTC\t");
    REQUIRE(names.size() == 2);
    CHECK(names[0].id == "Asia/Shanghai");
    CHECK(names[0].words == "China Time");
    CHECK(names[1].words.empty());
}
