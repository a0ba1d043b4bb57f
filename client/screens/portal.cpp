#include "client/screens/portal.h"

#include "client/screens/frame/download_note.h"
#include "client/screens/imports/imports_screen.h"
#include "client/screens/order/order_screen.h"
#include "client/screens/words/characters.h"
#include "client/ui/widgets/tooltip.h"

#include <algorithm>
#include <span>

namespace orderdeck::client::screens {
ui::Look look_of(const app::Model& model) {
    ui::Look look;
    switch (model.preferences.theme) {
    case app::Theme::system: look.theme = ui::ThemeChoice::system; break;
    case app::Theme::light: look.theme = ui::ThemeChoice::light; break;
    case app::Theme::dark: look.theme = ui::ThemeChoice::dark; break;
    }
    look.text_scale = app::factor_of(model.preferences.text_scale);
    look.language = model.language;
    return look;
}

Actions Portal::draw(const app::Model& model, storage::Database* replica) {
    Actions actions;
    const ViewContext context = view_context(model);
    const FrameView frame = frame_view(context, model);
    move_focus(model);
    FrameLayout layout = draw_frame(ui_, frame, model.menu, actions);
    draw_page(context, model, frame, replica, layout.content, actions);
    if (!layout.tabs.empty()) layout.account = draw_tabs(ui_, layout.tabs, frame, model.menu, actions);
    if (ui_.find_pressed()) actions.push_back(app::FindPressed{});
    // One message at a time stands there: how a download went is what the person waits for.
    const auto note = download_note_view(context, model.download);
    draw_download_note(ui_, layout.tabs.height, note, actions);
    if (!note) draw_find_hint(ui_, frame.find_hint, layout.tabs.height, actions);
    draw_open_menu(context, model, frame, layout.account, actions);
    draw_above(context, model, layout, actions);
    ui::tooltip(ui_);
    if (frame.title != model.title || context.language.tag() != model.language)
        actions.push_back(app::PageShown{frame.title, std::string(context.language.tag())});
    return actions;
}

bool Portal::prepare(const app::Model& model) {
    // Before the first rows are there, the time is theirs.
    if (!model.sync.has_replica || model.language.empty()) return false;
    if (prepared_language_ != model.language) {
        prepared_language_ = model.language;
        characters_ = characters_of(i18n::language_for(model.language));
    }
    return ui_.warm_up(characters_);
}

void Portal::move_focus(const app::Model& model) {
    // The first page is left to the browser; the next ones begin at their heading.
    if (seen_page_ && *seen_page_ != model.page_version) ui_.focus_heading();
    seen_page_ = model.page_version;
}

void Portal::draw_page(const ViewContext& context, const app::Model& model, const FrameView& frame,
                       storage::Database* replica, const ui::Rect& area, Actions& actions) {
    if (std::holds_alternative<app::OrdersRoute>(model.route)) {
        const RowWords rows = [&](std::size_t first, std::size_t last) {
            if (replica == nullptr || !model.orders.listing) return RowViews{};
            const std::span listed(model.orders.listing->orders);
            const auto orders =
                listed.first(std::min(last, listed.size())).subspan(std::min(first, listed.size()));
            auto views = rows_.of(orders, context, model, *replica);
            if (!views) actions.push_back(app::ReplicaUnreadable{});
            return views ? std::move(*views) : RowViews{};
        };
        anchors_ = draw_orders(ui_, area, frame, orders_view(context, model), rows, actions);
        return;
    }
    if (std::holds_alternative<app::SettingsRoute>(model.route))
        return draw_settings(ui_, area, frame, settings_view(context, model), settings_, actions);
    const bool is_known = !is_unknown_page(model);
    if (is_known && std::holds_alternative<app::ImportsRoute>(model.route)) {
        feeds_ = draw_imports(ui_, area, frame, imports_view(context, model), actions);
        return;
    }
    if (is_known && std::holds_alternative<app::ImportRoute>(model.route))
        return draw_import(ui_, area, frame, import_page_view(context, model), import_, actions);
    const OrderPageView page = order_page_view(context, model);
    const bool is_order = std::holds_alternative<app::OrderRoute>(model.route);
    if (!is_order || !model.order_page.details) return draw_order(ui_, area, frame, page, nullptr, actions);
    draw_order(ui_, area, frame, page, &order_.of(context, model), actions);
}

void Portal::draw_above(const ViewContext& context, const app::Model& model, const FrameLayout& layout,
                        Actions& actions) {
    const bool has_bar = std::holds_alternative<app::SettingsRoute>(model.route);
    const float tabs = layout.tabs.empty() ? 0 : layout.tabs.height - ui_.safe_area().bottom;
    if (const auto toast = toast_view(context, model))
        draw_toast(ui_, *toast, tabs + (has_bar ? settings_.bar_height : 0), actions);
    const app::Asking asking = model.own_settings.asking;
    if (asking == app::Asking::withdraw_import)
        return draw_question(ui_, withdraw_question_view(context, model.import_page), ui_.id("withdraw"),
                             actions);
    const auto question = question_view(context, asking);
    if (!question) return;
    const bool is_leaving = asking == app::Asking::log_out_unsaved;
    draw_question(ui_, *question, is_leaving ? layout.account.opener : ui_.id("end-others"), actions);
}

void Portal::draw_open_menu(const ViewContext& context, const app::Model& model, const FrameView& frame,
                            const MenuAnchor& account, Actions& actions) {
    constexpr float kMenuWidth = 240;
    ui::MenuSpec spec;
    switch (model.menu) {
    case app::Menu::none: return;
    case app::Menu::account:
        spec.name = frame.account.menu_name;
        spec.anchor = account.area;
        spec.opener = account.opener;
        spec.title = frame.account.name;
        spec.subtitle = frame.account.email;
        return draw_menu(ui_, "account-menu", spec, account_menu_view(context, model), actions);
    case app::Menu::step: {
        const std::string name = context.text("filter.stage");
        spec.name = name;
        spec.anchor = anchors_.step.area;
        spec.opener = anchors_.step.opener;
        spec.side = ui::Align::left;
        spec.width = kMenuWidth;
        return draw_menu(ui_, "step-choices", spec, step_menu_view(context, model.orders.query), actions);
    }
    case app::Menu::sort: {
        const std::string name = context.text("sort.menu");
        spec.name = name;
        spec.anchor = anchors_.sort.area;
        spec.opener = anchors_.sort.opener;
        spec.side = ui::Align::left;
        spec.width = kMenuWidth;
        return draw_menu(ui_, "sort-choices", spec, sort_menu_view(context, model.orders.query), actions);
    }
    case app::Menu::feed: {
        const std::string name = context.text("imports.feed_menu");
        spec.name = name;
        spec.anchor = feeds_.area;
        spec.opener = feeds_.opener;
        spec.side = ui::Align::left;
        spec.width = kMenuWidth;
        return draw_menu(ui_, "feed-choices", spec, feed_menu_view(context, model.imports), actions);
    }
    case app::Menu::list_export: {
        const std::string name = context.text("export.menu");
        spec.name = name;
        spec.anchor = anchors_.list_export.area;
        spec.opener = anchors_.list_export.opener;
        spec.side = ui::Align::left;
        spec.width = kMenuWidth;
        return draw_menu(ui_, "export-choices", spec, export_menu_view(context, model), actions);
    }
    }
}

} // namespace orderdeck::client::screens
