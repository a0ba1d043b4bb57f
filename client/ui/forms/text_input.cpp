#include "client/ui/forms/text_input.h"

#include "client/ui/ui_state.h"
#include "client/ui/widgets/button.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

std::string password_attributes(const TextInputSpec& spec) {
    std::string lines = spec.revealed == Tri::on ? "type=text" : "type=password";
    lines += "\nautocapitalize=none\nautocorrect=off\nspellcheck=false\nautocomplete=";
    return lines + (spec.kind == TextKind::password ? "current-password" : "new-password");
}

std::string attributes_of(const TextInputSpec& spec) {
    std::string lines;
    switch (spec.kind) {
    case TextKind::plain: lines = "type=text\nautocomplete=off"; break;
    case TextKind::name:
        lines = "type=text\nautocomplete=name\nautocapitalize=words\nspellcheck=false";
        break;
    case TextKind::email:
        lines = "type=email\ninputmode=email\nautocomplete=email\nautocapitalize=none";
        break;
    case TextKind::phone: lines = "type=tel\ninputmode=tel\nautocomplete=tel"; break;
    case TextKind::code:
        lines = "type=text\nautocomplete=off\nautocapitalize=none\nautocorrect=off\nspellcheck=false";
        break;
    case TextKind::one_time_code:
        lines = "type=text\ninputmode=numeric\nautocomplete=one-time-code\nspellcheck=false";
        break;
    case TextKind::password:
    case TextKind::new_password: lines = password_attributes(spec); break;
    case TextKind::prose: lines = "spellcheck=true\nautocapitalize=sentences"; break;
    }
    if (spec.max_length > 0) lines += "\nmaxlength=" + std::to_string(spec.max_length);
    if (!spec.words.error.empty()) lines += "\naria-invalid=true";
    if (spec.required == Tri::on) lines += "\naria-required=true";
    return lines;
}

float control_height(Ui& ui, const TextInputSpec& spec) {
    if (spec.kind != TextKind::prose) return ui.control_height();
    return 2 * kMultiLinePadding +
           ui.line_height(field_text_size(ui)) * static_cast<float>(std::max(2, spec.rows));
}

bool is_hidden(const TextInputSpec& spec) {
    const bool is_password = spec.kind == TextKind::password || spec.kind == TextKind::new_password;
    return is_password && spec.revealed != Tri::on;
}

/// One dot a character.
std::string dots(std::string_view value) {
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        next_character(value, at);
        out += "\u2022";
    }
    return out;
}

} // namespace

FieldChange received_change(Ui& ui, Id id) {
    FieldChange change;
    if (const auto typed = ui.changed_value(id)) change.value = std::string(*typed);
    change.submitted = ui.submitted(id);
    change.focused = ui.focused() == id;
    return change;
}

float text_input_height(Ui& ui, float width, const TextInputSpec& spec) {
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, control_height(ui, spec)).height;
}

FieldChange text_input(Ui& ui, const Rect& area, std::string_view key, const TextInputSpec& spec) {
    const FieldLayout layout = lay_out_field(ui, area, spec.words, control_height(ui, spec));
    NativeText field{.node = draw_field_text(ui, layout, spec.words, Role::field, key)};
    FieldChange change = received_change(ui, field.node.id);
    change.height = layout.height;
    const std::string_view value = change.value ? std::string_view(*change.value) : spec.value;
    const std::string attributes = attributes_of(spec);
    field.node.value = value;
    field.node.hint = spec.placeholder;
    field.node.attributes = attributes;
    field.node.enabled = spec.enabled;
    if (spec.kind == TextKind::prose) field.node.more_flags |= platform::node_flag::multi_line;
    field.version = spec.value_version;
    if (!spec.reveal_name.empty()) field.right = layout.control.height;
    paint_field(ui, layout.control, field_state(ui, field.node.id, spec.words, spec.enabled));
    add_native_text(ui, field);
    paint_native_text(ui, field, is_hidden(spec) ? dots(value) : std::string(value), spec.placeholder);
    if (!spec.reveal_name.empty()) {
        const IdScope ids(ui, key);
        Rect rest = layout.control;
        const Rect eye = rest.take_right(rest.height).inset(2);
        const Icon icon = spec.revealed == Tri::on ? Icon::eye_off : Icon::eye;
        change.reveal_pressed = icon_button(ui, eye, "reveal", icon, spec.reveal_name);
    }
    return change;
}

} // namespace orderdeck::client::ui
