#include "client/ui/forms/toggle.h"

#include "client/ui/forms/field_frame.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kMark = 20;
constexpr float kMarkGap = 10;
constexpr float kSwitchWidth = 40;
constexpr float kSwitchHeight = 24;
constexpr float kPadding = 6;

std::string_view note_of(const ToggleSpec& spec) { return spec.error.empty() ? spec.hint : spec.error; }

TextStyle note_style(const ToggleSpec& spec) {
    return spec.error.empty() ? style::caption : style::with(style::caption, Ink::bad);
}

float words_width(float width) { return width - kSwitchWidth - kMarkGap; }

void paint_box(Ui& ui, const Rect& box, const ToggleSpec& spec, bool live) {
    const bool on = spec.checked == Tri::on;
    const Fill edge = !spec.error.empty() ? Fill::bad : live ? Fill::accent : Fill::control;
    ui.painter().fill(box, on ? Fill::accent : Fill::surface, 5);
    if (!on) ui.painter().border(box, edge, 5, 1.5F);
    if (on) ui.painter().icon(Icon::check, box.centered({16, 16}), Ink::on_accent, 3);
}

void paint_switch(Ui& ui, const Rect& box, const ToggleSpec& spec) {
    const bool on = spec.checked == Tri::on;
    ui.painter().fill(box, on ? Fill::accent : Fill::control, box.height / 2);
    const float x = on ? box.right() - kSwitchHeight / 2 : box.x + kSwitchHeight / 2;
    ui.painter().disc({x, box.y + kSwitchHeight / 2}, kSwitchHeight / 2 - 3, Fill::surface);
}

void draw_words(Ui& ui, const Rect& area, const ToggleSpec& spec, const NodeSpec& control) {
    Rect rest = area;
    const Ink ink = spec.enabled == Enabled::yes ? Ink::text : Ink::text3;
    const float height = paragraph_height(ui, rest.width, spec.label, style::body);
    {
        const Label scope(ui, rest.take_top(height), control.labelled_by, control.id);
        lines(ui, {area.x, area.y, area.width, height}, spec.label, style::with(style::body, ink));
    }
    if (note_of(spec).empty()) return;
    const Scope scope(ui, {.role = Role::note, .id = control.described_by, .rect = rest});
    lines(ui, rest, note_of(spec), note_style(spec));
}

bool toggle(Ui& ui, const Rect& area, std::string_view key, ToggleSpec spec, Role role) {
    const Rect row{area.x, area.y, area.width, toggle_height(ui, area.width, spec)};
    NodeSpec node{.role = role, .id = ui.id(key), .rect = row, .test_id = key, .radius = 6};
    const IdScope ids(ui, key);
    node.labelled_by = ui.id("label");
    if (!note_of(spec).empty()) node.described_by = ui.id("note");
    if (!spec.error.empty()) node.attributes = "aria-invalid=true";
    const bool turned = spec.enabled == Enabled::yes && ui.activated(node.id);
    if (turned) spec.checked = spec.checked == Tri::on ? Tri::off : Tri::on; // shown at once
    node.checked = spec.checked;
    node.enabled = spec.enabled;
    node.feedback = Feedback::control;
    leaf(ui, node);
    Rect content = row.inset(0, kPadding);
    const float middle = (ui.line_height(TextSize::body) - kMark) / 2;
    if (role == Role::switch_control) {
        const Rect place = content.take_right(kSwitchWidth);
        content.take_right(kMarkGap);
        paint_switch(ui, {place.x, place.y + middle - 2, kSwitchWidth, kSwitchHeight}, spec);
    } else {
        const Rect place = content.take_left(kMark);
        content.take_left(kMarkGap);
        paint_box(ui, {place.x, place.y + middle, kMark, kMark}, spec, ui.focused() == node.id);
    }
    draw_words(ui, content, spec, node);
    return turned;
}

} // namespace

float toggle_height(Ui& ui, float width, const ToggleSpec& spec) {
    const float inner = words_width(width);
    const float note =
        note_of(spec).empty() ? 0 : paragraph_height(ui, inner, note_of(spec), note_style(spec));
    const float label = paragraph_height(ui, inner, spec.label, style::body);
    return std::max(ui.touch() ? 44.0F : 32.0F, label + note + 2 * kPadding);
}

bool checkbox(Ui& ui, const Rect& area, std::string_view key, const ToggleSpec& spec) {
    return toggle(ui, area, key, spec, Role::checkbox);
}

bool switch_control(Ui& ui, const Rect& area, std::string_view key, const ToggleSpec& spec) {
    return toggle(ui, area, key, spec, Role::switch_control);
}

} // namespace orderdeck::client::ui
