#include "client/ui/forms/number_input.h"

#include "client/ui/ui_state.h"
#include "client/ui/widgets/button.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kGap = 8;

struct StepButton {
    std::string_view key;
    Icon icon;
    std::string_view name;
    Enabled enabled;
};

bool step_button(Ui& ui, const Rect& area, const StepButton& spec) {
    paint_field(ui, area, spec.enabled == Enabled::yes ? FieldState::idle : FieldState::disabled);
    return icon_button(ui, area, spec.key, spec.icon, spec.name, spec.enabled);
}

Enabled both(Enabled first, Enabled second) {
    return first == Enabled::yes && second == Enabled::yes ? Enabled::yes : Enabled::no;
}

} // namespace

float number_input_height(Ui& ui, float width, const NumberInputSpec& spec) {
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, ui.control_height()).height;
}

NumberChange number_input(Ui& ui, const Rect& area, std::string_view key, const NumberInputSpec& spec) {
    FieldLayout layout = lay_out_field(ui, area, spec.words, ui.control_height());
    const float side = layout.control.height;
    const Rect less = layout.control.take_left(side);
    const Rect more = layout.control.take_right(side);
    layout.control = layout.control.inset(kGap, 0);

    NativeText field{.node = draw_field_text(ui, layout, spec.words, Role::field, key)};
    NumberChange change{.typed = received_change(ui, field.node.id), .step = ui.stepped(field.node.id)};
    change.typed.height = layout.height;
    if (change.step > 0 && spec.more == Enabled::no) change.step = 0;
    if (change.step < 0 && spec.less == Enabled::no) change.step = 0;
    std::string attributes = "type=text\ninputmode=decimal\nautocomplete=off\nspellcheck=false\nsteps=1";
    if (!spec.words.error.empty()) attributes += "\naria-invalid=true";
    const IdScope ids(ui, key);
    if (step_button(ui, less, {"less", Icon::minus, spec.less_name, both(spec.less, spec.enabled)}))
        change.step = -1;

    const std::string_view value = change.typed.value ? std::string_view(*change.typed.value) : spec.value;
    const TextStyle unit = style::muted;
    const float unit_width = spec.unit.empty() ? 0 : text_width(ui, spec.unit, unit) + kGap;
    field.node.value = value;
    field.node.attributes = attributes;
    field.node.description = spec.unit;
    field.node.enabled = spec.enabled;
    field.node.more_flags = platform::node_flag::select_all;
    field.right = kFieldPadding + unit_width;
    field.version = spec.value_version;
    paint_field(ui, layout.control, field_state(ui, field.node.id, spec.words, spec.enabled));
    add_native_text(ui, field);
    paint_native_text(ui, field, value, {});
    if (!spec.unit.empty()) {
        Rect rest = layout.control.inset(kFieldPadding, 0);
        decorative_text(ui, rest.take_right(unit_width), spec.unit, style::with(unit, Align::right));
    }
    if (step_button(ui, more, {"more", Icon::plus, spec.more_name, both(spec.more, spec.enabled)}))
        change.step = 1;
    return change;
}

} // namespace orderdeck::client::ui
