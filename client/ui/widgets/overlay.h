#pragma once

#include "client/ui/ui.h"

namespace orderdeck::client::ui {

enum class Shade : std::uint8_t { none, dark };

struct OverlaySpec {
    std::string_view name = {};
    Rect area = {};
    Id opener = {}; ///< gets the focus back when it closes
    Id first = {};  ///< gets the focus when it opens; none: the overlay itself
    Shade shade = Shade::dark;
};

/// Something modal above the page, drawn in each frame while it is open: the page below is inert, the focus goes into
/// it and comes back to its opener, Back, Escape and a click beside it dismiss it. What is drawn during its life is
/// its content. On phones it sits on the bottom edge with its upper corners rounded. Call it after the page.
class Overlay {
public:
    Overlay(Ui& ui, std::string_view key, const OverlaySpec& spec);
    ~Overlay();
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;

    bool dismissed() const { return dismissed_; }
    /// In this frame.
    bool opened() const { return opened_; }

private:
    Ui& ui_;
    bool was_drawing_overlay_;
    bool dismissed_ = false;
    bool opened_ = false;
};

/// The scroller with this key begins at its top again: of something that was closed and opened.
void forget_scroll(Ui& ui, std::string_view key);

/// Overlays come from below on phones.
bool is_sheet(Ui& ui);

} // namespace orderdeck::client::ui
