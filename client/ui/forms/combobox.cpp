#include "client/ui/forms/combobox.h"

#include "client/ui/forms/text_input.h"
#include "client/ui/ui_state.h"
#include "shared/base/text.h"

#include <algorithm>
#include <vector>

namespace orderdeck::client::ui {
namespace {

constexpr std::size_t kMostShown = 8;
constexpr float kPadding = 4;

/// Those that contain what was typed; all while nothing is typed.
std::vector<const Choice*> matching(std::span<const Choice> choices, std::string_view typed) {
    std::vector<const Choice*> found;
    const std::string needle = base::fold_for_search(typed);
    for (const Choice& choice : choices) {
        if (base::fold_for_search(choice.label).find(needle) != std::string::npos) found.push_back(&choice);
    }
    return found;
}

void follow_focus(ComboboxState& typed, bool focused, const FieldChange& change) {
    if (!focused) {
        typed = {};
        return;
    }
    if (!change.value) return;
    typed.text = *change.value;
    typed.typing = typed.open = true;
    typed.active = 0;
}

void move_active(ComboboxState& typed, int step, std::size_t count) {
    if (step == 0) return;
    if (!typed.open) {
        typed.open = true;
        return;
    }
    const int shown = static_cast<int>(std::min(count, kMostShown));
    if (shown > 0) typed.active = (typed.active - step + shown) % shown;
}

Rect place_list(Ui& ui, const Rect& control, float height) {
    const Rect view = ui.viewport();
    const bool below = control.bottom() + 4 + height <= view.height - 8 || control.y < view.height / 2;
    return {control.x, below ? control.bottom() + 4 : control.y - 4 - height, control.width, height};
}

bool draw_option(Ui& ui, const Rect& row, const Choice& choice, bool active, bool chosen) {
    NodeSpec node{
        .role = Role::option, .id = ui.id(choice.key), .rect = row, .test_id = choice.key, .radius = 6};
    node.feedback = Feedback::control;
    node.checked = active ? Tri::on : Tri::off;
    const Scope scope(ui, node);
    if (active) ui.painter().fill(row, Fill::accent_soft, 6);
    Rect content = row.inset(8, 0);
    if (chosen)
        ui.painter().icon(Icon::check, content.take_right(18).right_middle({18, 18}), Ink::accent, 2.25F);
    text(ui, content, choice.label, active ? style::with(style::body, Ink::accent) : style::body);
    return ui.activated(node.id);
}

struct OpenList {
    std::span<const Choice* const> found;
    int active = 0;
    Id id;
};

/// Over the page, which stays usable. Returns the choice that was clicked.
const Choice* draw_list(Ui& ui, const Rect& control, const ComboboxSpec& spec, const OpenList& list) {
    const std::size_t shown = std::min(list.found.size(), kMostShown);
    const float row_height = std::max(36.0F, ui.control_height() - 4);
    const bool has_note = shown == 0 || shown < list.found.size();
    const std::string_view note = shown == 0 ? spec.nothing : spec.more;
    const float note_height = has_note ? ui.line_height(TextSize::caption) + 12 : 0;
    const float height = 2 * kPadding + row_height * static_cast<float>(shown) + note_height;
    const Rect area = place_list(ui, control, height);
    ui.state().drawing_overlay = true;
    ui.painter().fill(area, Fill::raised, 10);
    ui.painter().border(area, Fill::line, 10);
    const Choice* picked = nullptr;
    {
        const Scope scope(ui, {.role = Role::list_box,
                               .id = list.id,
                               .rect = area,
                               .name = spec.list_name,
                               .radius = 10,
                               .more_flags = platform::node_flag::overlay});
        Rect rest = area.inset(kPadding);
        for (std::size_t i = 0; i < shown; ++i) {
            const bool active = static_cast<int>(i) == list.active;
            const Choice& choice = *list.found[i];
            if (draw_option(ui, rest.take_top(row_height), choice, active, choice.key == spec.chosen))
                picked = &choice;
        }
        if (has_note) text(ui, rest.inset(8, 0), note, style::caption);
    }
    ui.state().drawing_overlay = false;
    return picked;
}

std::string attributes_of(Ui& ui, const ComboboxSpec& spec, const OpenList& list, bool open) {
    std::string lines =
        "type=text\nrole=combobox\nautocomplete=off\nautocapitalize=none\nspellcheck=false\nsteps=1\n"
        "aria-autocomplete=list";
    if (!spec.words.error.empty()) lines += "\naria-invalid=true";
    if (!open) return lines;
    lines += "\naria-controls=n" + std::to_string(list.id.value);
    if (static_cast<std::size_t>(list.active) < list.found.size())
        lines += "\naria-activedescendant=n" +
                 std::to_string(ui.id(list.found[static_cast<std::size_t>(list.active)]->key).value);
    return lines;
}

} // namespace

float combobox_height(Ui& ui, float width, const ComboboxSpec& spec) {
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, ui.control_height()).height;
}

ChoiceChange combobox(Ui& ui, const Rect& area, std::string_view key, const ComboboxSpec& spec) {
    const FieldLayout layout = lay_out_field(ui, area, spec.words, ui.control_height());
    NativeText field{.node = draw_field_text(ui, layout, spec.words, Role::field, key)};
    const Id id = field.node.id;
    const FieldChange change = received_change(ui, id);
    ComboboxState& typed = ui.state().comboboxes[id.value];
    follow_focus(typed, change.focused, change);
    const std::vector<const Choice*> found = matching(spec.choices, typed.typing ? typed.text : "");
    move_active(typed, ui.stepped(id), found.size());
    const bool escaped = typed.open && change.focused && ui.escape_pressed();

    const IdScope ids(ui, key);
    const OpenList list{found, typed.active, ui.id("list")};
    const Choice* picked = nullptr;
    if (change.submitted && typed.open &&
        static_cast<std::size_t>(typed.active) < std::min(found.size(), kMostShown))
        picked = found[static_cast<std::size_t>(typed.active)];
    const bool open = typed.open && change.focused && !escaped && picked == nullptr;

    const std::string attributes = attributes_of(ui, spec, list, open);
    const Choice* chosen = find_choice(spec.choices, spec.chosen);
    const std::string_view label = chosen == nullptr ? std::string_view{} : chosen->label;
    field.node.value = typed.typing && !escaped && picked == nullptr ? std::string_view(typed.text) : label;
    field.node.hint = spec.placeholder;
    field.node.attributes = attributes;
    field.node.expanded = open ? Tri::on : Tri::off;
    field.node.enabled = spec.enabled;
    field.node.more_flags = platform::node_flag::select_all;
    field.right = kFieldPadding + 24;

    paint_field(ui, layout.control, field_state(ui, id, spec.words, spec.enabled));
    ui.painter().icon(Icon::chevron_down, layout.control.inset(kFieldPadding, 0).right_middle({20, 20}),
                      Ink::text2);
    if (open) {
        const Choice* clicked = draw_list(ui, layout.control, spec, list);
        if (clicked != nullptr) picked = clicked;
    }
    if (picked != nullptr) field.node.value = picked->label;
    if (picked != nullptr || escaped) {
        typed = {};
        ++ui.state().overwritten[id.value];
    }
    field.version = ui.state().overwritten[id.value];
    add_native_text(ui, field);
    paint_native_text(ui, field, field.node.value, spec.placeholder);
    ChoiceChange result{.chosen = std::nullopt, .height = layout.height};
    if (picked != nullptr) result.chosen = std::string(picked->key);
    return result;
}

} // namespace orderdeck::client::ui
