#pragma once

#include "client/ui/scroll.h"
#include "client/ui/widgets/overlay.h"

#include <optional>

namespace orderdeck::client::ui {

enum class DialogSize : std::uint8_t { small, medium, large }; ///< 400, 560, 800 px on desks

struct DialogSpec {
    std::string_view title = {};
    std::string_view close_name = {};
    Id opener = {};
    Id first = {}; ///< gets the focus when it opens; none: the dialog, so that its title is read
    DialogSize size = DialogSize::medium;
    float body_height = 0; ///< measured; a higher one than fits scrolls
    bool has_footer = true;
};

/// Width of the body of a dialog, for measuring it.
float dialog_body_width(Ui& ui, DialogSize size);

/// A titled overlay with a scrolling body and buttons below it; a sheet on phones.
class Dialog {
public:
    Dialog(Ui& ui, std::string_view key, const DialogSpec& spec);

    const Rect& body() const { return body_; }
    const Rect& footer() const { return footer_; }
    /// Draw the footer's buttons after this.
    void end_body(float end);
    bool dismissed() const { return dismissed_; }

private:
    IdScope ids_;
    Overlay overlay_;
    std::optional<ScrollRegion> scroll_;
    Rect body_ = {};
    Rect footer_ = {};
    bool dismissed_ = false;
};

enum class Answer : std::uint8_t { none, cancel, confirm };
enum class Weightiness : std::uint8_t { usual, destructive };

struct ConfirmSpec {
    std::string_view title = {};
    std::string_view text = {}; ///< what will happen, in one or two sentences
    std::string_view confirm = {};
    std::string_view cancel = {};
    std::string_view close_name = {};
    Weightiness weight = Weightiness::usual;
    Id opener = {};
};

/// Two buttons at the right of the area, the one that goes on last; below each other where it is narrow.
Answer dialog_buttons(Ui& ui, const Rect& area, const ConfirmSpec& spec);
/// Asks before something that cannot be taken back. The focus begins on the button that does nothing.
Answer confirm(Ui& ui, std::string_view key, const ConfirmSpec& spec);

struct PopoverSpec {
    std::string_view title = {};
    std::string_view text = {};
    std::string_view close_name = {};
    Rect anchor = {};
    Id opener = {};
};

/// An explanation that hangs from a small button. True when it was dismissed.
bool popover(Ui& ui, std::string_view key, const PopoverSpec& spec);

} // namespace orderdeck::client::ui
