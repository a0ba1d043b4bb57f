#include "client/screens/frame/frame_view.h"

#include "client/screens/imports/imports_view.h"
#include "client/screens/words/words.h"
#include "shared/base/utf8.h"
#include "shared/i18n/format_number.h"

namespace orderdeck::client::screens {
namespace {

using sync::SyncPhase;

/// A time of day and no age: it stays true until the next answer, though nothing is drawn in between.
std::string checked_words(const ViewContext& context, const sync::SyncStatus& sync) {
    if (!sync.as_of) return {};
    const std::string time =
        i18n::format_time(context.language, *sync.as_of, context.clock.offset_at(*sync.as_of));
    return context.text("sync.checked", {{"time", time}});
}

SyncView sync_view(const ViewContext& context, const sync::SyncStatus& sync) {
    switch (sync.phase) {
    case SyncPhase::loading:
        return {context.text("sync.loading_percent",
                             {{"percent", i18n::format_percent(context.language, sync.permille)}}),
                ui::Tone::info,
                {}};
    case SyncPhase::up_to_date:
        return {context.text("sync.up_to_date"), ui::Tone::ok, checked_words(context, sync)};
    case SyncPhase::updating: return {context.text("sync.updating"), ui::Tone::info, {}};
    case SyncPhase::offline: return {context.text("sync.offline"), ui::Tone::warn, {}};
    case SyncPhase::unreachable: return {context.text("sync.unreachable"), ui::Tone::bad, {}};
    case SyncPhase::logged_out:
    case SyncPhase::reload_needed: return {context.text("sync.outdated"), ui::Tone::warn, {}};
    }
    return {};
}

bool is_silent(const sync::SyncStatus& sync) {
    return sync.phase == SyncPhase::offline || sync.phase == SyncPhase::unreachable;
}

std::optional<BannerView> banner_view(const ViewContext& context, const sync::SyncStatus& sync) {
    if (has_failed(sync))
        return BannerView{context.text("sync.banner_failed"), ui::Tone::bad, context.text("sync.retry"),
                          app::RetryPressed{}};
    if (sync.phase == SyncPhase::reload_needed)
        return BannerView{context.text("sync.banner_reload"), ui::Tone::info, context.text("sync.reload"),
                          app::ReloadPressed{}};
    if (!is_silent(sync) || !sync.as_of) return std::nullopt;
    const std::string time = context.instant(*sync.as_of);
    if (sync.phase == SyncPhase::offline)
        return BannerView{
            context.text("sync.banner_offline", {{"time", time}}), ui::Tone::warn, {}, app::RetryPressed{}};
    return BannerView{context.text("sync.banner_unreachable", {{"time", time}}), ui::Tone::warn,
                      context.text("sync.retry"), app::RetryPressed{}};
}

BannerView unreadable_banner(const ViewContext& context) {
    return {context.text("sync.banner_unreadable"), ui::Tone::bad, context.text("sync.copy_again"),
            app::CopyAgainPressed{}};
}

/// The first letter of a name, a Han character as it is.
std::string initial_of(std::string_view name) {
    const auto first = name.empty() ? std::nullopt : base::next_code_point(name);
    if (!first) return {};
    const bool small_letter = *first >= U'a' && *first <= U'z';
    std::string out;
    base::append_utf8(out, small_letter ? *first - 32 : *first);
    return out;
}

AccountView account_view(const ViewContext& context, const std::optional<api::SessionInfo>& session) {
    AccountView view;
    view.menu_name = context.text("account.menu");
    if (!session) return view;
    view.name = session->user_name.empty() ? session->email : session->user_name;
    view.company = session->account_name;
    view.email = session->email;
    view.initials = initial_of(view.name);
    return view;
}

FindHintView find_hint_view(const ViewContext& context, const replica::OrderFigures& figures) {
    return {context.text("find_hint.text", {{"count", figures.orders}}), context.text("find_hint.search"),
            context.text("find_hint.close")};
}

std::string title_of(const ViewContext& context, const app::Model& model) {
    std::string page = context.text("orders.title");
    if (std::holds_alternative<app::ImportsRoute>(model.route)) page = context.text("imports.title");
    if (std::holds_alternative<app::ImportRoute>(model.route)) {
        page = context.text("import.title");
        if (model.import_page.detail) page = model.import_page.detail->message.file;
    }
    if (is_unknown_page(model)) page = context.text("page_not_found.title");
    if (std::holds_alternative<app::SettingsRoute>(model.route)) page = context.text("settings.title");
    if (std::holds_alternative<app::OrderRoute>(model.route)) {
        page = context.text("order.title");
        if (model.order_page.details)
            page = model.order_page.details->records.order.number;
        else if (model.order_page.looked_up)
            page = context.text("order.not_found_title");
    }
    return context.text("app.title", {{"page", page}});
}

} // namespace

bool has_failed(const sync::SyncStatus& sync) { return is_silent(sync) && !sync.has_replica; }

i18n::Language language_of(const app::Model& model) {
    if (!model.preferences.language.empty()) return i18n::language_for(model.preferences.language);
    if (model.session && !model.session->language.empty()) return i18n::language_for(model.session->language);
    return i18n::language_for(model.browser_languages);
}

ViewContext view_context(const app::Model& model) { return {language_of(model), model.clock}; }

FrameView frame_view(const ViewContext& context, const app::Model& model) {
    FrameView view;
    view.product = context.text("app.name");
    view.navigation_name = context.text("nav.main");
    view.navigation.push_back({"nav-orders", context.text("nav.orders"), app::path_of(app::OrdersQuery{}),
                               ui::Icon::box,
                               std::holds_alternative<app::OrdersRoute>(model.route) ||
                                   std::holds_alternative<app::OrderRoute>(model.route)});
    const bool is_import = std::holds_alternative<app::ImportsRoute>(model.route) ||
                           std::holds_alternative<app::ImportRoute>(model.route);
    if (model.session && model.session->is_staff)
        view.navigation.push_back({"nav-imports", context.text("nav.imports"), std::string(app::kImportsPage),
                                   ui::Icon::inbox, is_import});
    view.more = context.text("nav.more");
    view.search = {context.text("search.label"), model.orders.query.search, context.text("search.hint"),
                   context.text("search.clear"), model.orders.search_version};
    view.sync = sync_view(context, model.sync);
    view.banner = model.is_replica_unreadable ? unreadable_banner(context) : banner_view(context, model.sync);
    view.account = account_view(context, model.session);
    view.title = title_of(context, model);
    if (model.is_find_hint_open && model.orders.listing)
        view.find_hint = find_hint_view(context, model.orders.listing->figures);
    return view;
}

} // namespace orderdeck::client::screens
