#pragma once

struct ImDrawData;

namespace orderdeck::client::platform {

/// Answers ImGui's wishes for textures without a graphics card: where nothing is painted (tests, plain mode) the font
/// atlas still wants to know that its pixels were taken.
void accept_textures(ImDrawData& drawing);

} // namespace orderdeck::client::platform
