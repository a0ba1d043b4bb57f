#pragma once

#include "client/ui/style/type_scale.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace orderdeck::client::ui {

/// What all glyphs depend on.
struct GlyphLook {
    std::string_view language; ///< the same character may look different in another one
    float pixel_ratio = 1;
    float text_scale = 1;
};

/// Decides what the font atlas holds. A long session in Chinese meets thousands of characters in several sizes; the
/// atlas would keep all of them. It is emptied before a frame when its glyphs cover more than kMostPixels (or a quarter
/// more than one frame needs, if that is more); the frame then bakes again what it shows.
class GlyphCache {
public:
    /// Rather more than half of 2048 x 2048 px: with what one more frame adds, and with the gaps between glyphs, the
    /// texture gets no larger than that, 16 MiB of RGBA.
    static constexpr int kMostPixels = 5 * 1024 * 1024 / 2;
    /// As far as warm_up() fills the atlas: it must not be emptied on account of what nobody has seen.
    static constexpr int kMostWarmPixels = 3 * 1024 * 1024 / 2;
    static constexpr int kWarmedAtOnce = 8;

    /// Before Canvas::begin().
    void begin_frame(ImFontAtlas& atlas, const GlyphLook& look);
    /// After Canvas::end().
    void end_frame(const ImFontAtlas& atlas);
    /// Outside of frames, see Ui::warm_up(). `fonts` are by Weight; `characters` must stay where they are until the
    /// work is done.
    bool warm_up(ImFontAtlas& atlas, const std::array<ImFont*, 2>& fonts, std::u32string_view characters);

private:
    bool is_full(const ImFontAtlas& atlas) const;
    /// False: the glyphs of the last frame are of no use to this one.
    bool accept(const GlyphLook& look);
    /// Begins anew when something else is wanted, or the atlas may have dropped what was not drawn.
    void resume(const ImFontAtlas& atlas, std::u32string_view characters);
    ImFontBaked& bake(const std::array<ImFont*, 2>& fonts, const TextStyle& text) const;

    std::string language_;
    float pixel_ratio_ = 1;
    float text_scale_ = 1;
    int limit_ = kMostPixels;
    int first_texture_ = 0; ///< of those made since the atlas was emptied
    bool emptied_ = false;  ///< before the frame that is drawn now

    std::u32string_view warming_;
    int warmed_texture_ = 0; ///< the atlas's when the last piece of work was done
    std::size_t warmed_styles_ = 0;
    std::size_t warmed_characters_ = 0; ///< of the style at which the work is
};

} // namespace orderdeck::client::ui
