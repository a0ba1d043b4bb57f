#pragma once

#include "client/screens/frame/frame_screen.h"
#include "client/screens/imports/import_view.h"
#include "client/screens/imports/imports_view.h"
#include "client/ui/ui.h"
#include "client/ui/widgets/button.h"

namespace orderdeck::client::screens {

/// Draws the list of what arrived; returns where the menu of the feeds hangs.
MenuAnchor draw_imports(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const ImportsView& view,
                        Actions& actions);
/// What the page of a message remembers from frame to frame.
struct ImportMemory {
    app::RepairForm form = app::RepairForm::none; ///< that stood open
};

/// Draws the page of one message.
void draw_import(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const ImportPageView& view,
                 ImportMemory& memory, Actions& actions);

// Their parts. Each draws from the top of `area` and returns the height that it took.
float draw_absence(ui::Ui& ui, const ui::Rect& area, const AbsenceView& view, Actions& actions);
float draw_more(ui::Ui& ui, const ui::Rect& area, const MoreView& view, const app::Action& action,
                Actions& actions);
float draw_state_card(ui::Ui& ui, const ui::Rect& area, const ImportStateView& view, Actions& actions);
float draw_reasons_card(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view, Actions& actions);
/// What opens and closes the text of the file, and the text while it is open.
float draw_text(ui::Ui& ui, const ui::Rect& area, const TextView& view, Actions& actions);
/// Spoken when it appears; nothing for an empty text.
float draw_alert(ui::Ui& ui, const ui::Rect& area, std::string_view key, std::string_view text);

/// Buttons one after the other, in as many lines as they need.
class ButtonFlow {
public:
    ButtonFlow(ui::Ui& ui, const ui::Rect& area) : ui_(ui), area_(area), next_{area.x, area.y} {}
    /// True when the button was activated.
    bool button(std::string_view key, const ui::ButtonSpec& spec);
    /// Of the lines so far; 0 without any button.
    float height() const;

private:
    ui::Ui& ui_;
    ui::Rect area_;
    ui::Point next_;
};

} // namespace orderdeck::client::screens
