#pragma once

#include "shared/api/own_settings.h"
#include "shared/api/session.h"
#include "tests/server/http/with_user.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {

using Header = std::pair<std::string, std::string>;

inline constexpr std::string_view kNextPassword = "ten green bottles 43";

/// A person who is logged in and changes what is their own.
struct OwnAccount : WithUser {
    explicit OwnAccount(PortalSetup setup = {}) : WithUser(std::move(setup)) {}

    Header session = log_in("anna@example.com");

    RawResponse call(std::string_view method, std::string_view target, std::string body = {}) {
        return post(page_request(method, target, session, std::move(body)));
    }
    RawResponse save(const domain::OwnSettings& settings) {
        return call("PUT", api::kOwnSettingsPath, api::encode_own_settings(settings));
    }
    RawResponse change_password(std::string_view current, std::string_view wanted) {
        return call("POST", api::kPasswordPath,
                    api::encode_password_change(
                        {.current_password = std::string(current), .new_password = std::string(wanted)}));
    }
    std::vector<api::SessionEntry> sessions() {
        auto decoded = api::decode_sessions(get(api::kSessionsPath, {session}).body);
        REQUIRE(decoded.has_value());
        return std::move(*decoded);
    }
    int status_of(const Header& with) { return get(api::kSessionPath, {with}).status; }
};

/// The one field that a 422 names, as "field code".
inline std::string only_error(const RawResponse& response) {
    CHECK(response.status == 422);
    CHECK(response.header("Content-Type") == "application/problem+json");
    const auto problem = api::decode_problem(response.body);
    REQUIRE(problem.has_value());
    CHECK(problem->code == api::kInvalidFields);
    REQUIRE(problem->errors.size() == 1);
    return problem->errors[0].field + " " + problem->errors[0].code;
}

} // namespace orderdeck::test
