#pragma once

#include "client/ui/forms/field_frame.h"

#include <optional>
#include <string>

namespace orderdeck::client::ui {

/// What kind of text it is: decides the soft keyboard, autofill, spell check and what is hidden.
enum class TextKind : std::uint8_t {
    plain,
    name,
    email,
    phone,
    code, ///< order numbers and the like: no correction, no capitals
    one_time_code,
    password, ///< the current one
    new_password,
    prose, ///< several lines, spell check
};

struct TextInputSpec {
    FieldText words = {};
    std::string_view value = {};       ///< what the model holds
    std::string_view placeholder = {}; ///< an example, never the label
    TextKind kind = TextKind::plain;
    int rows = 4;       ///< of prose
    int max_length = 0; ///< UTF-16 units as browsers count; 0: no limit
    Enabled enabled = Enabled::yes;
    Tri required = Tri::unknown;
    std::uint32_t value_version = 0;   ///< grow it to overwrite the text while the person is in the field
    Tri revealed = Tri::off;           ///< of a password: on shows what is typed
    std::string_view reveal_name = {}; ///< of the button that turns that over; empty: there is none
};

struct FieldChange {
    std::optional<std::string> value = {}; ///< typed since the last frame
    bool submitted = false;                ///< Enter, not in prose
    bool focused = false;
    float height = 0; ///< of the whole field with label and note
    bool reveal_pressed = false;
};

float text_input_height(Ui& ui, float width, const TextInputSpec& spec);
/// A native input, or a textarea for prose, from the top of the area.
FieldChange text_input(Ui& ui, const Rect& area, std::string_view key, const TextInputSpec& spec);

/// What the browser received for a field.
FieldChange received_change(Ui& ui, Id id);

} // namespace orderdeck::client::ui
