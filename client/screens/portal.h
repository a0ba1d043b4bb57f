#pragma once

#include "client/app/model.h"
#include "client/screens/frame/frame_screen.h"
#include "client/screens/imports/imports_screen.h"
#include "client/screens/order/order_in_words.h"
#include "client/screens/orders/orders_screen.h"
#include "client/screens/settings/settings_screen.h"
#include "client/ui/ui.h"
#include "shared/replica/order_list.h"

#include <cstdint>
#include <optional>
#include <string>

namespace orderdeck::client::screens {

/// The person's choices as the widgets want them. Valid as long as the model is not changed.
ui::Look look_of(const app::Model& model);

/// Draws the whole portal: the frame, the page of the route, and the menu that is open.
class Portal {
public:
    explicit Portal(ui::Ui& ui) : ui_(ui) {}

    /// Between Ui::begin and Ui::end. `replica` is null before the first copy. Returns what people did.
    Actions draw(const app::Model& model, storage::Database* replica);
    /// While nobody does anything: bakes a few characters of the language ahead. False: there is nothing left to do.
    bool prepare(const app::Model& model);

private:
    void draw_page(const ViewContext& context, const app::Model& model, const FrameView& frame,
                   storage::Database* replica, const ui::Rect& area, Actions& actions);
    void draw_open_menu(const ViewContext& context, const app::Model& model, const FrameView& frame,
                        const MenuAnchor& account, Actions& actions);
    void draw_above(const ViewContext& context, const app::Model& model, const FrameLayout& layout,
                    Actions& actions);
    void move_focus(const app::Model& model);

    ui::Ui& ui_;
    OrdersAnchors anchors_;
    MenuAnchor feeds_; ///< the menu of the imports
    ImportMemory import_;
    RowsInWords rows_;
    OrderInWords order_;
    SettingsMemory settings_;
    std::string prepared_language_;
    std::u32string characters_;              ///< of that language
    std::optional<std::uint32_t> seen_page_; ///< Model::page_version of the last frame
};

} // namespace orderdeck::client::screens
