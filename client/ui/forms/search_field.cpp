#include "client/ui/forms/search_field.h"

#include "client/ui/ui_state.h"
#include "client/ui/widgets/button.h"

namespace orderdeck::client::ui {
namespace {

constexpr float kMagnifier = 20;

void paint_key_hint(Ui& ui, const Rect& field) {
    const Rect box = Rect{field.right() - 34, field.y, 22, field.height}.left_middle({22, 22});
    ui.painter().fill(box, Fill::surface, 5);
    ui.painter().border(box, Fill::line, 5);
    decorative_text(ui, box, "/", {TextSize::caption, Weight::regular, Ink::text3, Align::center});
}

/// The cross and Escape empty it, whatever is being typed.
void clear_when_asked(Ui& ui, Id field, Id cross, bool had_text, FieldChange& change) {
    if (!had_text || !(ui.activated(cross) || (change.focused && ui.escape_pressed()))) return;
    change.value.emplace();
    ++ui.state().overwritten[field.value];
    ui.focus(field);
}

} // namespace

FieldChange search_field(Ui& ui, const Rect& area, std::string_view key, const SearchFieldSpec& spec) {
    NativeText field{.left = 42};
    NodeSpec& node = field.node;
    node = {.role = Role::field, .id = ui.id(key), .rect = area, .name = spec.label, .test_id = key};
    const IdScope ids(ui, key);
    FieldChange change = received_change(ui, node.id);
    change.height = area.height;
    const bool had_text = !(change.value ? change.value->empty() : spec.value.empty());
    clear_when_asked(ui, node.id, ui.id("clear"), had_text, change);
    if (ui.search_pressed() && !ui.covered()) ui.focus(node.id);
    const std::string_view value = change.value ? std::string_view(*change.value) : spec.value;
    node.value = value;
    node.hint = spec.hint;
    node.radius = kFieldRadius;
    node.attributes =
        "type=search\ninputmode=search\nenterkeyhint=search\nautocomplete=off\nautocapitalize=none\n"
        "spellcheck=false";
    node.more_flags = platform::node_flag::select_all;
    field.right = value.empty() ? kFieldPadding : area.height;
    field.version = spec.value_version + ui.state().overwritten[node.id.value];

    const Scope scope(ui, {.role = Role::search, .rect = area});
    paint_field(ui, area, change.focused ? FieldState::live : FieldState::idle, Fill::page);
    add_native_text(ui, field);
    paint_native_text(ui, field, value, spec.hint);
    ui.painter().icon(
        Icon::search,
        Rect{area.x + 12, area.y, kMagnifier, area.height}.left_middle({kMagnifier, kMagnifier}), Ink::text3);
    if (!value.empty()) {
        const Rect cross{area.right() - area.height, area.y, area.height, area.height};
        icon_button(ui, cross.inset(2), "clear", Icon::close, spec.clear_name);
    } else if (!change.focused && ui.layout() == LayoutClass::desk && !ui.touch()) {
        paint_key_hint(ui, area);
    }
    return change;
}

} // namespace orderdeck::client::ui
