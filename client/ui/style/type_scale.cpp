#include "client/ui/style/type_scale.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace orderdeck::client::ui {
namespace {

struct Step {
    float font;
    float line;
};

constexpr std::array<Step, 5> kSteps{{{12, 16}, {14, 20}, {16, 24}, {20, 28}, {24, 32}}};

} // namespace

float font_px(TextSize size, float text_scale) {
    return std::round(kSteps[static_cast<std::size_t>(size)].font * text_scale);
}

float line_px(TextSize size, float text_scale) {
    return std::round(kSteps[static_cast<std::size_t>(size)].line * text_scale);
}

int css_weight(Weight weight) { return weight == Weight::semibold ? 600 : 400; }

} // namespace orderdeck::client::ui
