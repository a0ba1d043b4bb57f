#pragma once

namespace orderdeck::client::platform::browser {

/// Paints ImGui's draw data with WebGL2 on the element "#canvas". Without WebGL2, or while the context is lost, it
/// paints nothing and keeps the font atlas consistent.
class GlPainter {
public:
    /// After the ImGui context was made. False: there is no WebGL2.
    bool start();
    void begin_frame();
    void paint(float width, float height, float pixel_ratio);
    void context_lost();
    void context_restored();

private:
    bool usable_ = false;
};

} // namespace orderdeck::client::platform::browser
