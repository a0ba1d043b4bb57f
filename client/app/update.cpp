#include "client/app/update.h"

#include <algorithm>

namespace orderdeck::client::app {
namespace {

/// One overload an action: a new action without an answer here does not compile.
struct Updater {
    Model& model;

    Effects operator()(const SearchTyped& action) const { return update_search(model, action); }
    Effects operator()(const FilterToggled& action) const {
        OrdersQuery query = model.orders.query;
        query.filter = query.filter == action.filter ? std::nullopt : std::optional(action.filter);
        return update_restrictions(model, query);
    }
    Effects operator()(const StepChosen& action) const {
        OrdersQuery query = model.orders.query;
        query.step = action.step;
        return update_restrictions(model, query);
    }
    Effects operator()(const SortChosen& action) const {
        OrdersQuery query = model.orders.query;
        query.sort = action.sort;
        return update_restrictions(model, query);
    }
    Effects operator()(const RestrictionsCleared&) const {
        OrdersQuery query;
        query.sort = model.orders.query.sort;
        ++model.orders.search_version;
        return update_restrictions(model, query);
    }
    Effects operator()(const PartToggled& action) const {
        std::vector<std::string>& open = model.order_page.open_parts;
        const auto found = std::find(open.begin(), open.end(), action.part);
        if (found == open.end())
            open.push_back(action.part);
        else
            open.erase(found);
        return {};
    }
    Effects operator()(const WhyToggled&) const {
        Disclosure& why = model.order_page.why;
        why = why == Disclosure::open ? Disclosure::closed : Disclosure::open;
        auto* route = std::get_if<OrderRoute>(&model.route);
        if (route == nullptr) return {};
        // No step of its own that Back should undo.
        route->why = why;
        return {ReplaceRoute{path_of(model.route)}};
    }
    Effects operator()(const BackToListPressed&) const {
        if (model.came_from_list) return {GoBack{}};
        return {PushRoute{path_of(model.orders.query)}};
    }
    Effects operator()(const MenuOpened& action) const { return model.menu = action.menu, Effects{}; }
    Effects operator()(const MenuClosed&) const { return model.menu = Menu::none, Effects{}; }
    Effects operator()(const ThemeChosen& action) const {
        Preferences preferences = model.preferences;
        preferences.theme = action.theme;
        return update_preferences(model, preferences);
    }
    Effects operator()(const TextScaleChosen& action) const {
        Preferences preferences = model.preferences;
        preferences.text_scale = action.scale;
        return update_preferences(model, preferences);
    }
    Effects operator()(const RetryPressed&) const { return {SyncNow{}}; }
    Effects operator()(const ReloadPressed&) const { return {Leave{path_of(model.route)}}; }
    Effects operator()(const CopyAgainPressed&) const { return {CopyAgain{path_of(model.route)}}; }
    Effects operator()(const NoteDismissed&) const { return model.orders.unknown_terms.clear(), Effects{}; }
    Effects operator()(const FindPressed&) const { return update_find(model); }
    Effects operator()(const FindHintClosed&) const { return model.is_find_hint_open = false, Effects{}; }
    Effects operator()(const LogOutChosen&) const {
        model.menu = Menu::none;
        if (!differs(model.own_settings.form)) return log_out(model);
        model.own_settings.asking = Asking::log_out_unsaved;
        return {};
    }
    Effects operator()(const SettingsTyped& action) const { return type_settings(model, action); }
    Effects operator()(const SettingsFieldLeft& action) const {
        return model.own_settings.form.left.insert(action.field), Effects{};
    }
    Effects operator()(const SaveSettingsPressed&) const { return save_settings(model); }
    Effects operator()(const DiscardSettingsPressed&) const { return discard_settings(model); }
    Effects operator()(const ReadSettingsAgainPressed&) const { return enter_own_settings(model); }
    Effects operator()(const PasswordTyped& action) const { return type_password(model, action); }
    Effects operator()(const PasswordFieldLeft& action) const {
        return model.own_settings.password.left.insert(action.field), Effects{};
    }
    Effects operator()(const PasswordRevealToggled& action) const {
        auto& revealed = model.own_settings.password.revealed;
        if (revealed.erase(action.field) == 0) revealed.insert(action.field);
        return {};
    }
    Effects operator()(const ChangePasswordPressed&) const { return change_password(model); }
    Effects operator()(const EndSessionPressed& action) const { return end_session(model, action); }
    Effects operator()(const EndOtherSessionsPressed&) const {
        return model.own_settings.asking = Asking::end_other_sessions, Effects{};
    }
    Effects operator()(const QuestionAnswered& action) const { return update_question(model, action); }
    Effects operator()(const ImportsFiltered& action) const {
        model.menu = Menu::none;
        if (action.query == model.imports.query) return {};
        return {PushRoute{path_of(action.query)}};
    }
    Effects operator()(const MoreImportsWanted&) const { return read_more_imports(model); }
    Effects operator()(const ReadImportsAgainPressed&) const {
        if (std::holds_alternative<ImportRoute>(model.route))
            return enter_import(model, model.import_page.message);
        return enter_imports(model, model.imports.query);
    }
    Effects operator()(const MoreFindingsWanted&) const { return read_more_findings(model); }
    Effects operator()(const ExcerptToggled& action) const { return toggle_excerpt(model, action); }
    Effects operator()(const RepairPressed& action) const { return press_repair(model, action); }
    Effects operator()(const IgnoreReasonTyped& action) const {
        return model.import_page.reason = action.reason, Effects{};
    }
    Effects operator()(const ExplainPressed& action) const { return explain_word(model, action); }
    Effects operator()(const MeaningChosen& action) const {
        return model.import_page.means = action.means, Effects{};
    }
    Effects operator()(const ToastUsed& action) const { return update_toast(model, action); }
    Effects operator()(const ZonesWanted& action) const {
        if (model.own_settings.zones_language == action.language) return {};
        return {ReadZoneNames{action.language, action.style}};
    }
    Effects operator()(const ExportChosen& action) const { return update_export(model, action); }
    Effects operator()(const OwnDataChosen&) const { return update_own_data(model); }
    Effects operator()(const DownloadEnded& action) const { return update_download(model, action); }
    Effects operator()(const DownloadNoteClosed&) const {
        return model.download.phase = DownloadPhase::none, Effects{};
    }
    Effects operator()(const RouteEntered& action) const { return update_route(model, action); }
    Effects operator()(const OrdersListed& action) const {
        // An answer to an older question comes too late.
        if (action.listing.query == model.orders.query) model.orders.listing = action.listing;
        model.is_replica_unreadable = false;
        return leave_empty_start(model);
    }
    Effects operator()(const ReplicaUnreadable&) const {
        // An older list under a newer question would be a wrong answer.
        model.is_replica_unreadable = true;
        model.orders.listing.reset();
        return {};
    }
    Effects operator()(const OrderRead& action) const {
        if (action.order != model.order_page.order) return {};
        model.order_page.details = action.details;
        ++model.orders_read;
        model.order_page.looked_up = true;
        return {};
    }
    Effects operator()(const SessionRead& action) const { return update_session(model, action); }
    Effects operator()(const SyncReported& action) const { return update_sync(model, action); }
    Effects operator()(const ClockRead& action) const { return update_clock(model, action); }
    Effects operator()(const EnvironmentRead& action) const { return update_environment(model, action); }
    Effects operator()(const PreferencesRead& action) const {
        model.preferences = action.preferences;
        if (model.preferences.time_zone.empty()) return {};
        return {ReadZone{model.preferences.time_zone}};
    }
    Effects operator()(const RequestEnded& action) const { return update_answer(model, action); }
    Effects operator()(const ZoneRead& action) const { return update_zone(model, action); }
    Effects operator()(const ZonesListed& action) const {
        model.own_settings.zones = action.zones;
        model.own_settings.zones_language = action.language;
        return {};
    }
    Effects operator()(const PageShown& action) const { return update_page(model, action); }
};

} // namespace

Effects update(Model& model, const Action& action) { return std::visit(Updater{model}, action); }

} // namespace orderdeck::client::app
