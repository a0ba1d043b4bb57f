#pragma once

#include "client/app/model.h"
#include "client/screens/orders/order_row_view.h"
#include "client/screens/words/words_basis.h"
#include "shared/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace orderdeck::client::screens {

using RowViews = std::vector<std::reference_wrapper<const OrderRowView>>;

/// The rows of the list in words. Each is read and put into words when it first comes into sight, and anew when anything
/// has changed of which it speaks: rows of the replica, the search, the language, the minute, the zone.
class RowsInWords {
public:
    /// The rows of these orders, valid until the next call; orders that are gone are left out.
    base::Result<RowViews> of(std::span<const domain::OrderId> orders, const ViewContext& context,
                              const app::Model& model, storage::Database& replica);

private:
    /// What all the rows depend on.
    struct Basis {
        std::uint64_t generation = 0;
        std::string search;
        WordsBasis words;
        friend bool operator==(const Basis&, const Basis&) = default;
    };

    base::Result<void> read(std::span<const domain::OrderId> orders, const ViewContext& context,
                            storage::Database& replica);

    Basis basis_;
    std::unordered_map<std::int64_t, OrderRowView> rows_; ///< by order
};

} // namespace orderdeck::client::screens
