#include "client/platform/headless/fakes.h"
#include "client/platform/texture_acceptance.h"
#include "client/ui/canvas.h"
#include "client/ui/glyph_cache.h"
#include "client/ui/text.h"
#include "client/ui/ui.h"
#include "client/ui/ui_state.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>
#include <string>

using namespace orderdeck::client;
using namespace orderdeck::client::ui;

namespace {

/// Every glyph has pixels of its own, by which it is known again; counts what is rendered.
class TellingGlyphs final : public platform::GlyphSource {
public:
    platform::VerticalMetrics vertical_metrics(int, float size) override {
        return {size * 0.8F, size * 0.2F};
    }
    float advance(std::uint32_t code_point, int, float size) override {
        return code_point < 0x2e80 ? size / 2 : size;
    }
    void render(std::uint32_t code_point, int weight, float size, platform::GlyphImage& image) override {
        ++rendered[code_point];
        ++count;
        image.advance = advance(code_point, weight, size);
        image.left = 0;
        image.top = static_cast<int>(-size * 0.8F);
        image.width = code_point == ' ' ? 0 : static_cast<int>(image.advance) + 2;
        image.height = code_point == ' ' ? 0 : static_cast<int>(size) + 2;
        image.colored = false;
        image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
        std::uint32_t pixel = code_point * 2654435761U + static_cast<std::uint32_t>(weight) + variant;
        for (std::uint8_t& byte : image.rgba)
            byte = static_cast<std::uint8_t>((pixel = pixel * 1664525U + 1013904223U) >> 24U);
    }

    /// How often all of these together.
    int rendered_of(std::u32string_view characters) {
        int sum = 0;
        for (const char32_t c : characters)
            sum += rendered[c];
        return sum;
    }

    std::map<std::uint32_t, int> rendered;
    int count = 0;
    std::uint32_t variant = 0; ///< what another language would change
};

/// A page of texts, painted without a graphics card.
struct Page {
    Page() : ui(glyphs) {
        environment.width = 390;
        environment.height = 844;
        environment.pixel_ratio = 1;
    }

    template <typename Draw>
    void frame(Draw&& draw) {
        ui.begin({.now_ms = now += 16}, environment, look);
        draw();
        ui.end();
        platform::accept_textures(ui.drawing());
    }
    ImFontAtlas& atlas() { return ui.state().canvas->atlas(); }
    std::size_t texture_bytes() {
        std::size_t bytes = 0;
        for (const ImTextureData* texture : atlas().TexList)
            bytes += texture->Pixels == nullptr ? 0 : static_cast<std::size_t>(texture->GetSizeInBytes());
        return bytes;
    }
    std::size_t table_bytes() {
        std::size_t bytes = 0;
        for (int i = 0; i < atlas().Builder->BakedPool.Size; ++i) {
            const ImFontBaked& baked = atlas().Builder->BakedPool[i];
            bytes += static_cast<std::size_t>(baked.IndexAdvanceX.Capacity) * sizeof(float) +
                     static_cast<std::size_t>(baked.IndexLookup.Capacity) * sizeof(ImU16) +
                     static_cast<std::size_t>(baked.Glyphs.Capacity) * sizeof(ImFontGlyph);
        }
        return bytes;
    }
    /// What the atlas holds for a character of a body text, with its place relative to the pen.
    std::string picture(char32_t c, TextSize size = TextSize::body) {
        ImFont& font = *atlas().Fonts[0];
        ImFontBaked& baked = *font.GetFontBaked(font_px(size, look.text_scale), environment.pixel_ratio);
        const ImFontGlyph& glyph = *baked.FindGlyph(static_cast<ImWchar>(c));
        ImTextureData& texture = *atlas().TexData;
        const auto place = [](float part, int whole) {
            return static_cast<int>(std::lround(part * static_cast<float>(whole)));
        };
        const int left = place(glyph.U0, texture.Width);
        const int width = place(glyph.U1, texture.Width) - left;
        std::string out = std::to_string(glyph.X0) + " " + std::to_string(glyph.Y0) + " " +
                          std::to_string(glyph.X1) + " " + std::to_string(glyph.Y1) + " " +
                          std::to_string(glyph.AdvanceX) + "\n";
        for (int y = place(glyph.V0, texture.Height); y < place(glyph.V1, texture.Height); ++y)
            out.append(static_cast<const char*>(texture.GetPixelsAt(left, y)),
                       static_cast<std::size_t>(width) * 4);
        return out;
    }

    TellingGlyphs glyphs;
    platform::Environment environment;
    Look look;
    Ui ui;
    double now = 0;
};

void append(std::string& text, std::uint32_t c) {
    char utf8[5] = {};
    ImTextCharToUtf8(utf8, c);
    text += utf8;
}

/// Text `i` of an endless list, in which every ideograph occurs.
std::string ideographs(std::uint32_t i) {
    std::string text;
    std::uint32_t number = i * 2654435761U;
    for (int at = 0; at < 16; ++at) {
        number = number * 1664525U + 1013904223U;
        append(text, 0x4e00 + (number >> 8U) % 20000);
    }
    return text;
}

/// A screen of cards, as a phone shows them.
void draw_cards(Page& page, std::uint32_t first) {
    const float line = page.ui.line_height(TextSize::body);
    std::uint32_t card = first;
    for (float y = 0; y < page.environment.height; y += 4 * line, ++card) {
        text(page.ui, {16, y, 358, line}, "SO-" + std::to_string(card), style::body_strong);
        text(page.ui, {16, y + line, 358, line}, ideographs(2 * card), style::body);
        text(page.ui, {16, y + 2 * line, 358, line}, ideographs(2 * card + 1), style::caption);
    }
}

std::u32string letters(char32_t first, std::size_t count) {
    std::u32string all;
    for (std::size_t i = 0; i < count; ++i)
        all += first + static_cast<char32_t>(i);
    return all;
}

} // namespace

TEST_CASE("An hour of random scrolling in Chinese stays within the memory of the font atlas") {
    constexpr std::size_t kMebibyte = 1024 * 1024;
    Page page;
    page.environment.pixel_ratio = 3;
    std::minstd_rand numbers(1); // the same hour each time
    const auto random = [&] { return static_cast<std::uint32_t>(numbers() >> 8U); };
    std::uint32_t card = 0;
    std::size_t most_texture = 0;
    std::size_t most_tables = 0;
    for (int frame = 0; frame < 3000; ++frame) {
        const std::uint32_t deed = random() % 200;
        if (deed == 0) page.look.text_scale = 1 + 0.25F * static_cast<float>(random() % 5);
        if (deed == 1) page.environment.pixel_ratio = 1 + 0.5F * static_cast<float>(random() % 5);
        if (deed == 2) page.look.theme = random() % 2 == 0 ? ThemeChoice::dark : ThemeChoice::light;
        card = deed == 3 ? random() % 1000000 : card + random() % 3;
        page.frame([&] { draw_cards(page, card); });
        most_texture = std::max(most_texture, page.texture_bytes());
        most_tables = std::max(most_tables, page.table_bytes());
    }
    CHECK(page.glyphs.rendered.size() > 8000);
    // One of 2048 x 2048, and for a frame those that it grew out of.
    CHECK(most_texture <= (16 + 8 + 4) * kMebibyte);
    CHECK(most_tables <= 16 * kMebibyte);
    CHECK(page.atlas().Builder->RectsIndex.Size <= 30000);
}

TEST_CASE("A glyph looks the same after the atlas was emptied") {
    Page page;
    page.environment.pixel_ratio = 2;
    const auto draw = [&] { text(page.ui, {0, 0, 300, 20}, "订单 A7", style::body); };
    page.frame(draw);
    std::map<char32_t, std::string> before;
    for (const char32_t c : std::u32string(U"订单A7"))
        before[c] = page.picture(c);
    CHECK(before[U'订'] != before[U'单']);
    for (std::uint32_t card = 0; card < 800; card += 10)
        page.frame([&] { draw_cards(page, card); });
    page.frame(draw);
    CHECK(page.glyphs.rendered[0x8ba2] > 1);
    for (const auto& [c, picture] : before)
        CHECK(page.picture(c) == picture);
}

TEST_CASE("What one frame shows stays in the atlas however much it is") {
    Page page;
    page.environment.width = page.environment.height = 8000;
    page.environment.pixel_ratio = 3;
    page.look.text_scale = 2;
    std::string all;
    for (std::uint32_t c = 0x4e00; c < 0x4e00 + 550; ++c)
        append(all, c);
    const auto draw = [&] { text(page.ui, {0, 0, 1e6F, 20}, all, style::body); };
    for (int i = 0; i < 6; ++i)
        page.frame(draw);
    const int rendered = page.glyphs.count;
    for (int i = 0; i < 20; ++i)
        page.frame(draw);
    CHECK(page.atlas().Builder->RectsPackedSurface > GlyphCache::kMostPixels);
    CHECK(page.glyphs.count == rendered);
}

TEST_CASE("Sizes that come and go a thousand times leave the places of the atlas in order") {
    Page page;
    // So small that ten sizes and weights do not fit: those shown drop those that are not.
    page.atlas().TexMinWidth = page.atlas().TexMinHeight = 256;
    page.look.language = "en";
    std::string words;
    for (std::uint32_t i = 0; i < 50; ++i)
        append(words, 0x4e00 + i);
    int most = 0;
    for (int visit = 0; visit < 8000; ++visit) {
        const TextStyle shown{static_cast<TextSize>(visit % 5),
                              visit % 10 < 5 ? Weight::regular : Weight::semibold};
        for (int frame = 0; frame < 2; ++frame)
            page.frame([&] { text(page.ui, {0, 0, 2000, 40}, words, shown); });
        for (const ImFontAtlasRectEntry& entry : page.atlas().Builder->RectsIndex)
            most = std::max(most, std::abs(entry.Generation));
    }
    CHECK(page.glyphs.count > 100000); // they were dropped
    CHECK(most > 100);
    CHECK(most < 500); // ImGui counts to 511
}

TEST_CASE("In another language the same character is baked again") {
    Page page;
    const auto draw = [&] { text(page.ui, {0, 0, 300, 20}, "直", style::body); };
    page.look.language = "en";
    page.frame(draw);
    const std::string english = page.picture(U'直');
    page.glyphs.variant = 77;
    page.frame(draw);
    CHECK(page.picture(U'直') == english);
    page.look.language = "zh-CN";
    page.frame(draw);
    CHECK(page.picture(U'直') != english);
}

TEST_CASE("What was warmed up is not rendered when it is shown") {
    Page page;
    const auto nothing = [] {};
    page.frame(nothing);
    const std::u32string wanted = letters(0x4e00, 200);
    int pieces = 0;
    while (page.ui.warm_up(wanted)) {
        REQUIRE(++pieces < 1000);
        platform::accept_textures(page.ui.drawing());
    }
    CHECK(page.glyphs.rendered_of(wanted) == 7 * 200);
    CHECK_FALSE(page.ui.warm_up(wanted));
    std::string all;
    for (const char32_t c : wanted)
        append(all, c);
    for (const TextStyle& text_style : {style::body, style::caption, style::title})
        page.frame([&] { text(page.ui, {0, 0, 1e5F, 30}, all, text_style); });
    CHECK(page.glyphs.rendered_of(wanted) == 7 * 200);
}

TEST_CASE("Warming up begins anew after a change of text size, pixel ratio or language, and stops in time") {
    Page page;
    const auto nothing = [] {};
    const std::u32string wanted = letters(0x4e00, 500);
    const auto warm = [&] {
        page.frame(nothing);
        const int before = page.glyphs.rendered_of(wanted);
        while (page.ui.warm_up(wanted))
            platform::accept_textures(page.ui.drawing());
        return page.glyphs.rendered_of(wanted) - before;
    };
    CHECK(warm() == 3500);
    CHECK(warm() == 0);
    page.look.language = "zh-CN";
    CHECK(warm() == 3500);
    page.look.text_scale = 1.5F;
    CHECK(warm() > 2000);
    page.environment.pixel_ratio = 3;
    const int large = warm(); // as many as fit
    CHECK(large > 200);
    CHECK(large < 2000);
    CHECK(page.atlas().Builder->RectsPackedSurface < GlyphCache::kMostPixels);
    CHECK(page.texture_bytes() <= (16 + 8) * 1024 * 1024);
    CHECK(warm() == 0);
}
