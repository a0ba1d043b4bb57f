#include "client/ui/forms/date_input.h"

#include "client/ui/ui_state.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kNarrow = 340;
constexpr float kGap = 16;

void append(std::string& lines, std::string_view name, std::string_view value) {
    if (!value.empty()) lines.append("\n").append(name).append("=").append(value);
}

struct NativePicker {
    std::string_view type;
    Icon icon;
};
constexpr NativePicker kDay{"type=date\nautocomplete=off", Icon::calendar};
constexpr NativePicker kTime{"type=time\nautocomplete=off", Icon::clock};

FieldChange draw_picker(Ui& ui, const Rect& area, std::string_view key, const DateInputSpec& spec,
                        const NativePicker& picker) {
    const FieldLayout layout = lay_out_field(ui, area, spec.words, ui.control_height());
    NativeText field{.node = draw_field_text(ui, layout, spec.words, Role::field, key)};
    FieldChange change = received_change(ui, field.node.id);
    change.height = layout.height;
    std::string attributes(picker.type);
    append(attributes, "min", spec.earliest);
    append(attributes, "max", spec.latest);
    if (!spec.words.error.empty()) attributes += "\naria-invalid=true";
    field.node.value = change.value ? std::string_view(*change.value) : spec.value;
    field.node.attributes = attributes;
    field.node.enabled = spec.enabled;
    paint_field(ui, layout.control, field_state(ui, field.node.id, spec.words, spec.enabled));
    add_native_text(ui, field);
    if (change.focused) return change;
    paint_native_text(ui, field, spec.shown, spec.hint);
    Rect content = layout.control.inset(kFieldPadding, 0);
    ui.painter().icon(picker.icon, content.take_right(18).right_middle({18, 18}), Ink::text2);
    return change;
}

Rect half(const Rect& area) { return {area.x, area.y, (area.width - kGap) / 2, area.height}; }

} // namespace

float date_input_height(Ui& ui, float width, const DateInputSpec& spec) {
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, ui.control_height()).height;
}

FieldChange date_input(Ui& ui, const Rect& area, std::string_view key, const DateInputSpec& spec) {
    return draw_picker(ui, area, key, spec, kDay);
}

float time_input_height(Ui& ui, float width, const DateInputSpec& spec) {
    return date_input_height(ui, width, spec);
}

FieldChange time_input(Ui& ui, const Rect& area, std::string_view key, const DateInputSpec& spec) {
    return draw_picker(ui, area, key, spec, kTime);
}

float date_range_height(Ui& ui, float width, const DateRangeSpec& spec) {
    const float part = width < kNarrow ? width : half({0, 0, width, 0}).width;
    const float from = date_input_height(ui, part, spec.from);
    const float until = date_input_height(ui, part, spec.until);
    return width < kNarrow ? from + kGap + until : std::max(from, until);
}

DateRangeChange date_range(Ui& ui, const Rect& area, std::string_view key, const DateRangeSpec& spec) {
    const float height = date_range_height(ui, area.width, spec);
    const Scope group(ui, {.role = Role::group,
                           .id = ui.id(key),
                           .rect = {area.x, area.y, area.width, height},
                           .name = spec.name});
    const IdScope ids(ui, key);
    DateRangeChange change;
    change.height = height;
    const bool narrow = area.width < kNarrow;
    const Rect first = narrow ? area : half(area);
    change.from = date_input(ui, first, "from", spec.from);
    DateInputSpec until = spec.until;
    if (!spec.from.value.empty()) until.earliest = std::max(until.earliest, spec.from.value);
    const Rect second =
        narrow ? area.moved(0, change.from.height + kGap) : first.moved(first.width + kGap, 0);
    change.until = date_input(ui, second, "until", until);
    return change;
}

} // namespace orderdeck::client::ui
