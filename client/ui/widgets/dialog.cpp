#include "client/ui/widgets/dialog.h"

#include "client/ui/text.h"
#include "client/ui/widgets/button.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kMargin = 16;
constexpr float kPadding = 24;
constexpr float kGap = 12;

float width_of(DialogSize size) {
    switch (size) {
    case DialogSize::small: return 400;
    case DialogSize::medium: return 560;
    case DialogSize::large: return 800;
    }
    return 560;
}

float padding_of(Ui& ui) { return is_sheet(ui) ? kMargin : kPadding; }

float panel_width(Ui& ui, DialogSize size) {
    const float room = ui.viewport().width;
    return is_sheet(ui) ? room : std::min(width_of(size), room - 2 * kMargin);
}

float head_height(Ui& ui) { return std::max(ui.control_height(), ui.line_height(TextSize::title)) + 16; }

float footer_height(Ui& ui, const DialogSpec& spec) {
    if (!spec.has_footer) return padding_of(ui);
    return ui.control_height() + kMargin + padding_of(ui);
}

/// In the middle of desks, above the middle when low; on the bottom edge of phones. Never higher than the window.
Rect place_panel(Ui& ui, const DialogSpec& spec) {
    const Rect view = ui.viewport();
    const float bottom = is_sheet(ui) ? ui.safe_area().bottom : 0;
    const float wanted = head_height(ui) + spec.body_height + footer_height(ui, spec) + bottom;
    const float width = panel_width(ui, spec.size);
    if (is_sheet(ui)) {
        const float height = std::min(wanted, view.height - ui.safe_area().top - kMargin);
        return {0, view.height - height, width, height};
    }
    const float height = std::min(wanted, view.height - 2 * kMargin);
    return {(view.width - width) / 2, std::max(kMargin, (view.height - height) * 0.4F), width, height};
}

} // namespace

float dialog_body_width(Ui& ui, DialogSize size) { return panel_width(ui, size) - 2 * padding_of(ui); }

Dialog::Dialog(Ui& ui, std::string_view key, const DialogSpec& spec)
    : ids_(ui, key),
      overlay_(
          ui, "dialog",
          {.name = spec.title, .area = place_panel(ui, spec), .opener = spec.opener, .first = spec.first}) {
    Rect panel = place_panel(ui, spec);
    if (is_sheet(ui)) panel.take_bottom(ui.safe_area().bottom);
    const float padding = padding_of(ui);
    Rect head = panel.take_top(head_height(ui)).inset(padding, 8);
    const float side = ui.control_height();
    const Rect cross = head.take_right(side).right_middle({side, side}).moved(padding / 2 - 4, 0);
    heading(ui, head, spec.title, 2, style::title);
    const bool closed = icon_button(ui, cross, "close", Icon::close, spec.close_name);
    dismissed_ = overlay_.dismissed() || closed;
    footer_ = panel.take_bottom(footer_height(ui, spec)).inset(padding, 0);
    footer_.take_top(spec.has_footer ? kMargin : 0);
    footer_.take_bottom(padding);
    if (overlay_.opened()) forget_scroll(ui, "body");
    scroll_.emplace(ui, panel, "body", ScrollSpec{.role = Role::group, .known_extent = spec.body_height});
    body_ = scroll_->content().inset(padding, 0);
}

void Dialog::end_body(float end) {
    scroll_->set_end(end);
    scroll_.reset();
}

Answer dialog_buttons(Ui& ui, const Rect& area, const ConfirmSpec& spec) {
    const ButtonSpec yes{.label = spec.confirm,
                         .kind = spec.weight == Weightiness::destructive ? ButtonKind::danger
                                                                         : ButtonKind::primary};
    const ButtonSpec no{.label = spec.cancel};
    Rect rest = area;
    const float yes_width = button_width(ui, yes);
    const float no_width = button_width(ui, no);
    const bool narrow = is_sheet(ui);
    const float half = (area.width - kGap) / 2;
    const Rect yes_area = rest.take_right(narrow ? half : yes_width);
    rest.take_right(kGap);
    Answer answer = Answer::none;
    if (button(ui, rest.take_right(narrow ? half : no_width), "cancel", no)) answer = Answer::cancel;
    if (button(ui, yes_area, "confirm", yes)) answer = Answer::confirm;
    return answer;
}

Answer confirm(Ui& ui, std::string_view key, const ConfirmSpec& spec) {
    const float width = dialog_body_width(ui, DialogSize::small);
    const float height = paragraph_height(ui, width, spec.text, style::secondary);
    const Id cancel = [&] {
        const IdScope ids(ui, key);
        return ui.id("cancel");
    }();
    Dialog dialog(ui, key,
                  {.title = spec.title,
                   .close_name = spec.close_name,
                   .opener = spec.opener,
                   .first = cancel,
                   .size = DialogSize::small,
                   .body_height = height});
    paragraph(ui, dialog.body(), spec.text, style::secondary);
    dialog.end_body(dialog.body().y + height);
    const Answer answer = dialog_buttons(ui, dialog.footer(), spec);
    return answer == Answer::none && dialog.dismissed() ? Answer::cancel : answer;
}

bool popover(Ui& ui, std::string_view key, const PopoverSpec& spec) {
    constexpr float kWidth = 320;
    const float side = ui.control_height();
    const float width = is_sheet(ui) ? ui.viewport().width : kWidth;
    const float inner = width - 2 * kMargin;
    const float text_height = paragraph_height(ui, inner, spec.text, style::secondary);
    const float bottom = is_sheet(ui) ? ui.safe_area().bottom : 0;
    const float height = side + 8 + text_height + kMargin + bottom;
    const Rect view = ui.viewport();
    Rect area{std::clamp(spec.anchor.x, 8.0F, std::max(8.0F, view.width - width - 8)),
              std::min(spec.anchor.bottom() + 8, view.height - height - 8), width, height};
    if (is_sheet(ui)) area = {0, view.height - height, width, height};
    const IdScope ids(ui, key);
    const Overlay overlay(ui, "popover",
                          {.name = spec.title,
                           .area = area,
                           .opener = spec.opener,
                           .shade = is_sheet(ui) ? Shade::dark : Shade::none});
    Rect rest = area.inset(kMargin, 4);
    Rect head = rest.take_top(side);
    const bool closed =
        icon_button(ui, head.take_right(side).moved(kMargin - 6, 0), "close", Icon::close, spec.close_name);
    heading(ui, head, spec.title, 2, style::body_strong);
    paragraph(ui, rest, spec.text, style::secondary);
    return closed || overlay.dismissed();
}

} // namespace orderdeck::client::ui
