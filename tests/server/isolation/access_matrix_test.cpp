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

std::string with_id(std::string pattern, const std::string& id) {
    const std::size_t open = pattern.find("{id:id}");
    if (open != std::string::npos) pattern.replace(open, 7, id);
    const std::size_t file = pattern.find("{file}");
    if (file != std::string::npos) pattern.replace(file, 6, "none.js");
    return pattern;
}

std::int64_t status_as(IsolationWorld& world, const Role& role, const std::string& method,
                       const std::string& target) {
    RawRequest call{
        .method = method, .target = target, .headers = {{"Sec-Fetch-Site", "same-origin"}}, .body = {}};
    if (role.credential) call.headers.push_back(*role.credential);
    if (method == "POST") {
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
        CHECK((row.pattern.find("{id:id}") != std::string::npos) == !row.others.empty());
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
            CHECK(status_as(world, role, row.method, with_id(row.pattern, role.own_order)) == row.own.at(i));
            if (row.others.empty()) continue;
            const std::string foreign =
                std::to_string(world.canaries.ids(role.name == "user_b" ? "A" : "B", "sales_order").front());
            CHECK(status_as(world, role, row.method, with_id(row.pattern, foreign)) == row.others.at(i));
        }
    }
}

TEST_CASE("every table that belongs to a tenant is filled with canaries") {
    IsolationWorld world;
    // These hold people, secrets and counters; what they say about a person is watched through the roles.
    const std::set<std::string> without = {"id_counter",    "app_user",  "user_grant",
                                           "session",       "api_token", "login_failure",
                                           "source_system", "inbox",     "finding"};
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
