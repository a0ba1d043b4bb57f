#include "client/ui/font_loader.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <vector>

namespace orderdeck::client::ui {
namespace {

using platform::GlyphImage;
using platform::GlyphSource;

struct DigitWidth {
    float size = 0;
    float width = 0;
};

/// What belongs to one weight; lives as FontLoaderData.
struct Face {
    GlyphSource& source;
    int weight;
    std::vector<DigitWidth> digits;
    GlyphImage image;
};

Face& face_of(const ImFontConfig* config) { return *static_cast<Face*>(config->FontLoaderData); }

bool is_digit(ImWchar c) { return c >= '0' && c <= '9'; }

/// Joiners, variation selectors and the zero-width space take no room.
bool is_invisible(ImWchar c) {
    return c == 0x200b || c == 0x200d || c == 0x2060 || (c >= 0xfe00 && c <= 0xfe0f);
}

float digit_width(Face& face, float size) {
    for (const DigitWidth& known : face.digits) {
        if (known.size == size) return known.width;
    }
    float widest = 0;
    for (std::uint32_t c = '0'; c <= '9'; ++c)
        widest = std::max(widest, face.source.advance(c, face.weight, size));
    face.digits.push_back({size, std::round(widest)});
    return face.digits.back().width;
}

bool init_source(ImFontAtlas* atlas, ImFontConfig* config) {
    config->FontLoaderData = IM_NEW(Face){
        *static_cast<GlyphSource*>(atlas->UserData), static_cast<int>(config->FontLoaderFlags), {}, {}};
    return true;
}

void destroy_source(ImFontAtlas*, ImFontConfig* config) {
    IM_DELETE(static_cast<Face*>(config->FontLoaderData));
    config->FontLoaderData = nullptr;
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar c) { return c >= 0x20 && !(c >= 0xd800 && c <= 0xdfff); }

bool init_baked(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
    Face& face = face_of(config);
    const platform::VerticalMetrics metrics = face.source.vertical_metrics(face.weight, baked->Size);
    const float spare = baked->Size - (metrics.ascent + metrics.descent);
    baked->Ascent = std::round(metrics.ascent + spare / 2);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool place_bitmap(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, const GlyphImage& image,
                  float shift, float density, ImFontGlyph* out) {
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, image.width, image.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
    out->X0 = (static_cast<float>(image.left) + shift) / density;
    out->Y0 = static_cast<float>(image.top) / density + baked->Ascent;
    out->X1 = out->X0 + static_cast<float>(image.width) / density;
    out->Y1 = out->Y0 + static_cast<float>(image.height) / density;
    out->Visible = true;
    out->Colored = image.colored;
    out->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, out, rect, image.rgba.data(),
                                       ImTextureFormat_RGBA32, image.width * 4);
    return true;
}

// Advances are whole device pixels, so that every glyph of a line starts on one and stays crisp.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar c,
                ImFontGlyph* out, float* out_advance) {
    if (!contains(atlas, config, c)) return false;
    Face& face = face_of(config);
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    const float size = baked->Size * density;
    if (out_advance != nullptr) {
        const float advance =
            is_digit(c) ? digit_width(face, size) : face.source.advance(c, face.weight, size);
        *out_advance = is_invisible(c) ? 0 : std::round(advance) / density;
        return true;
    }
    out->Codepoint = c & 0x1fffff;
    out->AdvanceX = 0;
    if (is_invisible(c)) return true;
    GlyphImage& image = face.image;
    face.source.render(c, face.weight, size, image);
    float advance = std::round(image.advance);
    float shift = 0;
    if (is_digit(c)) {
        const float wide = digit_width(face, size);
        shift = std::floor((wide - advance) / 2);
        advance = wide;
    }
    out->AdvanceX = advance / density;
    if (image.width == 0 || image.height == 0) return true;
    return place_bitmap(atlas, config, baked, image, shift, density, out);
}

const ImFontLoader& loader() {
    static const ImFontLoader instance = [] {
        ImFontLoader made;
        made.Name = "system fonts";
        made.FontSrcInit = init_source;
        made.FontSrcDestroy = destroy_source;
        made.FontSrcContainsGlyph = contains;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return instance;
}

} // namespace

ImFont* add_font(ImFontAtlas& atlas, platform::GlyphSource& source, int weight) {
    atlas.UserData = &source;
    atlas.SetFontLoader(&loader());
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontLoaderFlags = static_cast<unsigned int>(weight);
    config.SizePixels = 16;
    return atlas.AddFont(&config);
}

} // namespace orderdeck::client::ui

// Named by imgui_config.h so that stb_truetype is not linked; the atlas asks for it before any font is added.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return &orderdeck::client::ui::loader(); }
} // namespace ImGuiFreeType
