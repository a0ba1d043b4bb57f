#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace orderdeck::client::ui {

/// What there is of Dear ImGui behind a page: its font atlas and its draw lists. They need no ImGui context, and without
/// one its windows, widgets and input, which nobody here uses, are not linked at all.
class Canvas {
public:
    Canvas();
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    ImFontAtlas& atlas() { return atlas_; }
    /// Empties the lists. Sizes are CSS px; what is painted is softened over one device pixel.
    void begin(float width, float height, float pixel_ratio);
    /// What was painted can be shown until the next begin().
    void end();
    ImDrawList& page() { return page_; }
    ImDrawList& overlay() { return overlay_; }
    /// One for as long as the canvas lives; its textures are the atlas's.
    ImDrawData& drawing() { return drawing_; }

private:
    void empty(ImDrawList& list) const;

    ImFontAtlas atlas_;
    ImDrawListSharedData shared_;
    ImDrawList page_{&shared_};
    ImDrawList overlay_{&shared_};
    ImDrawData drawing_;
    int frame_ = 0;
};

} // namespace orderdeck::client::ui
