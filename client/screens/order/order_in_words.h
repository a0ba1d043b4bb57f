#pragma once

#include "client/app/model.h"
#include "client/screens/words/words_basis.h"
#include "shared/words/order/order_view.h"

namespace orderdeck::client::screens {

/// The order's page in words: written when the order has been read, and anew when the language, the minute or the zone
/// is another one, but not for each frame.
class OrderInWords {
public:
    /// Of the order that the model has read (it must have one); valid until the next call.
    const words::OrderView& of(const ViewContext& context, const app::Model& model);

private:
    struct Basis {
        std::uint64_t read = 0; ///< app::Model::orders_read
        WordsBasis words;
        friend bool operator==(const Basis&, const Basis&) = default;
    };

    Basis basis_;
    words::OrderView view_;
};

} // namespace orderdeck::client::screens
