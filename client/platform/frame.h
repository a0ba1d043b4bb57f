#pragma once

#include "client/platform/environment.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

struct ImDrawData;

namespace orderdeck::client::platform {

enum class InputKind : std::uint8_t {
    activated,     ///< a click, tap, Enter, Space or assistive action on node `id`
    value_changed, ///< field `id` now holds `text`; of files: "key<TAB>name<TAB>bytes<TAB>type", one a line
    stepped,       ///< arrow key in a field with the attribute steps: y is 1 for up, -1 for down
    submitted,     ///< Enter in field `id`
    focused,       ///< the focus is on node `id`; 0: nowhere
    scrolled,      ///< scroller `id` stands at x, y
    route_changed, ///< Navigation::current() is new; `text`: saved scroll positions of that entry, "id:x:y,..."
    overlay_back, ///< Back was pressed while a menu, sheet or dialog was open
    escape_pressed,
    search_pressed, ///< "/" outside of a field
    find_pressed,   ///< the browser's own find in page was asked for, and comes
    hinted,         ///< the tooltip of node `id` is due; 0: none
    environment_changed,
};

/// Something the browser received between two frames.
struct InputEvent {
    InputKind kind = InputKind::activated;
    std::uint32_t id = 0;
    float x = 0;
    float y = 0;
    std::string text = {};
};

struct FrameInput {
    double now_ms = 0; ///< monotonic, for animation only
    std::span<const InputEvent> events = {};
};

/// `nodes` is the buffer of node_buffer.h and lives until the next frame.
struct FrameOutput {
    std::span<const std::uint32_t> nodes = {};
    bool again = false; ///< something still settles or moves: draw another frame
};

/// The application as the platform sees it.
class FrameClient {
public:
    virtual ~FrameClient() = default;
    /// Requests were completed or a timer is due. Also called while the page is hidden, when there are no frames.
    virtual void react() = 0;
    virtual FrameOutput frame(const FrameInput& input) = 0;
    /// What the last frame looks like, for the platform to paint, and the textures that it wants. One object for as long
    /// as the client lives.
    virtual ImDrawData& drawing() = 0;
    /// Nobody does anything: a millisecond's worth of what later frames will need, nothing of it to be seen.
    /// True: there is more to prepare.
    virtual bool idle() { return false; }
};

} // namespace orderdeck::client::platform
