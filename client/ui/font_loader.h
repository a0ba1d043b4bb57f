#pragma once

#include "client/platform/glyph_source.h"

struct ImFontAtlas;
struct ImFont;

namespace orderdeck::client::ui {

/// Adds a font of one CSS weight whose glyphs the source renders when they are first drawn. The digits 0 to 9 share
/// the widest one's advance, so figures line up. The source must outlive the atlas.
ImFont* add_font(ImFontAtlas& atlas, platform::GlyphSource& source, int weight);

} // namespace orderdeck::client::ui
