#pragma once

namespace orderdeck::client::platform::browser {

/// Brings the textures of ImGui's font atlas to the graphics card: only the places that are new or have changed. The
/// context must be current; paints nothing.
void upload_textures();

/// Their objects are gone with the context; the pixels live on in memory and count as never uploaded.
void forget_textures();

} // namespace orderdeck::client::platform::browser
