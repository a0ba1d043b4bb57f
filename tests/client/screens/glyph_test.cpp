#include "client/screens/words/characters.h"
#include "shared/base/utf8.h"
#include "tests/client/screens/portal_visit.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace orderdeck::client::screens {
namespace {

/// Remembers which characters were rendered.
class NotedGlyphs final : public platform::GlyphSource {
public:
    platform::VerticalMetrics vertical_metrics(int weight, float size) override {
        return glyphs_.vertical_metrics(weight, size);
    }
    float advance(std::uint32_t code_point, int weight, float size) override {
        return glyphs_.advance(code_point, weight, size);
    }
    void render(std::uint32_t code_point, int weight, float size, platform::GlyphImage& image) override {
        noted.insert(code_point);
        glyphs_.render(code_point, weight, size, image);
    }

    std::set<char32_t> noted;

private:
    platform::headless::FixedGlyphs glyphs_;
};

} // namespace

TEST_CASE("the characters of a language are ASCII and its catalogue, each once") {
    const std::u32string all = characters_of(i18n::language_for("zh-CN"));
    CHECK(std::is_sorted(all.begin(), all.end()));
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    CHECK(all.front() == U' ');
    for (const char32_t c : std::u32string(U"Az09~订单晚天，。"))
        CHECK(all.find(c) != std::u32string::npos);
}

TEST_CASE("after warming up, no screen has to render a character of its language") {
    NotedGlyphs glyphs;
    Visit visit = Visit::desk({test::partly_shipped(1), test::overdue(2)}, "/orders", &glyphs);
    visit.choose_language("zh-CN");
    while (visit.client.idle())
        continue;
    const std::u32string own = characters_of(i18n::language_for("zh-CN"));
    CHECK(std::includes(glyphs.noted.begin(), glyphs.noted.end(), own.begin() + 1, own.end()));
    glyphs.noted.clear();
    for (const char* path : {"/orders/1", "/orders/2", "/orders?state=late", "/orders/77", "/nowhere"}) {
        visit.outside.navigation.push(path);
        visit.window.settle();
    }
    visit.window.activate(NodeKind::button, "Anna Keller");
    for (const char32_t c : glyphs.noted) {
        INFO(base::to_utf8(std::u32string(1, c)));
        CHECK(own.find(c) == std::u32string::npos);
    }
    CHECK_FALSE(visit.client.idle());
}

} // namespace orderdeck::client::screens
