#include "client/app/order_page.h"

namespace orderdeck::client::app {
namespace {

template <typename Row, typename Id>
const Row* find_row(const std::vector<Row>& rows, Id id) {
    for (const Row& row : rows)
        if (row.id == id) return &row;
    return nullptr;
}

} // namespace

const domain::Item* item_of(const OrderDetails& details, domain::ItemId id) {
    return find_row(details.items, id);
}
const domain::Line* line_of(const OrderDetails& details, domain::LineId id) {
    return find_row(details.records.lines, id);
}
const domain::Source* source_of(const OrderDetails& details, domain::SourceId id) {
    return find_row(details.sources, id);
}

} // namespace orderdeck::client::app
