#pragma once

#include "client/app/action.h"
#include "client/app/model.h"
#include "client/screens/words/words.h"
#include "client/ui/widgets/menu.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::screens {

/// One entry of a menu with what choosing it does; captions and separators do nothing.
struct MenuEntryView {
    ui::MenuEntryKind kind = ui::MenuEntryKind::action;
    std::string key;
    std::string label;
    ui::Icon icon = ui::Icon::none;
    ui::Tri checked = ui::Tri::unknown;
    std::optional<app::Action> action;
    ui::Enabled enabled = ui::Enabled::yes;
    std::string href = {}; ///< of a link
};

/// Words above the entries that follow.
MenuEntryView menu_caption(std::string key, std::string label);

/// The way to the settings, one's own data as a file, and log-out.
std::vector<MenuEntryView> account_menu_view(const ViewContext& context, const app::Model& model);

} // namespace orderdeck::client::screens
