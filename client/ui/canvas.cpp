#include "client/ui/canvas.h"

namespace orderdeck::client::ui {

Canvas::Canvas() {
    atlas_.RendererHasTextures = true;
    atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    // A first page needs about as much as the least: it does not have to grow, and to be uploaded again, in between.
    atlas_.TexMinWidth = atlas_.TexMinHeight = 1024;
    atlas_.TexMaxWidth = atlas_.TexMaxHeight = 4096;
    shared_.FontAtlas = &atlas_;
    shared_.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    shared_.CurveTessellationTol = 0.3F;
    shared_.SetCircleTessellationMaxError(0.1F);
    ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
    drawing_.Textures = &atlas_.TexList;
}

Canvas::~Canvas() { ImFontAtlasRemoveDrawListSharedData(&atlas_, &shared_); }

void Canvas::begin(float width, float height, float pixel_ratio) {
    ImFontAtlasUpdateNewFrame(&atlas_, ++frame_, true);
    drawing_.DisplaySize = {width, height};
    drawing_.FramebufferScale = {pixel_ratio, pixel_ratio};
    shared_.ClipRectFullscreen = {0, 0, width, height};
    shared_.InitialFringeScale = 1 / pixel_ratio;
    // Otherwise the density of a font is that of the text that was pushed last; here nobody pushes.
    for (ImFont* font : atlas_.Fonts)
        font->CurrentRasterizerDensity = pixel_ratio;
    empty(page_);
    empty(overlay_);
}

void Canvas::empty(ImDrawList& list) const {
    list._ResetForNewFrame();
    list.PushTexture(atlas_.TexRef);
    list.PushClipRectFullScreen();
}

void Canvas::end() {
    drawing_.CmdLists.resize(0);
    drawing_.CmdListsCount = drawing_.TotalIdxCount = drawing_.TotalVtxCount = 0;
    drawing_.AddDrawList(&page_);
    drawing_.AddDrawList(&overlay_);
    drawing_.Valid = true;
}

} // namespace orderdeck::client::ui
