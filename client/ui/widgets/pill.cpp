#include "client/ui/widgets/pill.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr TextStyle kPillText{TextSize::caption, Weight::semibold, Ink::text, Align::left};
constexpr float kPadding = 10;
constexpr float kIconSize = 14;
constexpr float kIconGap = 4;
constexpr float kDotSize = 8;

} // namespace

float pill_height(Ui& ui) { return 8 + ui.line_height(TextSize::caption); }

float pill_width(Ui& ui, std::string_view label, Icon icon) {
    const float icon_width = icon == Icon::none ? 0 : kIconSize + kIconGap;
    return 2 * kPadding + icon_width + text_width(ui, label, kPillText);
}

Rect pill(Ui& ui, const Rect& area, std::string_view label, Tone tone, Icon icon, Align align) {
    const Size size{std::min(area.width, pill_width(ui, label, icon)), pill_height(ui)};
    const Rect box = align == Align::right ? area.right_middle(size) : area.left_middle(size);
    ui.painter().fill(box, soft_fill_of(tone), box.height / 2);
    Rect content = box.inset(kPadding, 0);
    if (icon != Icon::none) {
        ui.painter().icon(icon, content.take_left(kIconSize).left_middle({kIconSize, kIconSize}),
                          ink_of(tone), 2);
        content.take_left(kIconGap);
    }
    text(ui, content, label, style::with(kPillText, ink_of(tone)));
    return box;
}

float status_dot_width(Ui& ui, std::string_view label) {
    return 2 * kDotSize + text_width(ui, label, style::with(style::caption, Ink::text2));
}

Rect status_dot(Ui& ui, const Rect& area, std::string_view label, Tone tone, Align align) {
    const TextStyle style = style::with(style::caption, Ink::text2);
    const Size size{std::min(area.width, status_dot_width(ui, label)), area.height};
    Rect box = align == Align::right ? area.right_middle(size) : area.left_middle(size);
    const Rect all = box;
    const Scope scope(ui, {.role = Role::status, .rect = box});
    const Rect dot = box.take_left(2 * kDotSize);
    ui.painter().disc({dot.x + kDotSize / 2, dot.y + dot.height / 2}, kDotSize / 2, strong_fill_of(tone));
    text(ui, box, label, style);
    return all;
}

} // namespace orderdeck::client::ui
