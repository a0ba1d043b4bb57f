#include "client/ui/forms/choice.h"

#include "client/ui/forms/text_input.h"
#include "client/ui/ui_state.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kMark = 20;
constexpr float kMarkGap = 10;

/// "key<TAB>words" a line; an empty first one where nothing is chosen yet.
std::string options_of(const ChoiceSpec& spec, std::string_view chosen) {
    std::string lines;
    if (find_choice(spec.choices, chosen) == nullptr) lines = "\t\n";
    for (const Choice& choice : spec.choices)
        lines.append(choice.key).append("\t").append(choice.label).append("\n");
    return lines;
}

float row_height(Ui& ui, float width, const Choice& choice) {
    const float inner = width - kMark - kMarkGap;
    const float hint = choice.hint.empty() ? 0 : paragraph_height(ui, inner, choice.hint, style::caption);
    const float label = paragraph_height(ui, inner, choice.label, style::body);
    return std::max(ui.touch() ? 44.0F : 32.0F, label + hint + 12);
}

void paint_mark(Ui& ui, const Rect& row, Tri checked, bool live) {
    const Point center{row.x + kMark / 2, row.y + 6 + ui.line_height(TextSize::body) / 2};
    const bool on = checked == Tri::on;
    ui.painter().disc(center, kMark / 2, on ? Fill::accent : Fill::surface);
    if (!on) ui.painter().ring(center, kMark / 2, live ? Fill::accent : Fill::control, 1.5F);
    if (on) ui.painter().disc(center, 4, Fill::surface);
}

/// The radio lies over its whole row; its words name it.
void draw_radio(Ui& ui, const Rect& row, const Choice& choice, const ChoiceSpec& spec, std::string_view set) {
    const Id label = [&] {
        const IdScope ids(ui, choice.key);
        return ui.id("label");
    }();
    NodeSpec node{
        .role = Role::radio, .id = ui.id(choice.key), .rect = row, .test_id = choice.key, .radius = 6};
    node.attributes = set;
    node.labelled_by = label;
    node.enabled = spec.enabled;
    node.feedback = Feedback::control;
    node.checked = choice.key == spec.chosen ? Tri::on : Tri::off;
    leaf(ui, node);
    paint_mark(ui, row, node.checked, ui.focused() == node.id);
    Rect content = row;
    content.take_top(6);
    content.take_left(kMark + kMarkGap);
    const Label words(ui, content, label, node.id);
    const Ink ink = spec.enabled == Enabled::yes ? Ink::text : Ink::text3;
    content.take_top(lines(ui, content, choice.label, style::with(style::body, ink)));
    if (!choice.hint.empty()) lines(ui, content, choice.hint, style::caption);
}

float rows_height(Ui& ui, float width, const ChoiceSpec& spec) {
    float height = 0;
    for (const Choice& choice : spec.choices)
        height += row_height(ui, width, choice);
    return height;
}

} // namespace

const Choice* find_choice(std::span<const Choice> choices, std::string_view key) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [key](const Choice& choice) { return choice.key == key; });
    return found == choices.end() ? nullptr : &*found;
}

float select_height(Ui& ui, float width, const ChoiceSpec& spec) {
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, ui.control_height()).height;
}

ChoiceChange select(Ui& ui, const Rect& area, std::string_view key, const ChoiceSpec& spec) {
    UiState& state = ui.state();
    const FieldLayout layout = lay_out_field(ui, area, spec.words, ui.control_height());
    NodeSpec node = draw_field_text(ui, layout, spec.words, Role::select, key);
    ChoiceChange change{.chosen = std::nullopt, .height = layout.height};
    const auto picked = ui.changed_value(node.id);
    if (picked && spec.enabled == Enabled::yes && find_choice(spec.choices, *picked) != nullptr)
        change.chosen = *picked;
    const std::string_view chosen = change.chosen ? std::string_view(*change.chosen) : spec.chosen;
    node.value = chosen;
    node.enabled = spec.enabled;
    node.feedback = Feedback::control;
    if (!spec.words.error.empty()) node.attributes = "aria-invalid=true";
    paint_field(ui, layout.control, field_state(ui, node.id, spec.words, spec.enabled));
    platform::NodeRecord& record = state.mirror.record(state.mirror.leaf(node));
    record.text = state.mirror.add_string(options_of(spec, chosen));
    record.font_size = ui.font_size(field_text_size(ui));

    Rect content = layout.control.inset(kFieldPadding, 0);
    ui.painter().icon(Icon::chevron_down, content.take_right(20).right_middle({20, 20}), Ink::text2);
    const Choice* shown = find_choice(spec.choices, chosen);
    const Ink ink = spec.enabled == Enabled::yes ? Ink::text : Ink::text3;
    if (shown != nullptr)
        decorative_text(ui, content, shown->label, {field_text_size(ui), Weight::regular, ink});
    return change;
}

float radio_group_height(Ui& ui, float width, const ChoiceSpec& spec) {
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, rows_height(ui, width, spec)).height;
}

ChoiceChange radio_group(Ui& ui, const Rect& area, std::string_view key, const ChoiceSpec& spec) {
    ChoiceSpec shown = spec;
    const FieldLayout layout = lay_out_field(ui, area, spec.words, rows_height(ui, area.width, spec));
    NodeSpec node = draw_field_text(ui, layout, spec.words, Role::radio_group, key);
    ChoiceChange change{.chosen = std::nullopt, .height = layout.height};
    const std::string set = "name=n" + std::to_string(node.id.value);
    const Scope group(ui, node);
    const IdScope ids(ui, key);
    Rect rest = layout.control;
    for (const Choice& choice : spec.choices) {
        if (spec.enabled == Enabled::yes && ui.activated(ui.id(choice.key)))
            change.chosen = std::string(choice.key);
    }
    if (change.chosen) shown.chosen = *change.chosen;
    for (const Choice& choice : spec.choices)
        draw_radio(ui, rest.take_top(row_height(ui, area.width, choice)), choice, shown, set);
    return change;
}

} // namespace orderdeck::client::ui
