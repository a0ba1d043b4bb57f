#include "tests/server/isolation/roles.h"

#include "server/auth/secret.h"
#include "server/persistence/sqlite/identity/token_store.h"
#include "shared/api/own_settings.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

namespace identity = server::persistence::sqlite::identity;
using namespace std::string_literals;

identity::Grant grant_of(const CanaryNode& node) {
    return {.root = domain::AccountId(node.root), .account = domain::AccountId(node.account)};
}

} // namespace

std::pair<std::string, std::string> IsolationWorld::person(const std::string& role, const std::string& tag,
                                                           identity::Role duty) {
    identity::Grant grant = grant_of(canaries.node(tag));
    grant.role = duty;
    // Mail addresses are kept in lower case, so the canary of a person is the name.
    const std::string email = role + "@example.com";
    portal.add_user(email, "CANARY-" + role + "-app_user-name", grant);
    return portal.log_in(email);
}

std::string IsolationWorld::token(const std::string& role, const std::string& tag) {
    return portal.add_token(grant_of(canaries.node(tag)), "CANARY-" + role + "-api_token-label");
}

std::string IsolationWorld::second_session(const Role& role) {
    portal.log_in(role.name + "@example.com", kPassword, "CANARY-" + role.name + "-session-user_agent");
    const auto sessions =
        api::decode_sessions(portal.get(api::kSessionsPath, {*role.credential}).body).value();
    return std::find_if(sessions.begin(), sessions.end(), [](const auto& each) { return !each.current; })->id;
}

IsolationWorld::IsolationWorld() : canaries(portal.store()) {
    const auto order = [&](const std::string& tag) {
        return std::to_string(canaries.ids(tag, "sales_order").front());
    };
    const auto expired = person("session_expired", "A");
    portal.advance(base::Duration::hours(13));
    const std::string revoked = token("token_revoked", "A");
    identity::TokenStore tokens(portal.store());
    const std::string id =
        server::persistence::sqlite::identity::token_id(server::auth::hash_of_secret(revoked));
    REQUIRE(tokens.revoke(id, portal.now()).value_or(false));
    const auto bearer = [](const std::string& token) {
        return std::pair<std::string, std::string>("Authorization", "Bearer " + token);
    };

    const auto disabled = person("session_disabled", "A");
    identity::UserStore users(portal.store());
    REQUIRE(users.disable(users.find_by_email("session_disabled@example.com").value()->id, portal.now())
                .has_value());

    const std::string valid = token("token_a", "A");
    roles = {{"anonymous", std::nullopt, {}, order("A")},
             {"user_a", person("user_a", "A"), {"A", "A1", "A2", "user_a"}, order("A2")},
             {"user_b", person("user_b", "B"), {"B", "B1", "user_b"}, order("B1")},
             {"user_a1", person("user_a1", "A1"), {"A1", "user_a1"}, order("A1")},
             {"token_a", bearer(valid), {"A", "A1", "A2", "token_a"}, order("A1")},
             {"token_revoked", bearer(revoked), {}, order("A")},
             {"session_expired", expired, {}, order("A")},
             {"session_disabled", disabled, {}, order("A")},
             {"token_feed", bearer(portal.add_feed_token("sample")), {}, order("A")},
             {"user_staff",
              person("user_staff", "A1", identity::Role::staff),
              {"A1", "user_staff", "inbox"},
              order("A1")}};
    fill_inbox();
    portal.take_files([](const std::string& feed, const std::string&, std::string_view,
                         base::Timestamp) -> base::Result<server::http::routes::Delivery> {
        if (feed != "sample") return base::fail(base::ErrorCode::not_found, "no such feed");
        return server::http::routes::Delivery{.message = 1, .state = "applied", .reason = {}};
    });
    for (Role& each : roles) {
        if (each.name.starts_with("user_")) each.own_session = second_session(each);
    }
}

void IsolationWorld::fill_inbox() {
    auto lease = portal.store().write().value();
    const std::string message = roles.front().own_message;
    for (
        const std::string& statement :
        {"INSERT INTO source_system(id, name, kind) VALUES(700, 'CANARY-inbox-source_system-name', 'sales')"s,
         "INSERT INTO inbox(id, source_id, mapping, file_name, content_hash, size, received_at, state, body, "
         "reason) "
         "VALUES(" +
             message +
             ", 700, 'CANARY-inbox-inbox-mapping', 'CANARY-inbox-inbox-file_name', x'00', 0, 0, 'rejected', "
             "x'', 'CANARY-inbox-inbox-reason')",
         "INSERT INTO finding(inbox_id, file_line, column_name, value, severity, code, message, occurrences) "
         "VALUES(" +
             message +
             ", 2, 'CANARY-inbox-finding-column_name', 'CANARY-inbox-finding-value', 'error', 'bad_word', "
             "'CANARY-inbox-finding-message', 1)"}) {
        REQUIRE(lease->execute(statement).has_value());
    }
    REQUIRE(lease.commit().has_value());
    const auto done = [](std::int64_t, base::Timestamp) -> base::Result<std::int64_t> { return 0; };
    portal.repair_by(
        {.retry = done,
         .withdraw = done,
         .ignore = [](std::int64_t, const std::string&) -> base::Result<void> { return {}; },
         .map_code = [](const server::persistence::sqlite::CodeMeaning&,
                        base::Timestamp) -> base::Result<int> { return 0; },
         .vocabularies = {},
         .excerpt = [](std::int64_t, std::optional<std::int64_t>) -> base::Result<api::InboxExcerpt> {
             return api::InboxExcerpt{.file = {}, .lines = {"CANARY-inbox-inbox-body"}};
         }});
}

const Role& IsolationWorld::role(const std::string& name) const {
    return *std::find_if(roles.begin(), roles.end(), [&](const Role& each) { return each.name == name; });
}

} // namespace orderdeck::test
