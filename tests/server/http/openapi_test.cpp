#include "shared/base/text.h"
#include "tests/server/support/portal_fixture.h"
#include "tests/support/files.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <vector>

namespace orderdeck::test {
namespace {

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
    return text;
}

/// "/orders/{id:id}" as "/orders/{}": for OpenAPI two templates that differ in the names of their parameters are one.
std::string without_names(std::string_view pattern) {
    std::string plain;
    bool inside = false;
    for (const char c : pattern) {
        if (c == '}') inside = false;
        if (!inside) plain += c;
        if (c == '{') inside = true;
    }
    return plain;
}

/// What stands below `paths:`, told by indentation.
struct Description {
    std::vector<std::string> paths;    ///< "/orders/{}"
    std::multiset<std::string> routes; ///< "GET /orders/{}"
};

Description described() {
    const std::string text = read_file(source_path("docs/openapi.yaml"));
    Description description;
    std::string path;
    bool inside = false;
    for (const std::string_view line : base::split(text, '\n')) {
        if (line == "paths:") inside = true;
        if (!inside || line.size() < 4 || !line.ends_with(':')) continue;
        const std::string_view name = base::trim(line.substr(0, line.size() - 1));
        if (line.starts_with("  /"))
            description.paths.push_back(path = without_names(name));
        else if (line.starts_with("    ") && line[4] != ' ')
            description.routes.insert(upper(std::string(name)) + " " + path);
    }
    return description;
}

} // namespace

TEST_CASE("docs/openapi.yaml describes exactly the routes that the server has") {
    PortalFixture fixture;
    std::multiset<std::string> routes;
    for (const server::http::Route& route : fixture.portal().application().router().routes()) {
        routes.insert(std::string(server::http::name_of(route.method)) + " " + without_names(route.pattern));
    }
    CHECK(described().routes == routes);
}

TEST_CASE("No two templates of docs/openapi.yaml stand for the same addresses") {
    std::vector<std::string> paths = described().paths;
    REQUIRE(paths.size() > 20);
    std::sort(paths.begin(), paths.end());
    const auto twice = std::adjacent_find(paths.begin(), paths.end());
    CHECK((twice == paths.end() ? std::string() : *twice) == "");
}

} // namespace orderdeck::test
