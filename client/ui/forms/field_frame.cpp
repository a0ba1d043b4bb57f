#include "client/ui/forms/field_frame.h"

#include "client/ui/ui_state.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kGap = 6;
constexpr float kIcon = 16;

std::string_view note_of(const FieldText& words) { return words.error.empty() ? words.hint : words.error; }

TextStyle note_style(const FieldText& words) {
    return words.error.empty() ? style::caption : style::with(style::caption, Ink::bad);
}

float note_indent(const FieldText& words) { return words.error.empty() ? 0 : kIcon + kGap; }

void draw_label(Ui& ui, const Rect& area, const FieldText& words, Id label, Id control) {
    const Label scope(ui, area, label, control);
    Rect rest = area;
    const Rect drawn = text(ui, rest, words.label, style::body_strong);
    rest.take_left(drawn.width + kGap);
    if (!words.optional.empty()) text(ui, rest, words.optional, style::muted);
}

void draw_note(Ui& ui, const Rect& area, const FieldText& words, Id note) {
    const Scope scope(ui, {.role = Role::note, .id = note, .rect = area});
    Rect rest = area;
    if (!words.error.empty()) {
        const Rect mark = rest.take_left(kIcon + kGap);
        ui.painter().icon(
            Icon::alert,
            Rect{mark.x, mark.y, kIcon, ui.line_height(TextSize::caption)}.centered({kIcon, kIcon}), Ink::bad,
            2);
    }
    lines(ui, rest, note_of(words), note_style(words));
}

} // namespace

Label::Label(Ui& ui, const Rect& area, Id label, Id control)
    : scope_(ui, {.role = Role::label,
                  .id = label,
                  .rect = area,
                  .attributes = "for=n" + std::to_string(control.value)}) {}

FieldLayout lay_out_field(Ui& ui, const Rect& area, const FieldText& words, float control_height) {
    FieldLayout layout;
    Rect rest{area.x, area.y, area.width, 1e6F};
    if (!words.label.empty()) {
        layout.label = rest.take_top(ui.line_height(TextSize::body));
        rest.take_top(kGap);
    }
    layout.control = rest.take_top(control_height);
    if (!note_of(words).empty()) {
        rest.take_top(kGap);
        layout.note = rest.take_top(
            paragraph_height(ui, area.width - note_indent(words), note_of(words), note_style(words)));
    }
    layout.height = rest.y - area.y;
    return layout;
}

NodeSpec draw_field_text(Ui& ui, const FieldLayout& layout, const FieldText& words, Role role,
                         std::string_view key) {
    NodeSpec node{
        .role = role, .id = ui.id(key), .rect = layout.control, .test_id = key, .radius = kFieldRadius};
    const IdScope ids(ui, key);
    const Id label = ui.id("label");
    const Id note = ui.id("note");
    if (!layout.label.empty()) {
        draw_label(ui, layout.label, words, label, node.id);
        node.labelled_by = label;
    }
    if (!layout.note.empty()) {
        draw_note(ui, layout.note, words, note);
        node.described_by = note;
    }
    return node;
}

FieldState field_state(Ui& ui, Id control, const FieldText& words, Enabled enabled) {
    if (enabled == Enabled::no) return FieldState::disabled;
    if (ui.focused() == control) return FieldState::live;
    return words.error.empty() ? FieldState::idle : FieldState::invalid;
}

void paint_field(Ui& ui, const Rect& area, FieldState state, Fill background) {
    ui.painter().fill(area, state == FieldState::disabled ? Fill::page : background, kFieldRadius);
    switch (state) {
    case FieldState::idle: ui.painter().border(area, Fill::control, kFieldRadius); break;
    case FieldState::live: ui.painter().border(area, Fill::accent, kFieldRadius, 2); break;
    case FieldState::invalid: ui.painter().border(area, Fill::bad, kFieldRadius, 2); break;
    case FieldState::disabled: ui.painter().border(area, Fill::line, kFieldRadius); break;
    }
}

TextSize field_text_size(Ui& ui) {
    return ui.touch() || ui.layout() == LayoutClass::phone ? TextSize::lead : TextSize::body;
}

void add_native_text(Ui& ui, const NativeText& field) {
    UiState& state = ui.state();
    platform::NodeRecord& record = state.mirror.record(state.mirror.leaf(field.node));
    record.font_size = ui.font_size(field_text_size(ui));
    record.padding_left = field.left;
    record.padding_right = field.right;
    record.color = color_of(Ink::text, state.scheme).rgb;
    record.value_version = field.version;
}

void paint_native_text(Ui& ui, const NativeText& field, std::string_view shown, std::string_view hint) {
    if (ui.focused() == field.node.id) return;
    Rect content = field.node.rect;
    content.take_left(field.left);
    content.take_right(field.right);
    const Ink ink = shown.empty() || field.node.enabled == Enabled::no ? Ink::text3 : Ink::text;
    const TextStyle style{field_text_size(ui), Weight::regular, ink, Align::left};
    ui.painter().push_clip(content);
    if ((field.node.more_flags & platform::node_flag::multi_line) != 0) {
        content.take_top(kMultiLinePadding);
        decorative_lines(ui, content, shown.empty() ? hint : shown, style);
    } else {
        decorative_text(ui, content, shown.empty() ? hint : shown, style);
    }
    ui.painter().pop_clip();
}

} // namespace orderdeck::client::ui
