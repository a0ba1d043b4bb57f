#pragma once

#include "client/screens/frame/frame_screen.h"
#include "client/screens/words/words.h"
#include "client/ui/ui.h"
#include "shared/words/order/order_view.h"

#include <string>

namespace orderdeck::client::screens {

using words::EventView;
using words::FactView;
using words::LineView;
using words::OrderView;
using words::ParcelView;
using words::ReasonView;
using words::RowView;
using words::SectionView;
using words::ShipmentView;
using words::StepLook;
using words::StepNoteView;
using words::StepView;

/// The way back to the list.
struct BackView {
    std::string label; ///< "Orders · Late or at risk"
    std::string href;
};

/// What the page says around an order, and in its place when there is none.
struct OrderPageView {
    BackView back;
    BackView print; ///< the page to print
    std::string why;
    std::string why_title;
    std::string track_name;
    std::string lines_title;
    std::string facts_title;
    std::string sources_title;
    std::string not_found_title;
    std::string not_found_text;
    std::string not_found_back;
    std::string loading;
    app::Disclosure why_state = app::Disclosure::closed;
    std::vector<std::string> open_parts; ///< of what is shown on demand
    bool looked_up = false;

    bool is_open(const std::string& part) const;
};

OrderPageView order_page_view(const ViewContext& context, const app::Model& model);

/// Painting and measuring walk the same way; `Draw::no` only measures.
enum class Draw { no, yes };
/// The line of a disclosure: high enough for a finger where there is one.
float disclosure_height(ui::Ui& ui);

/// Draws the page of one order; `order` is null while it is being read or when there is none.
void draw_order(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const OrderPageView& page,
                const OrderView* order, Actions& actions);

// Its cards. Each draws from the top of `area` and returns the height that it took.
float draw_status_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order,
                       Actions& actions);
float draw_lines_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order);
float draw_shipment_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page,
                         const ShipmentView& shipment, Actions& actions);
float section_card_height(ui::Ui& ui, float width, const OrderPageView& page, const SectionView& section);
float draw_section_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page,
                        const SectionView& section, Actions& actions);
/// The parcels of a shipment below each other; `Draw::no` only measures.
float draw_parcels(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const ShipmentView& shipment,
                   Draw draw, Actions& actions);
float pairs_card_height(ui::Ui& ui, float width, const std::vector<FactView>& pairs);
float draw_pairs_card(ui::Ui& ui, const ui::Rect& area, const std::string& title,
                      const std::vector<FactView>& pairs);

} // namespace orderdeck::client::screens
