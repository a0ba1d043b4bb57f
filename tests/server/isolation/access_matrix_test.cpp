#include "shared/api/own_settings.h"
#include "shared/json/reader.h"
#include "tests/server/isolation/roles.h"
#include "tests/support/files.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

struct MatrixRow {
    std::string method;
    std::string pattern;
    std::vector<std::int64_t> own;
    std::vector<std::int64_t> others; ///< only for routes with an id
};

struct Matrix {
    std::vector<std::string> roles;
    std::vector<MatrixRow> rows;
};

std::vector<std::int64_t> numbers(const json::Value& list) {
    std::vector<std::int64_t> result;
    const std::vector<json::Value> values = list.elements().value();
    for (const json::Value& value : values)
        result.push_back(value.int64().value());
    return result;
}

Matrix read_matrix() {
    const auto document =
        json::Document::parse(read_file(source_path("tests/server/isolation/access_matrix.json")));
    REQUIRE(document.has_value());
    Matrix matrix{.roles = document->root().strings_field("roles").value(), .rows = {}};
    const std::vector<json::Value> rows = document->root().field("routes").value().elements().value();
    for (const json::Value& row : rows) {
        MatrixRow entry{.method = row.string_field("method").value(),
                        .pattern = row.string_field("pattern").value(),
                        .own = numbers(row.field("own").value()),
                        .others = {}};
        if (const auto others = row.optional_field("others").value()) entry.others = numbers(*others);
        matrix.rows.push_back(std::move(entry));
    }
    return matrix;
}

/// What an id in a route names, in the caller's own world and in somebody else's.
struct Ids {
    std::string order;
    std::string session;
    std::string feed;
    std::string message;
};

std::string with_ids(std::string pattern, const Ids& ids) {
    const std::pair<std::string_view, std::string_view> values[] = {
        {"{id:id}", pattern.starts_with("/api/v1/inbox") ? ids.message : ids.order},
        {"{session}", ids.session},
        {"{feed}", ids.feed},
        {"{file}", "none.js"}};
    for (const auto& [name, value] : values) {
        if (const std::size_t at = pattern.find(name); at != std::string::npos)
            pattern.replace(at, name.size(), value);
    }
    return pattern;
}

bool names_something_owned(const std::string& pattern) {
    return pattern.find("{id:id}") != std::string::npos || pattern.find("{session}") != std::string::npos ||
           pattern.find("{feed}") != std::string::npos;
}

/// A body that a form of ours could send; the current password in it is wrong.
std::string body_for(const MatrixRow& row) {
    if (row.pattern == api::kPasswordPath) {
        return api::encode_password_change(
            {.current_password = "not the password", .new_password = "ten green bottles 43"});
    }
    if (row.pattern == "/api/v1/inbox/code-map")
        return R"({"source":"erp","column":"Flow","word":"X","means":"stock"})";
    if (row.pattern.ends_with("/ignore")) return R"({"reason":"a test"})";
    return row.method == "PUT" ? api::encode_own_settings({.name = "Anna"}) : std::string();
}

std::int64_t status_as(IsolationWorld& world, const Role& role, const MatrixRow& row, const Ids& ids) {
    const std::string target = with_ids(row.pattern, ids);
    if (row.method != "GET" && target.starts_with("/api/")) {
        const auto nobody = std::pair<std::string, std::string>("X-Nobody", "1");
        return request(world.portal.port(),
                       world.portal.page_request(row.method, target, role.credential.value_or(nobody),
                                                 body_for(row)))
            .status;
    }
    RawRequest call{
        .method = row.method, .target = target, .headers = {{"Sec-Fetch-Site", "same-origin"}}, .body = {}};
    if (role.credential) call.headers.push_back(*role.credential);
    if (row.method == "POST") {
        call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        call.body = "csrf=none";
    }
    return request(world.portal.port(), call).status;
}

} // namespace

TEST_CASE("the access matrix and the route table name the same routes") {
    IsolationWorld world;
    std::set<std::string> in_program;
    std::set<std::string> in_matrix;
    for (const server::http::Route& route : world.portal.portal().application().router().routes()) {
        in_program.insert(std::string(server::http::name_of(route.method)) + " " +
                          std::string(route.pattern));
    }
    for (const MatrixRow& row : read_matrix().rows) {
        in_matrix.insert(row.method + " " + row.pattern);
        CAPTURE(row.pattern);
        CHECK(names_something_owned(row.pattern) == !row.others.empty());
    }
    CHECK(in_program == in_matrix);
}

TEST_CASE("each role gets from each route what the access matrix says") {
    IsolationWorld world;
    const Matrix matrix = read_matrix();
    REQUIRE(matrix.roles.size() == world.roles.size());
    for (std::size_t i = 0; i < world.roles.size(); ++i) {
        const Role& role = world.roles[i];
        REQUIRE(matrix.roles[i] == role.name);
        for (const MatrixRow& row : matrix.rows) {
            CAPTURE(role.name, row.method, row.pattern);
            const Role& other = world.role(role.name == "user_b" ? "user_a" : "user_b");
            // What is somebody else's first: one's own session is ended by what follows.
            if (!row.others.empty()) {
                CHECK(
                    status_as(world, role, row, {other.own_order, other.own_session, "another", "900001"}) ==
                    row.others.at(i));
            }
            CHECK(status_as(world, role, row,
                            {role.own_order, role.own_session, role.own_feed, role.own_message}) ==
                  row.own.at(i));
        }
    }
}

TEST_CASE("every table that belongs to a tenant is filled with canaries") {
    IsolationWorld world;
    // These hold people, secrets and counters; what they say about a person is watched through the roles.
    const std::set<std::string> without = {
        "id_counter", "app_user", "user_grant", "session",  "api_token",  "login_failure",  "source_system",
        "inbox",      "finding",  "inbox_wait", "code_map", "derivation", "transit_history"};
    auto lease = world.portal.store().read().value();
    auto row =
        lease->query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .value();
    while (row.step().value()) {
        CAPTURE(row.string(0));
        CHECK(world.canaries.filled().contains(row.string(0)) != without.contains(row.string(0)));
    }
}

} // namespace orderdeck::test
