#pragma once

struct ImDrawData;
struct ImDrawList;

namespace orderdeck::client::platform::browser {

/// Paints a client's drawing with WebGL2 on the element "#canvas". Without WebGL2, or while the context is lost, it
/// paints nothing and keeps the font atlas consistent. Never asks the graphics card for anything once it has started:
/// an answer waits until everything before it was painted.
class GlPainter {
public:
    /// Paints this one from now on. False: there is no WebGL2.
    bool start(ImDrawData& drawing);
    void paint();
    /// Uploads what the font atlas got since the last frame. False: there is no context to upload to.
    bool upload();
    void context_lost();
    void context_restored();

private:
    bool make_objects();
    void paint(const ImDrawList& list, const ImDrawData& data, int height);

    ImDrawData* drawing_ = nullptr;
    bool usable_ = false;
    int projection_ = 0;
    unsigned int vertices_ = 0;
    unsigned int indices_ = 0;
};

} // namespace orderdeck::client::platform::browser
