#include "client/screens/frame/account_menu_view.h"

#include "shared/i18n/catalogue.h"

namespace orderdeck::client::screens {
namespace {

ui::Tri checked_when(bool condition) { return condition ? ui::Tri::on : ui::Tri::off; }

MenuEntryView separator(std::string key) {
    return {ui::MenuEntryKind::separator, std::move(key), {}, ui::Icon::none, ui::Tri::unknown, std::nullopt};
}

void add_languages(std::vector<MenuEntryView>& entries, const ViewContext& context) {
    entries.push_back(menu_caption("language", context.text("account.language")));
    for (const i18n::Catalogue& catalogue : i18n::catalogues()) {
        const i18n::Language language(catalogue);
        entries.push_back({ui::MenuEntryKind::radio, "language-" + std::string(language.tag()),
                           std::string(language.name()), ui::Icon::none,
                           checked_when(language == context.language),
                           app::LanguageChosen{std::string(language.tag())}});
    }
}

void add_themes(std::vector<MenuEntryView>& entries, const ViewContext& context, app::Theme chosen) {
    entries.push_back(menu_caption("theme", context.text("account.theme")));
    const auto add = [&](app::Theme theme, i18n::MessageId label, ui::Icon icon) {
        entries.push_back({ui::MenuEntryKind::radio, "theme-" + std::string(app::name_of(theme)),
                           context.text(label), icon, checked_when(theme == chosen),
                           app::ThemeChosen{theme}});
    };
    add(app::Theme::system, "theme.system", ui::Icon::device);
    add(app::Theme::light, "theme.light", ui::Icon::sun);
    add(app::Theme::dark, "theme.dark", ui::Icon::moon);
}

void add_text_sizes(std::vector<MenuEntryView>& entries, const ViewContext& context, app::TextScale chosen) {
    entries.push_back(menu_caption("text-size", context.text("account.text_size")));
    const auto add = [&](app::TextScale scale, i18n::MessageId label) {
        entries.push_back({ui::MenuEntryKind::radio, "text-" + std::string(app::name_of(scale)),
                           context.text(label), ui::Icon::none, checked_when(scale == chosen),
                           app::TextScaleChosen{scale}});
    };
    add(app::TextScale::normal, "text_size.normal");
    add(app::TextScale::large, "text_size.large");
    add(app::TextScale::largest, "text_size.largest");
}

} // namespace

MenuEntryView menu_caption(std::string key, std::string label) {
    return {ui::MenuEntryKind::caption, std::move(key), std::move(label), ui::Icon::none,
            ui::Tri::unknown,           std::nullopt};
}

std::vector<MenuEntryView> account_menu_view(const ViewContext& context,
                                             const app::Preferences& preferences) {
    std::vector<MenuEntryView> entries;
    add_languages(entries, context);
    entries.push_back(separator("after-language"));
    add_themes(entries, context, preferences.theme);
    entries.push_back(separator("after-theme"));
    add_text_sizes(entries, context, preferences.text_scale);
    entries.push_back(separator("after-text-size"));
    entries.push_back({ui::MenuEntryKind::action, "log-out", context.text("account.log_out"),
                       ui::Icon::log_out, ui::Tri::unknown, app::LogOutChosen{}});
    return entries;
}

} // namespace orderdeck::client::screens
