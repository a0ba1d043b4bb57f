#include "client/ui/style/theme.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

using namespace orderdeck::client::ui;
using orderdeck::test::read_file;
using orderdeck::test::source_path;

namespace {

/// The custom properties that a style sheet shares with the canvas, and what the canvas paints with.
std::map<std::string, Color> tokens(Scheme scheme) {
    return {{"--bg", color_of(Fill::page, scheme)},
            {"--surface", color_of(Fill::surface, scheme)},
            {"--line", color_of(Fill::line, scheme)},
            {"--control", color_of(Fill::control, scheme)},
            {"--text", color_of(Ink::text, scheme)},
            {"--text2", color_of(Ink::text2, scheme)},
            {"--text3", color_of(Ink::text3, scheme)},
            {"--accent", color_of(Fill::accent, scheme)},
            {"--accent-soft", color_of(Fill::accent_soft, scheme)},
            {"--accent-text", color_of(Ink::on_accent, scheme)},
            {"--bad", color_of(Ink::bad, scheme)},
            {"--bad-soft", color_of(Fill::bad_soft, scheme)}};
}

/// #rgb or #rrggbb.
std::uint32_t hex_color(std::string_view digits) {
    std::string six;
    for (const char digit : digits)
        six.append(digits.size() == 3 ? 2 : 1, digit);
    return static_cast<std::uint32_t>(std::strtoul(six.c_str(), nullptr, 16));
}

/// Compares each "--name: #hex" of the sheet with the token of its scheme; light ones stand before dark ones.
/// Returns how many it compared.
int compare(const std::string& sheet) {
    const std::size_t dark_begins =
        std::min(sheet.find("[data-theme=dark]"), sheet.find("prefers-color-scheme: dark"));
    REQUIRE(dark_begins != std::string::npos);
    int compared = 0;
    for (std::size_t at = sheet.find("--"); at != std::string::npos; at = sheet.find("--", at + 2)) {
        const std::size_t colon = sheet.find_first_of(":);", at);
        if (colon == std::string::npos || sheet.compare(colon, 3, ": #") != 0) continue;
        const std::string name = sheet.substr(at, colon - at);
        const auto known = tokens(at < dark_begins ? Scheme::light : Scheme::dark);
        const auto token = known.find(name);
        if (token == known.end()) continue;
        const std::size_t end = sheet.find_first_of(";}", colon);
        INFO(name << (at < dark_begins ? " light" : " dark"));
        CHECK(hex_color(std::string_view(sheet).substr(colon + 3, end - colon - 3)) == token->second.rgb);
        ++compared;
    }
    return compared;
}

} // namespace

TEST_CASE("The style sheets and the canvas have the same colours") {
    CHECK(compare(read_file(source_path("web/app.css"))) == 3 * 7);
    CHECK(compare(read_file(source_path("web/login.css"))) == 3 * 12);
}
