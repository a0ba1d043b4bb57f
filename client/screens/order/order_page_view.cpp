#include "client/screens/order/order_screen.h"

#include "client/screens/imports/imports_view.h"
#include "client/screens/orders/orders_view.h"

#include <algorithm>

namespace orderdeck::client::screens {

bool OrderPageView::is_open(const std::string& part) const {
    return std::find(open_parts.begin(), open_parts.end(), part) != open_parts.end();
}

OrderPageView order_page_view(const ViewContext& context, const app::Model& model) {
    OrderPageView view;
    const std::string filter = filter_words(context, model.orders.query);
    view.back.label = filter.empty() ? context.text("order.back")
                                     : context.text("order.back_filtered", {{"filter", filter}});
    view.back.href = app::path_of(model.orders.query);
    view.print.label = context.text("order.print");
    view.print.href =
        app::print_path_of(model.order_page.order, context.language.tag(), model.clock.transitions);
    view.why = context.text("order.why");
    view.why_title = context.text("order.why_title");
    view.track_name = context.text("order.track");
    view.lines_title = context.text("lines.title");
    view.facts_title = context.text("facts.title");
    view.sources_title = context.text("sources.title");
    view.not_found_title = context.text("order.not_found_title");
    view.not_found_text = context.text("order.not_found_text");
    view.not_found_back = context.text("order.not_found_back");
    view.loading = context.text("order.loading");
    view.why_state = model.order_page.why;
    view.open_parts = model.order_page.open_parts;
    view.looked_up = model.order_page.looked_up;
    if (!is_unknown_page(model)) return view;
    view.looked_up = true;
    view.not_found_title = context.text("page_not_found.title");
    view.not_found_text = context.text("page_not_found.text");
    return view;
}

} // namespace orderdeck::client::screens
