#include "client/ui/widgets/text_field.h"

#include "client/ui/ui_state.h"
#include "client/ui/widgets/button.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kRadius = 10;

struct FieldPart {
    Id id;
    Rect area;
    float left = 12;
    float right = 12;
    std::string_view value = {};
    std::string_view attributes = {};
    std::uint32_t version = 0;
    std::uint32_t flags = 0;
    Fill background = Fill::surface;
};

/// Phones zoom into fields with smaller text.
TextSize size_of(Ui& ui) {
    return ui.touch() || ui.layout() == LayoutClass::phone ? TextSize::lead : TextSize::body;
}

void draw_field(Ui& ui, const FieldPart& part, std::string_view label, std::string_view hint,
                std::string_view key) {
    UiState& state = ui.state();
    const bool live = ui.focused() == part.id;
    const TextSize size = size_of(ui);
    NodeSpec node{.role = Role::field, .id = part.id, .rect = part.area, .name = label, .value = part.value};
    node.test_id = key;
    node.hint = hint;
    node.attributes = part.attributes;
    node.radius = kRadius;
    node.more_flags = part.flags;
    platform::NodeRecord& record = state.mirror.record(state.mirror.leaf(node));
    record.font_size = ui.font_size(size);
    record.padding_left = part.left;
    record.padding_right = part.right;
    record.color = color_of(Ink::text, state.scheme).rgb;
    record.value_version = part.version;

    ui.painter().fill(part.area, part.background, kRadius);
    if (live) {
        ui.painter().border(part.area, Fill::accent, kRadius, 2);
        return;
    }
    ui.painter().border(part.area, Fill::control, kRadius);
    Rect content = part.area;
    content.take_left(part.left);
    content.take_right(part.right);
    const TextStyle style{size, Weight::regular, part.value.empty() ? Ink::text3 : Ink::text, Align::left};
    ui.painter().push_clip(content);
    decorative_text(ui, content, part.value.empty() ? hint : part.value, style);
    ui.painter().pop_clip();
}

FieldChange received(Ui& ui, Id id) {
    FieldChange change;
    if (const auto typed = ui.changed_value(id)) change.value = std::string(*typed);
    change.submitted = ui.submitted(id);
    change.focused = ui.focused() == id;
    return change;
}

void paint_key_hint(Ui& ui, const Rect& field) {
    const Rect box = Rect{field.right() - 34, field.y, 22, field.height}.left_middle({22, 22});
    ui.painter().fill(box, Fill::surface, 5);
    ui.painter().border(box, Fill::line, 5);
    decorative_text(ui, box, "/", {TextSize::caption, Weight::regular, Ink::text3, Align::center});
}

} // namespace

FieldChange text_field(Ui& ui, const Rect& area, std::string_view key, const TextFieldSpec& spec) {
    FieldPart part{.id = ui.id(key), .area = area};
    FieldChange change = received(ui, part.id);
    part.value = change.value ? std::string_view(*change.value) : spec.value;
    part.attributes = spec.attributes;
    part.version = spec.value_version;
    draw_field(ui, part, spec.label, spec.hint, key);
    return change;
}

FieldChange search_field(Ui& ui, const Rect& area, std::string_view key, const SearchFieldSpec& spec) {
    UiState& state = ui.state();
    FieldPart part{.id = ui.id(key), .area = area, .left = 42};
    const IdScope ids(ui, key);
    const Id clear = ui.id("clear");
    FieldChange change = received(ui, part.id);
    const bool had_text = !(change.value ? change.value->empty() : spec.value.empty());
    if (had_text && (ui.activated(clear) || (change.focused && ui.escape_pressed()))) {
        change.value.emplace();
        ++state.overwritten[part.id.value];
        ui.focus(part.id);
    }
    if (ui.search_pressed() && !ui.covered()) ui.focus(part.id);
    part.value = change.value ? std::string_view(*change.value) : spec.value;
    part.right = part.value.empty() ? 12.0F : area.height;
    part.attributes = "type=search\ninputmode=search\nenterkeyhint=search\nautocomplete=off\nautocapitalize="
                      "none\nspellcheck=false";
    part.version = spec.value_version + state.overwritten[part.id.value];
    part.flags = platform::node_flag::select_all;
    part.background = Fill::page;

    const Scope scope(ui, {.role = Role::search, .rect = area});
    draw_field(ui, part, spec.label, spec.hint, key);
    ui.painter().icon(Icon::search, Rect{area.x + 12, area.y, 20, area.height}.left_middle({20, 20}),
                      Ink::text3);
    if (!part.value.empty()) {
        const Rect cross{area.right() - area.height, area.y, area.height, area.height};
        icon_button(ui, cross.inset(2), "clear", Icon::close, spec.clear_name);
    } else if (!change.focused && ui.layout() == LayoutClass::desk && !ui.touch()) {
        paint_key_hint(ui, area);
    }
    return change;
}

} // namespace orderdeck::client::ui
