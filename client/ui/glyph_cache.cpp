#include "client/ui/glyph_cache.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

/// ImGui 1.92.2b counts in 10 bits how often the place of a glyph was given to another (its issue 8906). Places are
/// given back only when a texture is made, so this many textures cannot overflow it.
constexpr int kMostTextures = 200;

/// The styles of the screens, the most frequent first.
constexpr std::array<TextStyle, 7> kStyles{style::body,
                                           style::body_strong,
                                           style::caption,
                                           style::lead_strong,
                                           {TextSize::caption, Weight::semibold},
                                           style::title,
                                           style::display};

void empty(ImFontAtlas& atlas) {
    // Discarded first, or the new texture would be made as large as the old one.
    ImFontAtlasBuildDiscardBakes(&atlas, 0);
    ImTextureData& old = *atlas.TexData;
    ImFontAtlasBuildClear(&atlas);
    // What was drawn with it has been painted; only the painter must still hear that it is gone.
    old.DestroyPixels();
}

} // namespace

bool GlyphCache::is_full(const ImFontAtlas& atlas) const {
    return atlas.Builder->RectsPackedSurface > limit_ ||
           atlas.TexNextUniqueID - first_texture_ > kMostTextures;
}

bool GlyphCache::accept(const GlyphLook& look) {
    if (look.language == language_ && look.pixel_ratio == pixel_ratio_ && look.text_scale == text_scale_)
        return true;
    language_ = look.language;
    pixel_ratio_ = look.pixel_ratio;
    text_scale_ = look.text_scale;
    return false;
}

void GlyphCache::begin_frame(ImFontAtlas& atlas, const GlyphLook& look) {
    const bool is_of_use = accept(look);
    if (atlas.Builder == nullptr || (is_of_use && !is_full(atlas))) return;
    empty(atlas);
    first_texture_ = atlas.TexNextUniqueID;
    emptied_ = true;
}

void GlyphCache::end_frame(const ImFontAtlas& atlas) {
    if (!emptied_) return;
    emptied_ = false;
    const int needed = atlas.Builder->RectsPackedSurface;
    limit_ = std::max(kMostPixels, needed + needed / 4);
}

void GlyphCache::resume(const ImFontAtlas& atlas, std::u32string_view characters) {
    const bool is_same = warming_.data() == characters.data() && warming_.size() == characters.size() &&
                         warmed_texture_ == atlas.TexNextUniqueID;
    if (is_same) return;
    warming_ = characters;
    warmed_styles_ = warmed_characters_ = 0;
}

ImFontBaked& GlyphCache::bake(const std::array<ImFont*, 2>& fonts, const TextStyle& text) const {
    ImFont& font = *fonts[text.weight == Weight::semibold ? 1 : 0];
    return *font.GetFontBaked(font_px(text.size, text_scale_), pixel_ratio_);
}

bool GlyphCache::warm_up(ImFontAtlas& atlas, const std::array<ImFont*, 2>& fonts,
                         std::u32string_view characters) {
    if (atlas.Builder == nullptr || characters.empty()) return false;
    resume(atlas, characters);
    // What was uploaded is forgotten only when a frame begins, and would be uploaded again.
    if (atlas.TexData->Status == ImTextureStatus_OK) atlas.TexData->Updates.resize(0);
    // Asked for, a size counts as used: it is not dropped when the atlas grows for the next one.
    for (std::size_t done = 0; done < warmed_styles_; ++done)
        bake(fonts, kStyles[done]);
    for (int baked_now = 0; baked_now < kWarmedAtOnce && warmed_styles_ < kStyles.size();) {
        if (atlas.Builder->RectsPackedSurface > kMostWarmPixels) {
            warmed_styles_ = kStyles.size();
            break;
        }
        ImFontBaked& baked = bake(fonts, kStyles[warmed_styles_]);
        const auto c = static_cast<ImWchar>(characters[warmed_characters_]);
        if (!baked.IsGlyphLoaded(c)) {
            baked.FindGlyph(c);
            ++baked_now;
        }
        if (++warmed_characters_ < characters.size()) continue;
        warmed_characters_ = 0;
        ++warmed_styles_;
    }
    warmed_texture_ = atlas.TexNextUniqueID;
    return warmed_styles_ < kStyles.size();
}

} // namespace orderdeck::client::ui
