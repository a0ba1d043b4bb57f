#pragma once

#include "client/ui/text.h"

#include <string>

namespace orderdeck::client::ui {

/// What stands around every control of a form. Words are copied into the mirror.
struct FieldText {
    std::string_view label = {};
    std::string_view optional = {}; ///< drawn after the label, such as "(optional)"
    std::string_view hint = {};     ///< below the control
    std::string_view error = {};    ///< in place of the hint; the control is invalid
};

/// Where the parts of a field are. A field is as wide as its area; what is below `height` belongs to the next one.
struct FieldLayout {
    Rect label = {};
    Rect control = {};
    Rect note = {};
    float height = 0;
};

FieldLayout lay_out_field(Ui& ui, const Rect& area, const FieldText& words, float control_height);

/// Draws the label, which names and focuses the control, and the hint or error, which describes it. Returns the node
/// of the control, ready for its own properties.
NodeSpec draw_field_text(Ui& ui, const FieldLayout& layout, const FieldText& words, Role role,
                         std::string_view key);

/// What is drawn during its life names `control`, and a click on it goes there.
class Label {
public:
    Label(Ui& ui, const Rect& area, Id label, Id control);

private:
    Scope scope_;
};

enum class FieldState : std::uint8_t { idle, live, invalid, disabled };
FieldState field_state(Ui& ui, Id control, const FieldText& words, Enabled enabled);
void paint_field(Ui& ui, const Rect& area, FieldState state, Fill background = Fill::surface);

inline constexpr float kFieldRadius = 10;
inline constexpr float kFieldPadding = 12;
inline constexpr float kMultiLinePadding = 10; ///< above and below several lines

/// At least 16 px on phones, which zoom into fields with smaller text.
TextSize field_text_size(Ui& ui);

/// A native text element over a painted field: it shows its own text only while it has the focus.
struct NativeText {
    NodeSpec node = {};
    float left = kFieldPadding;
    float right = kFieldPadding;
    std::uint32_t version = 0; ///< a change overwrites what is being typed
};
void add_native_text(Ui& ui, const NativeText& field);
/// What the canvas shows of it while it has no focus; `hint` when there is no value.
void paint_native_text(Ui& ui, const NativeText& field, std::string_view shown, std::string_view hint);

} // namespace orderdeck::client::ui
