#include "client/ui/widgets/notice.h"

#include "client/ui/widgets/button.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kPadding = 12;
constexpr float kIcon = 20;
constexpr float kEmptyWidth = 420;

float text_space(Ui& ui, float width, const BannerSpec& spec) {
    const float action = spec.action.empty() ? 0 : button_width(ui, {.label = spec.action}) + kPadding;
    return width - 2 * kPadding - kIcon - 10 - action;
}

} // namespace

float banner_height(Ui& ui, float width, const BannerSpec& spec) {
    const float text = paragraph_height(ui, text_space(ui, width, spec), spec.text, style::body);
    return 2 * kPadding + std::max(text, spec.action.empty() ? 0.0F : ui.control_height());
}

bool banner(Ui& ui, const Rect& area, std::string_view key, const BannerSpec& spec) {
    const IdScope ids(ui, key);
    const Scope scope(ui, {.role = Role::status, .id = ui.id("banner"), .rect = area});
    ui.painter().fill(area, soft_fill_of(spec.tone), 12);
    Rect content = area.inset(kPadding, kPadding);
    const float line = ui.line_height(TextSize::body);
    bool activated = false;
    Rect action{};
    if (!spec.action.empty()) {
        action = content.take_right(button_width(ui, {.label = spec.action}));
        content.take_right(kPadding);
    }
    const float width = text_space(ui, area.width, spec);
    const float height = paragraph_height(ui, width, spec.text, style::body);
    Rect words = content.left_middle({content.width, height});
    const Rect icon = words.take_left(kIcon);
    ui.painter().icon(spec.icon, Rect{icon.x, icon.y, kIcon, line}.centered({kIcon, kIcon}),
                      ink_of(spec.tone));
    words.take_left(10);
    paragraph(ui, words, spec.text, style::with(style::body, ink_of(spec.tone)));
    if (!spec.action.empty()) {
        activated = button(ui, action.right_middle({action.width, ui.control_height()}), "action",
                           {.label = spec.action});
    }
    return activated;
}

void skeleton(Ui& ui, const Rect& area, float radius) {
    leaf(ui, {.role = Role::skeleton, .rect = area, .radius = radius});
}

bool empty_state(Ui& ui, const Rect& area, std::string_view key, const EmptyStateSpec& spec) {
    const IdScope ids(ui, key);
    const float width = std::min(kEmptyWidth, area.width - 32);
    TextStyle words = style::with(style::secondary, Align::center);
    const TextStyle strong = style::with(style::lead_strong, Align::center);
    const float title = paragraph_height(ui, width, spec.title, strong);
    const float body = spec.text.empty() ? 0 : paragraph_height(ui, width, spec.text, words) + 4;
    const float action = spec.action.empty() ? 0 : ui.control_height() + 20;
    Rect content = area.centered({width, 56 + 16 + title + body + action});
    const Rect disc = content.take_top(56).centered({56, 56});
    ui.painter().fill(disc, Fill::mute_soft, 28);
    ui.painter().icon(spec.icon, disc.centered({24, 24}), Ink::text3);
    content.take_top(16);
    paragraph(ui, content.take_top(title), spec.title, strong);
    if (!spec.text.empty()) {
        content.take_top(4);
        content.take_top(paragraph(ui, content, spec.text, words));
    }
    if (spec.action.empty()) return false;
    content.take_top(20);
    const ButtonSpec again{.label = spec.action};
    const Rect line = content.take_top(ui.control_height());
    return button(ui, line.centered({button_width(ui, again), line.height}), "action", again);
}

} // namespace orderdeck::client::ui
