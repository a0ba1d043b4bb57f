#include "client/screens/order/order_in_words.h"

namespace orderdeck::client::screens {

const words::OrderView& OrderInWords::of(const ViewContext& context, const app::Model& model) {
    Basis basis{model.orders_read, WordsBasis::of(context)};
    if (!(basis == basis_)) {
        view_ = words::order_view(context, *model.order_page.details);
        basis_ = std::move(basis);
    }
    return view_;
}

} // namespace orderdeck::client::screens
