#include "client/app/update.h"

namespace orderdeck::client::app {

Effects update_preferences(Model& model, Preferences preferences) {
    const Preferences before = model.preferences;
    model.preferences = std::move(preferences);
    Effects effects;
    const auto store = [&](std::string_view key, std::string_view value) {
        effects.emplace_back(StoreSetting{std::string(key), std::string(value)});
    };
    if (before.language != model.preferences.language) store(kLanguageKey, model.preferences.language);
    if (before.theme != model.preferences.theme) store(kThemeKey, name_of(model.preferences.theme));
    if (before.text_scale != model.preferences.text_scale)
        store(kTextScaleKey, name_of(model.preferences.text_scale));
    if (before.time_zone != model.preferences.time_zone) store(kTimeZoneKey, model.preferences.time_zone);
    return effects;
}

Effects update_find(Model& model) {
    const auto* list = std::get_if<OrdersRoute>(&model.route);
    const bool has_rows = model.orders.listing && !model.orders.listing->orders.empty();
    if (list == nullptr || !has_rows || model.preferences.knows_find_hint) return {};
    model.preferences.knows_find_hint = true;
    model.is_find_hint_open = true;
    return {StoreSetting{std::string(kFindHintKey), "shown"}};
}

Effects update_page(Model& model, const PageShown& action) {
    Effects effects;
    if (action.title != model.title) effects.emplace_back(SetTitle{action.title});
    if (action.language != model.language) effects.emplace_back(SetLanguage{action.language});
    model.title = action.title;
    model.language = action.language;
    return effects;
}

} // namespace orderdeck::client::app
