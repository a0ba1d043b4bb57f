#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

struct BannerSpec {
    std::string_view text = {};
    Tone tone = Tone::info;
    Icon icon = Icon::info;
    std::string_view action = {}; ///< label of a button, empty: none
};

/// A message across the content; spoken when it appears. Returns true when its action was activated.
bool banner(Ui& ui, const Rect& area, std::string_view key, const BannerSpec& spec);
float banner_height(Ui& ui, float width, const BannerSpec& spec);

/// A place that is still being loaded: pulses by CSS, costs no frames.
void skeleton(Ui& ui, const Rect& area, float radius = 6);

struct EmptyStateSpec {
    Icon icon = Icon::box;
    std::string_view title = {};
    std::string_view text = {};
    std::string_view action = {}; ///< label of a button, empty: none
};

/// What is shown where there is nothing, in the middle of the area. Returns true when its action was activated.
bool empty_state(Ui& ui, const Rect& area, std::string_view key, const EmptyStateSpec& spec);

} // namespace orderdeck::client::ui
