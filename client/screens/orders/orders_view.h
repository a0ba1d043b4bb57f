#pragma once

#include "client/app/model.h"
#include "client/screens/frame/account_menu_view.h"
#include "client/screens/words/words.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::screens {

/// A figure above the list; activating it filters by it or takes the filter away.
struct FigureView {
    std::string key;
    app::ListFilter filter = app::ListFilter::open;
    std::string label;
    std::string value; ///< empty while it is not known
    std::string note;
    ui::Ink ink = ui::Ink::text;
    bool pressed = false;
};

/// A term that restricts the list and can be taken away.
struct RestrictionView {
    std::string key;
    std::string label;
    std::string remove_name;
    app::Action remove;
    bool is_step = false; ///< phones show the filters as toggles and only this as a term
};

/// `failed`: there is no copy to show and none on its way. `unreadable`: the banner says what to do.
enum class ListState { loading, failed, unreadable, no_orders, nothing_found, listed };

/// What is said in place of an empty list, with the way out.
struct EmptyView {
    std::string title;
    std::string text;
    std::string way_out; ///< label of the button; empty: none
};

/// Everything around the rows of the order list.
struct OrdersView {
    std::string title;
    std::string count; ///< "10,214 in 3 companies"
    std::string figures_name;
    std::vector<FigureView> figures;
    std::string filters_name;
    std::vector<RestrictionView> restrictions;
    std::string step_label;
    std::string sort_label;
    std::string export_label;
    std::string shown;          ///< "5 of 10,214"
    bool is_restricted = false; ///< whether `shown` says more than `count`
    std::string list_name;
    std::array<std::string, 5> columns; ///< order, items, status, promised, total
    std::string note;                   ///< about what of the address is not known; empty: none
    std::string dismiss;                ///< label of the button that takes it away
    ListState state = ListState::loading;
    std::size_t rows = 0;
    EmptyView empty;
    std::string loading; ///< spoken while the rows are not there
};

/// What the list is filtered by, "Late or at risk"; empty when it shows all.
std::string filter_words(const ViewContext& context, const app::OrdersQuery& query);
OrdersView orders_view(const ViewContext& context, const app::Model& model);

/// The stages to choose from, and the orders in which rows can be sorted.
std::vector<MenuEntryView> step_menu_view(const ViewContext& context, const app::OrdersQuery& query);
std::vector<MenuEntryView> sort_menu_view(const ViewContext& context, const app::OrdersQuery& query);
/// What can be made of the list; while nothing can, why.
std::vector<MenuEntryView> export_menu_view(const ViewContext& context, const app::Model& model);

} // namespace orderdeck::client::screens
