#pragma once

#include "client/ui/forms/text_input.h"

namespace orderdeck::client::ui {

/// Days cross as ISO 8601, "2026-11-22"; empty is no day.
struct DateInputSpec {
    FieldText words = {};
    std::string_view value = {};
    std::string_view shown = {}; ///< the value in the person's language
    std::string_view hint = {};  ///< shown without a value
    std::string_view earliest = {};
    std::string_view latest = {};
    Enabled enabled = Enabled::yes;
};

float date_input_height(Ui& ui, float width, const DateInputSpec& spec);
/// A native date input with the device's own calendar. What is typed half is not reported.
FieldChange date_input(Ui& ui, const Rect& area, std::string_view key, const DateInputSpec& spec);

float time_input_height(Ui& ui, float width, const DateInputSpec& spec);
/// The same with a time of the day, "22:05".
FieldChange time_input(Ui& ui, const Rect& area, std::string_view key, const DateInputSpec& spec);

struct DateRangeSpec {
    std::string_view name = {}; ///< of the pair
    DateInputSpec from = {};
    DateInputSpec until = {};
};

struct DateRangeChange {
    FieldChange from = {};
    FieldChange until = {};
    float height = 0;
};

float date_range_height(Ui& ui, float width, const DateRangeSpec& spec);
/// Two days side by side, below each other on narrow areas; the first bounds the second.
DateRangeChange date_range(Ui& ui, const Rect& area, std::string_view key, const DateRangeSpec& spec);

} // namespace orderdeck::client::ui
