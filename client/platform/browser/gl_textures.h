#pragma once

struct ImDrawData;

namespace orderdeck::client::platform::browser {

/// Brings the textures that a drawing uses to the graphics card: only the places that are new or have changed. The
/// context must be current; paints nothing.
void upload_textures(ImDrawData& drawing);

/// Their objects are gone with the context; the pixels live on in memory and count as never uploaded.
void forget_textures(ImDrawData& drawing);

} // namespace orderdeck::client::platform::browser
