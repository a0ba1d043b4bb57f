#include "client/screens/orders/rows_in_words.h"

namespace orderdeck::client::screens {
namespace {

constexpr std::size_t kMostRows = 500;

} // namespace

base::Result<RowViews> RowsInWords::of(std::span<const domain::OrderId> orders, const ViewContext& context,
                                       const app::Model& model, storage::Database& replica) {
    Basis basis{model.generation, model.orders.query.search, WordsBasis::of(context)};
    if (!(basis == basis_) || rows_.size() > kMostRows) rows_.clear();
    basis_ = std::move(basis);
    std::vector<domain::OrderId> missing;
    for (const domain::OrderId order : orders)
        if (rows_.count(order.value()) == 0) missing.push_back(order);
    if (!missing.empty()) TRY(read(missing, context, replica));
    RowViews views;
    views.reserve(orders.size());
    for (const domain::OrderId order : orders) {
        const auto row = rows_.find(order.value());
        if (row != rows_.end()) views.emplace_back(row->second);
    }
    return views;
}

base::Result<void> RowsInWords::read(std::span<const domain::OrderId> orders, const ViewContext& context,
                                     storage::Database& replica) {
    const auto rows = TRY(replica::read_order_rows(replica, orders));
    const auto matches = TRY(replica::explain_matches(replica, basis_.search, orders));
    for (const replica::OrderListRow& row : rows)
        rows_.emplace(row.order.id.value(), order_row_view(context, row, matches));
    return {};
}

} // namespace orderdeck::client::screens
