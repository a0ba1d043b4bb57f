#include "client/screens/frame/own_data_entries.h"

#include <iterator>

namespace orderdeck::client::screens {

void add_own_data(std::vector<MenuEntryView>& entries, const ViewContext& context, const app::Model& model) {
    const bool can = model.sync.has_replica && model.download.phase != app::DownloadPhase::preparing;
    const std::vector<MenuEntryView> own{
        menu_caption("own-data-caption", context.text("account.own_data_text")),
        {ui::MenuEntryKind::action, "own-data", context.text("account.own_data"), ui::Icon::download,
         ui::Tri::unknown, app::OwnDataChosen{}, can ? ui::Enabled::yes : ui::Enabled::no},
        {ui::MenuEntryKind::separator, "after-own-data", {}, ui::Icon::none, ui::Tri::unknown, std::nullopt}};
    const auto last = entries.empty() ? entries.end() : std::prev(entries.end());
    entries.insert(last, own.begin(), own.end());
}

} // namespace orderdeck::client::screens
