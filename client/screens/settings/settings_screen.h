#pragma once

#include "client/screens/frame/frame_screen.h"
#include "client/screens/settings/settings_view.h"
#include "client/ui/forms/choice.h"
#include "client/ui/ui.h"

#include <optional>
#include <span>

namespace orderdeck::client::screens {

/// What the page of the settings remembers from frame to frame.
struct SettingsMemory {
    std::optional<domain::SettingsField> field;       ///< that has the focus
    std::optional<app::PasswordField> password_field; ///< that has the focus
    std::uint32_t attempt = 0;                        ///< the last one whose wrong field was led to
    bool bar_has_focus = false;
    float bar_height = 0; ///< of what covers the lower end of the page
};

/// Draws the page of one's own settings.
void draw_settings(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const SettingsView& view,
                   SettingsMemory& memory, Actions& actions);
/// Draws a question over the page, while one is asked.
void draw_question(ui::Ui& ui, const QuestionView& view, ui::Id opener, Actions& actions);
/// Draws a short message above the lower edge; `lift` is what lies there already.
void draw_toast(ui::Ui& ui, const ToastView& view, float lift, Actions& actions);

// Its cards. Each draws from the top of `area` and returns the height that it took.

/// A card of the form that Save sends; changes the draft.
struct DraftCard {
    ui::Ui& ui;
    const SettingsView& view;
    SettingsMemory& memory;
    domain::OwnSettings draft = {};
    std::optional<domain::SettingsField> focused = {};
    bool submitted = false;
};
float draw_person_card(DraftCard& form, const ui::Rect& area, Actions& actions);
float draw_notifications_card(DraftCard& form, const ui::Rect& area);

float draw_device_card(ui::Ui& ui, const ui::Rect& area, const DeviceView& view, Actions& actions);
float draw_password_card(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, SettingsMemory& memory,
                         Actions& actions);
float draw_sessions_card(ui::Ui& ui, const ui::Rect& area, const SessionsView& view, Actions& actions);

// What they share
inline constexpr float kFieldGap = 20;
/// Fields are not wider than people type.
ui::Rect field_column(const ui::Rect& area);
/// The card's heading; returns its height with the gap below.
float draw_card_title(ui::Ui& ui, const ui::Rect& area, std::string_view title);
ui::FieldText field_text(const FieldView& view);
/// Puts the focus on the field when it is the first one that is wrong in a new attempt.
void lead_to(ui::Ui& ui, const SettingsView& view, const SettingsMemory& memory, std::string_view key);

/// The choices of a field as the kit wants them; valid while the view lives.
class Choices {
public:
    explicit Choices(const std::vector<ChoiceView>& views);
    std::span<const ui::Choice> all() const { return choices_; }
    std::string_view chosen() const { return chosen_; }

private:
    std::vector<ui::Choice> choices_;
    std::string_view chosen_;
};

} // namespace orderdeck::client::screens
