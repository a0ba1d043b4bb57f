#include "client/ui/widgets/details.h"

#include "client/ui/item.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kPairGap = 10;
constexpr float kDotColumn = 28;
constexpr float kEventGap = 16;

float pair_height(Ui& ui, float value_width, const KeyValue& pair) {
    const float value = pair.value.empty() ? 0 : paragraph_height(ui, value_width, pair.value, style::body);
    return std::max(ui.line_height(TextSize::body), value);
}

void draw_value(Ui& ui, const Rect& area, std::size_t index, const KeyValue& pair) {
    const Scope definition(ui, {.role = Role::definition, .rect = area});
    if (pair.href.empty()) {
        paragraph(ui, area, pair.value, style::with(style::body, pair.ink));
        return;
    }
    const IdScope ids(ui, index);
    const float width = std::min(area.width, text_width(ui, pair.value, style::body));
    const float height = std::max(24.0F, paragraph_height(ui, area.width, pair.value, style::body));
    NodeSpec node{
        .role = Role::link, .id = ui.id("value"), .href = pair.href, .test_id = "value", .radius = 4};
    node.rect = {area.x, area.y - (height - area.height) / 2, std::max(24.0F, width), height};
    node.feedback = Feedback::control;
    const Item link(ui, node);
    lines(ui, area, pair.value, style::with(style::body, Ink::accent));
}

/// On phones the time stands below the title, where it does not press it together.
bool stacks(Ui& ui) { return ui.layout() == LayoutClass::phone; }

float event_height(Ui& ui, float width, const TimelineEvent& event) {
    const float when = stacks(ui) || event.when.empty() ? 0 : text_width(ui, event.when, style::caption) + 12;
    float height = paragraph_height(ui, width - kDotColumn - when, event.title, style::body);
    if (stacks(ui) && !event.when.empty())
        height += paragraph_height(ui, width - kDotColumn, event.when, style::caption);
    if (!event.note.empty()) height += paragraph_height(ui, width - kDotColumn, event.note, style::caption);
    return height;
}

void draw_event(Ui& ui, Rect area, const TimelineEvent& event, bool last) {
    const Scope item(ui, {.role = Role::list_item, .rect = area});
    const Point dot{area.x + 9, area.y + ui.line_height(TextSize::body) / 2};
    if (!last) ui.painter().fill({dot.x - 1, dot.y + 8, 2, area.height + kEventGap - 16}, Fill::line);
    if (event.weight == EventWeight::latest)
        ui.painter().disc(dot, 5, Fill::accent);
    else
        ui.painter().ring(dot, 5, Fill::control, 2);
    area.take_left(kDotColumn);
    Rect title = area;
    if (!stacks(ui) && !event.when.empty()) {
        const Rect when = title.take_right(text_width(ui, event.when, style::caption));
        title.take_right(12);
        area.take_top(paragraph(ui, title, event.title, style::with(style::body, event.ink)));
        text(ui, {when.x, when.y, when.width, ui.line_height(TextSize::body)}, event.when, style::caption);
    } else {
        area.take_top(paragraph(ui, title, event.title, style::with(style::body, event.ink)));
        if (!event.when.empty()) area.take_top(paragraph(ui, area, event.when, style::caption));
    }
    if (!event.note.empty()) paragraph(ui, area, event.note, style::caption);
}

} // namespace

float key_values_height(Ui& ui, float width, std::span<const KeyValue> pairs, float key_width) {
    float height = 0;
    for (const KeyValue& pair : pairs)
        height += pair_height(ui, width - key_width, pair) + kPairGap;
    return pairs.empty() ? 0 : height - kPairGap;
}

float key_values(Ui& ui, const Rect& area, std::span<const KeyValue> pairs, float key_width) {
    if (pairs.empty()) return 0;
    const float height = key_values_height(ui, area.width, pairs, key_width);
    const Scope list(ui, {.role = Role::definitions, .rect = {area.x, area.y, area.width, height}});
    Rect rest = area;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        Rect line = rest.take_top(pair_height(ui, area.width - key_width, pairs[i]));
        rest.take_top(kPairGap);
        const Rect key = line.take_left(key_width);
        {
            const Scope term(ui, {.role = Role::term, .rect = key});
            text(ui, {key.x, key.y, key.width - 8, ui.line_height(TextSize::body)}, pairs[i].key,
                 style::muted);
        }
        draw_value(ui, line, i, pairs[i]);
    }
    return height;
}

float timeline_height(Ui& ui, float width, std::span<const TimelineEvent> events) {
    float height = 0;
    for (const TimelineEvent& event : events)
        height += event_height(ui, width, event) + kEventGap;
    return events.empty() ? 0 : height - kEventGap;
}

float timeline(Ui& ui, const Rect& area, std::string_view name, std::span<const TimelineEvent> events) {
    if (events.empty()) return 0;
    const float height = timeline_height(ui, area.width, events);
    const Scope list(
        ui, {.role = Role::ordered_list, .rect = {area.x, area.y, area.width, height}, .name = name});
    Rect rest = area;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Rect line = rest.take_top(event_height(ui, area.width, events[i]));
        rest.take_top(kEventGap);
        draw_event(ui, line, events[i], i + 1 == events.size());
    }
    return height;
}

} // namespace orderdeck::client::ui
