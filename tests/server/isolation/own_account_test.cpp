#include "shared/api/own_settings.h"
#include "tests/server/isolation/roles.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

RawResponse end_session(IsolationWorld& world, const Role& role, std::string_view id) {
    return request(world.portal.port(),
                   world.portal.page_request("DELETE", api::session_path(id), *role.credential));
}

} // namespace

TEST_CASE("somebody else's session is answered byte for byte like one that does not exist, and goes on") {
    IsolationWorld world;
    for (const std::string name : {"user_a", "user_b", "user_a1"}) {
        const Role& role = world.role(name);
        const std::string unknown = end_session(world, role, std::string(32, '0')).raw;
        CHECK(unknown.starts_with("HTTP/1.1 404"));
        for (const Role& other : world.roles) {
            if (other.name == name || !other.name.starts_with("user_")) continue;
            CAPTURE(name, other.name);
            CHECK(end_session(world, role, other.own_session).raw == unknown);
        }
        for (const std::string malformed : {"0", "-1", "none", "%27%20OR%201%3D1", "current"}) {
            CAPTURE(malformed);
            CHECK(end_session(world, role, malformed).raw == unknown);
        }
        CHECK(end_session(world, role, std::string(3000, 'a')).raw == unknown);
    }
    for (const std::string name : {"user_a", "user_b", "user_a1"}) {
        const Role& role = world.role(name);
        CHECK(end_session(world, role, role.own_session).status == 204);
        // Once it has ended, it is no different from one that never was.
        CHECK(end_session(world, role, role.own_session).raw ==
              end_session(world, role, std::string(32, '0')).raw);
    }
}

TEST_CASE("settings and sessions show nobody but oneself, and no word of what a browser claimed to be") {
    IsolationWorld world;
    for (const std::string name : {"user_a", "user_b", "user_a1"}) {
        const Role& role = world.role(name);
        const RawResponse settings = world.portal.get(api::kOwnSettingsPath, {*role.credential});
        const RawResponse sessions = world.portal.get(api::kSessionsPath, {*role.credential});
        REQUIRE(settings.status == 200);
        REQUIRE(sessions.status == 200);
        CHECK(tags_in(settings.raw) == std::set<std::string>{name});
        CHECK(tags_in(sessions.raw).empty());
        CHECK(api::decode_sessions(sessions.body).value().size() == 2);
        for (const Role& other : world.roles) {
            if (other.name != name) CHECK(sessions.body.find(other.own_session) == std::string::npos);
        }
    }
}

TEST_CASE("ending all other sessions touches nobody else's") {
    IsolationWorld world;
    const Role& role = world.role("user_a");
    REQUIRE(request(world.portal.port(),
                    world.portal.page_request("DELETE", api::kSessionsPath, *role.credential))
                .status == 204);
    for (const std::string name : {"user_b", "user_a1"}) {
        const auto sessions =
            api::decode_sessions(world.portal.get(api::kSessionsPath, {*world.role(name).credential}).body);
        REQUIRE(sessions.has_value());
        CHECK(sessions->size() == 2);
    }
    CHECK(
        api::decode_sessions(world.portal.get(api::kSessionsPath, {*role.credential}).body).value().size() ==
        1);
}

} // namespace orderdeck::test
