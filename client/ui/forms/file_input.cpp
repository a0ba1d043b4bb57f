#include "client/ui/forms/file_input.h"

#include "client/ui/ui_state.h"
#include "client/ui/widgets/button.h"
#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kPreview = 48;
constexpr float kRow = 64;

float zone_height(Ui& ui) { return ui.control_height() + 24; }

std::string_view take_until(std::string_view& rest, char mark) {
    const std::string_view part = rest.substr(0, rest.find(mark));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    return part;
}

/// "key<TAB>name<TAB>bytes<TAB>type", one a line. A line that is not so is none of ours.
std::vector<PickedFile> parse_picked(std::string_view text) {
    std::vector<PickedFile> files;
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        PickedFile file;
        file.key = take_until(line, '\t');
        file.name = take_until(line, '\t');
        const auto bytes = base::parse_int(take_until(line, '\t'));
        file.media_type = line;
        if (!bytes || *bytes < 0 || file.key.empty()) continue;
        file.bytes = static_cast<std::uint64_t>(*bytes);
        files.push_back(std::move(file));
    }
    return files;
}

void paint_zone(Ui& ui, const Rect& area, const FileInputSpec& spec, FieldState state) {
    paint_field(ui, area, state, Fill::page);
    const float width = std::min(area.width - 24, 28 + text_width(ui, spec.prompt, style::body_strong));
    Rect content = area.centered({width, area.height});
    const Icon icon = spec.source == FileSource::camera ? Icon::camera : Icon::plus;
    ui.painter().icon(icon, content.take_left(20).left_middle({20, 20}), Ink::accent);
    content.take_left(8);
    decorative_text(ui, content, spec.prompt, style::with(style::body_strong, Ink::accent));
}

/// True when it shall be taken out.
bool draw_row(Ui& ui, const Rect& area, const FileRow& row) {
    const IdScope ids(ui, row.file.key);
    const Scope item(ui, {.role = Role::list_item, .id = ui.id("row"), .rect = area});
    Rect rest = area;
    const Rect mark = rest.take_left(kPreview).left_middle({kPreview, kPreview});
    ui.painter().fill(mark, Fill::mute_soft, 8);
    if (row.file.media_type.starts_with("image/")) {
        NodeSpec picture{.role = Role::picture, .id = ui.id("picture"), .rect = mark, .name = row.file.name};
        picture.value = row.file.key;
        picture.radius = 8;
        leaf(ui, picture);
    } else {
        ui.painter().icon(Icon::file, mark.centered({24, 24}), Ink::text2);
    }
    rest.take_left(12);
    const float side = ui.control_height();
    const bool removed = icon_button(ui, rest.take_right(side).right_middle({side, side}), "remove",
                                     Icon::close, row.remove_name);
    const float line = ui.line_height(TextSize::body);
    Rect words = rest.left_middle({rest.width - 8, line + ui.line_height(TextSize::caption)});
    text(ui, words.take_top(line), row.file.name, style::body);
    text(ui, words, row.size, style::caption);
    return removed;
}

} // namespace

float file_input_height(Ui& ui, float width, const FileInputSpec& spec) {
    const float rows = kRow * static_cast<float>(spec.files.size());
    return lay_out_field(ui, {0, 0, width, 0}, spec.words, zone_height(ui)).height + rows;
}

FileChange file_input(Ui& ui, const Rect& area, std::string_view key, const FileInputSpec& spec) {
    const FieldLayout layout = lay_out_field(ui, area, spec.words, zone_height(ui));
    NodeSpec node = draw_field_text(ui, layout, spec.words, Role::file, key);
    FileChange change;
    if (const auto picked = ui.changed_value(node.id)) change.picked = parse_picked(*picked);
    std::string attributes = "multiple=multiple";
    if (!spec.accept.empty()) attributes.append("\naccept=").append(spec.accept);
    if (spec.source == FileSource::camera) attributes += "\ncapture=environment";
    if (!spec.words.error.empty()) attributes += "\naria-invalid=true";
    node.attributes = attributes;
    node.description = spec.prompt;
    node.enabled = spec.enabled;
    node.feedback = Feedback::control;
    leaf(ui, node);
    paint_zone(ui, layout.control, spec, field_state(ui, node.id, spec.words, spec.enabled));

    const IdScope ids(ui, key);
    Rect rest{area.x, area.y + layout.height, area.width, kRow * static_cast<float>(spec.files.size())};
    change.height = layout.height + rest.height;
    if (spec.files.empty()) return change;
    const Scope list(ui, {.role = Role::list, .id = ui.id("files"), .rect = rest, .name = spec.words.label});
    for (std::size_t i = 0; i < spec.files.size(); ++i) {
        if (draw_row(ui, rest.take_top(kRow), spec.files[i])) change.removed = i;
    }
    // The button that was pressed goes with its row.
    if (change.removed) ui.focus(node.id);
    return change;
}

} // namespace orderdeck::client::ui
