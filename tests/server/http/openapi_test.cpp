#include "shared/base/text.h"
#include "tests/server/support/portal_fixture.h"
#include "tests/support/files.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

namespace orderdeck::test {
namespace {

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
    return text;
}

/// "GET /orders/{id}" of everything below `paths:`, told by indentation.
std::set<std::string> described_routes() {
    const std::string text = read_file(source_path("docs/openapi.yaml"));
    std::set<std::string> routes;
    std::string path;
    bool inside = false;
    for (const std::string_view line : base::split(text, '\n')) {
        if (line == "paths:") inside = true;
        if (!inside || line.size() < 4 || !line.ends_with(':')) continue;
        const std::string_view name = base::trim(line.substr(0, line.size() - 1));
        if (line.starts_with("  /"))
            path = name;
        else if (line.starts_with("    ") && line[4] != ' ')
            routes.insert(upper(std::string(name)) + " " + path);
    }
    return routes;
}

/// "{id:id}" as OpenAPI writes it: "{id}".
std::string without_type(std::string pattern) {
    const std::size_t colon = pattern.find(':');
    if (colon != std::string::npos) pattern.erase(colon, pattern.find('}') - colon);
    return pattern;
}

} // namespace

TEST_CASE("docs/openapi.yaml describes exactly the routes that the server has") {
    PortalFixture fixture;
    std::set<std::string> routes;
    for (const server::http::Route& route : fixture.portal().application().router().routes()) {
        routes.insert(std::string(server::http::name_of(route.method)) + " " +
                      without_type(std::string(route.pattern)));
    }
    CHECK(described_routes() == routes);
}

} // namespace orderdeck::test
