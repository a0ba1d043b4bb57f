#pragma once

#include "client/ui/forms/text_input.h"

namespace orderdeck::client::ui {

struct NumberInputSpec {
    FieldText words = {};
    std::string_view value = {};     ///< as typed; what it means is the caller's
    std::string_view unit = {};      ///< drawn behind the number and spoken with it
    std::string_view less_name = {}; ///< of the buttons beside it
    std::string_view more_name = {};
    Enabled less = Enabled::yes; ///< no: the least is reached
    Enabled more = Enabled::yes;
    Enabled enabled = Enabled::yes;
    std::uint32_t value_version = 0;
};

struct NumberChange {
    FieldChange typed = {};
    int step = 0; ///< 1 or -1 by a button or an arrow key
};

float number_input_height(Ui& ui, float width, const NumberInputSpec& spec);
/// Minus, the number with its unit, plus. A text input with a number keyboard, so that grouping, signs and other
/// decimal marks can be typed and a wrong number is kept for the message.
NumberChange number_input(Ui& ui, const Rect& area, std::string_view key, const NumberInputSpec& spec);

} // namespace orderdeck::client::ui
