#include "client/screens/frame/account_menu_view.h"

namespace orderdeck::client::screens {

MenuEntryView menu_caption(std::string key, std::string label) {
    MenuEntryView entry;
    entry.kind = ui::MenuEntryKind::caption;
    entry.key = std::move(key);
    entry.label = std::move(label);
    return entry;
}

std::vector<MenuEntryView> account_menu_view(const ViewContext& context, const app::Model& model) {
    MenuEntryView settings;
    settings.kind = ui::MenuEntryKind::link;
    settings.key = "settings";
    settings.label = context.text("account.settings");
    settings.href = app::kSettingsPage;
    settings.icon = ui::Icon::gear;
    settings.action = app::MenuClosed{};
    MenuEntryView own_data;
    own_data.key = "own-data";
    own_data.label = context.text("account.own_data");
    own_data.icon = ui::Icon::download;
    own_data.action = app::OwnDataChosen{};
    const bool can = model.sync.has_replica && model.download.phase != app::DownloadPhase::preparing;
    own_data.enabled = can ? ui::Enabled::yes : ui::Enabled::no;
    MenuEntryView separator;
    separator.kind = ui::MenuEntryKind::separator;
    separator.key = "before-log-out";
    MenuEntryView log_out;
    log_out.key = "log-out";
    log_out.label = context.text("account.log_out");
    log_out.icon = ui::Icon::log_out;
    log_out.action = app::LogOutChosen{};
    return {settings, menu_caption("own-data-caption", context.text("account.own_data_text")), own_data,
            separator, log_out};
}

} // namespace orderdeck::client::screens
