#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

struct ToastSpec {
    std::string_view text = {};
    std::string_view action = {}; ///< such as "Undo"; empty: none
    std::string_view close_name = {};
    Icon icon = Icon::check;
    Ink icon_ink = Ink::ok;
    std::uint32_t version = 0; ///< another one is another message: it is spoken
};

enum class ToastResult : std::uint8_t { none, action, closed };

/// A short message above the page's lower edge, which covers nothing and takes no focus: the page stays usable. It is
/// spoken once. The caller takes it away after a while, not before ten seconds when it has an action.
ToastResult toast(Ui& ui, std::string_view key, float lift, const ToastSpec& spec);

} // namespace orderdeck::client::ui
