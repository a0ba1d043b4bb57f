#include "client/app/order_page.h"

namespace orderdeck::client::app {
namespace {

template <typename Row, typename Id> const Row* find_row(const std::vector<Row>& rows, Id id) {
    for (const Row& row : rows)
        if (row.id == id) return &row;
    return nullptr;
}

} // namespace

const domain::Item* OrderDetails::item_of(domain::ItemId id) const { return find_row(items, id); }
const domain::Line* OrderDetails::line_of(domain::LineId id) const { return find_row(records.lines, id); }
const domain::Source* OrderDetails::source_of(domain::SourceId id) const { return find_row(sources, id); }

} // namespace orderdeck::client::app
