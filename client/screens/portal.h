#pragma once

#include "client/app/model.h"
#include "client/screens/frame/frame_screen.h"
#include "client/screens/orders/orders_screen.h"
#include "client/ui/ui.h"
#include "shared/replica/order_list.h"

#include <cstdint>
#include <optional>

namespace orderdeck::client::screens {

/// The person's choices as the widgets want them.
ui::Look look_of(const app::Preferences& preferences);

/// Draws the whole portal: the frame, the page of the route, and the menu that is open.
class Portal {
public:
    explicit Portal(ui::Ui& ui) : ui_(ui) {}

    /// Between Ui::begin and Ui::end. `replica` is null before the first copy. Returns what people did.
    Actions draw(const app::Model& model, storage::Database* replica);

private:
    void draw_page(const ViewContext& context, const app::Model& model, const FrameView& frame,
                   storage::Database* replica, const ui::Rect& area, Actions& actions);
    void draw_open_menu(const ViewContext& context, const app::Model& model, const FrameView& frame,
                        const MenuAnchor& account, Actions& actions);
    void move_focus(const app::Model& model);

    ui::Ui& ui_;
    OrdersAnchors anchors_;
    RowsInWords rows_;
    std::optional<std::uint32_t> seen_page_; ///< Model::page_version of the last frame
};

} // namespace orderdeck::client::screens
