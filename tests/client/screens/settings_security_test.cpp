#include "tests/client/screens/settings_visit.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::screens {

using namespace settings_visit;

TEST_CASE("a new password is helped along while it is typed") {
    Visit visit = opened();
    read(visit);
    CHECK(visit.shows("At least 12 characters."));
    REQUIRE(visit.window.type("New password", "seven gre"));
    CHECK(visit.shows("3 more characters."));
    leave_field(visit);
    CHECK(visit.shows("At least 12 characters are needed."));
    REQUIRE(visit.window.type("New password", "password1234"));
    CHECK(visit.shows("This password is on every list of guesses."));
    REQUIRE(visit.window.type("New password", "seven green kettles"));
    CHECK(visit.shows("This password can be used."));
    CHECK(visit.find(NodeKind::field, "New password")->attribute("autocomplete") == "new-password");
    CHECK(visit.find(NodeKind::field, "Current password")->attribute("autocomplete") == "current-password");
}

TEST_CASE("a password is shown on demand") {
    Visit visit = opened();
    read(visit);
    CHECK(visit.find(NodeKind::field, "New password")->attribute("type") == "password");
    REQUIRE(visit.window.activate(NodeKind::button, "Show the new password"));
    CHECK(visit.find(NodeKind::field, "New password")->attribute("type") == "text");
    CHECK(visit.find(NodeKind::field, "Current password")->attribute("type") == "password");
    REQUIRE(visit.window.activate(NodeKind::button, "Hide the new password"));
    CHECK(visit.find(NodeKind::field, "New password")->attribute("type") == "password");
}

TEST_CASE("a wrong current password is told at its field") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.type("Current password", "the old one"));
    REQUIRE(visit.window.type("New password", "seven green kettles"));
    REQUIRE(visit.window.activate(NodeKind::button, "Change password"));
    api::Problem problem;
    problem.status = 422;
    problem.code = api::kInvalidFields;
    problem.errors = {{std::string(api::kCurrentPasswordField), std::string(api::kWrong)}};
    visit.client.dispatch(
        app::RequestEnded{Asked::change_password, {}, answer(422, api::encode_problem(problem))});
    visit.window.settle();
    const MirrorNode* current = visit.find(NodeKind::field, "Current password");
    REQUIRE(current != nullptr);
    CHECK(visit.window.mirror().referred(*current, "aria-describedby") ==
          "This is not your current password.");
    CHECK(visit.window.mirror().header().focus_id == current->record.id);
}

TEST_CASE("devices are named, this one is marked, and one is ended by its own button") {
    Visit visit = opened();
    read(visit);
    CHECK(visit.shows("Firefox on Linux"));
    CHECK(visit.shows("This device"));
    CHECK(visit.shows("Safari on iOS"));
    const auto buttons = visit.window.mirror().all(NodeKind::button);
    const auto named = std::count_if(buttons.begin(), buttons.end(), [](const MirrorNode* button) {
        return button->label.starts_with("Log out Safari on iOS, Last used");
    });
    CHECK(named == 1);
    REQUIRE(visit.window.activate(NodeKind::button, "Log out all other devices"));
    CHECK(visit.find(NodeKind::dialog, "Log out all other devices?") != nullptr);
    REQUIRE(visit.window.activate(NodeKind::button, "Log them out"));
    visit.client.dispatch(app::RequestEnded{Asked::end_other_sessions, {}, answer(204)});
    visit.window.settle();
    CHECK_FALSE(visit.shows("Safari on iOS"));
    CHECK(visit.shows("You are logged in nowhere else."));
}

} // namespace orderdeck::client::screens
