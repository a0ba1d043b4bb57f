#pragma once

#include "shared/base/viewer_clock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace orderdeck::client::platform {

/// Distances from the edges of the canvas in CSS px.
struct Insets {
    float top = 0;
    float right = 0;
    float bottom = 0;
    float left = 0;
};

using base::OffsetTransition;

/// What the device and the person's settings say. A value; `version` grows with every change.
struct Environment {
    std::uint32_t version = 0;
    float width = 0;                                ///< of the canvas, CSS px
    float height = 0;                               ///< of the canvas, CSS px
    float pixel_ratio = 1;                          ///< device px per CSS px
    Insets safe_area = {};                          ///< notch, home indicator
    float keyboard_inset = 0;                       ///< what the soft keyboard covers at the bottom, CSS px
    std::vector<std::string> languages = {};        ///< BCP 47, most wanted first
    std::string zone = {};                          ///< IANA name, "Asia/Shanghai"; empty when unknown
    std::vector<OffsetTransition> transitions = {}; ///< sorted; the first one holds since ever; never empty
    bool prefers_dark = false;
    bool reduced_motion = false;
    bool forced_colors = false;
    bool visible = true;
    bool online = true;
    bool touch = false; ///< the main pointer is a finger
};

} // namespace orderdeck::client::platform
