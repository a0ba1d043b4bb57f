#include "client/screens/frame/account_menu_view.h"

namespace orderdeck::client::screens {

MenuEntryView menu_caption(std::string key, std::string label) {
    MenuEntryView entry;
    entry.kind = ui::MenuEntryKind::caption;
    entry.key = std::move(key);
    entry.label = std::move(label);
    return entry;
}

std::vector<MenuEntryView> account_menu_view(const ViewContext& context) {
    MenuEntryView settings;
    settings.kind = ui::MenuEntryKind::link;
    settings.key = "settings";
    settings.label = context.text("account.settings");
    settings.href = app::kSettingsPage;
    settings.icon = ui::Icon::gear;
    settings.action = app::MenuClosed{};
    MenuEntryView log_out;
    log_out.key = "log-out";
    log_out.label = context.text("account.log_out");
    log_out.icon = ui::Icon::log_out;
    log_out.action = app::LogOutChosen{};
    return {settings, log_out};
}

} // namespace orderdeck::client::screens
