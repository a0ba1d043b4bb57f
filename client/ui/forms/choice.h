#pragma once

#include "client/ui/forms/field_frame.h"

#include <optional>
#include <span>
#include <string>

namespace orderdeck::client::ui {

struct Choice {
    std::string_view key = {}; ///< without tabs and line ends
    std::string_view label = {};
    std::string_view hint = {}; ///< a second line, of radios only
};

/// The choice with this key; nullptr when there is none.
const Choice* find_choice(std::span<const Choice> choices, std::string_view key);

struct ChoiceSpec {
    FieldText words = {};
    std::span<const Choice> choices = {};
    std::string_view chosen = {}; ///< a key; one that is not among the choices: nothing is chosen
    Enabled enabled = Enabled::yes;
};

struct ChoiceChange {
    std::optional<std::string> chosen = {}; ///< a key of the choices
    float height = 0;
};

float select_height(Ui& ui, float width, const ChoiceSpec& spec);
/// A native select, whose list is the device's own: a wheel on phones, type-ahead on desks.
ChoiceChange select(Ui& ui, const Rect& area, std::string_view key, const ChoiceSpec& spec);

float radio_group_height(Ui& ui, float width, const ChoiceSpec& spec);
/// All choices below each other; arrow keys move in it. For two to six choices.
ChoiceChange radio_group(Ui& ui, const Rect& area, std::string_view key, const ChoiceSpec& spec);

} // namespace orderdeck::client::ui
