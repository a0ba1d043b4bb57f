#pragma once

#include "client/ui/text.h"

#include <span>

namespace orderdeck::client::ui {

struct KeyValue {
    std::string_view key = {};
    std::string_view value = {};
    std::string_view href = {}; ///< empty: plain text
    Ink ink = Ink::text;
};

/// Names at the left, values broken at the right; returns the height. A definition list.
float key_values(Ui& ui, const Rect& area, std::span<const KeyValue> pairs, float key_width = 116);
float key_values_height(Ui& ui, float width, std::span<const KeyValue> pairs, float key_width = 116);

/// `latest` marks where things stand now.
enum class EventWeight : std::uint8_t { past, latest };

struct TimelineEvent {
    std::string_view title = {};
    std::string_view when = {}; ///< at the right, below the title on phones
    std::string_view note = {};
    Ink ink = Ink::text;
    EventWeight weight = EventWeight::past;
};

/// Events with their dots on a line, newest first as given; returns the height. An ordered list.
float timeline(Ui& ui, const Rect& area, std::string_view name, std::span<const TimelineEvent> events);
float timeline_height(Ui& ui, float width, std::span<const TimelineEvent> events);

} // namespace orderdeck::client::ui
