#include "shared/domain/order_details.h"

namespace orderdeck::domain {
namespace {

template <typename Row, typename Id>
const Row* find_row(const std::vector<Row>& rows, Id id) {
    for (const Row& row : rows)
        if (row.id == id) return &row;
    return nullptr;
}

} // namespace

const Item* item_of(const OrderDetails& details, ItemId id) { return find_row(details.items, id); }
const Line* line_of(const OrderDetails& details, LineId id) { return find_row(details.records.lines, id); }
const Source* source_of(const OrderDetails& details, SourceId id) { return find_row(details.sources, id); }

bool is_related_cut(const OrderDetails& details) { return details.related.size() >= kMostRelatedOrders; }

} // namespace orderdeck::domain
