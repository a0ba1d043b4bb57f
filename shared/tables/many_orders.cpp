#include "shared/tables/many_orders.h"

#include "shared/domain/line_number.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"

#include <algorithm>
#include <map>

namespace orderdeck::tables {
namespace {

using domain::OrderId;
using domain::OrderRecords;
using domain::ShipmentId;

class ManyOrders {
public:
    ManyOrders(storage::Database& database, const RowScope& scope) : database_(database), scope_(scope) {}

    base::Result<std::vector<OrderRecords>> load(std::span<const OrderId> orders) {
        TRY(load_heads(orders));
        TRY(load_own(orders));
        TRY(load_transport());
        for (OrderRecords& records : all_) {
            std::stable_sort(records.lines.begin(), records.lines.end(),
                             [](const domain::Line& left, const domain::Line& right) {
                                 return domain::line_number_before(left.number, right.number);
                             });
        }
        return std::move(all_);
    }

private:
    /// Gives each row of the table whose key is among the ids to `take`.
    template <typename Row, typename Id, typename Take>
    base::Result<void> each(std::string_view table, std::string_view key, std::span<const Id> ids,
                            Row (*read)(const storage::Statement&, int), Take take) {
        storage::Statement statement = TRY(database_.statement(rows_of_many_sql(table, key, scope_)));
        statement.bind_ids(1, ids);
        if (scope_.bind) scope_.bind(statement, 2);
        while (TRY(statement.step()))
            take(read(statement, 0));
        return {};
    }

    /// Rows about the orders themselves.
    template <typename Row>
    base::Result<void> each_own(std::string_view table, std::span<const OrderId> orders,
                                Row (*read)(const storage::Statement&, int),
                                std::vector<Row> OrderRecords::*into) {
        return each(table, "order_id", orders, read, [&](Row row) {
            const std::optional<OrderId> order = row.order;
            const auto found = order ? place_.find(*order) : place_.end();
            if (found != place_.end()) (all_[found->second].*into).push_back(std::move(row));
        });
    }

    /// Rows about a shipment, for each order that has a part in it.
    template <typename Row, typename Shipment>
    base::Result<void> each_shipped(std::string_view table, std::string_view key,
                                    Row (*read)(const storage::Statement&, int), Shipment shipment_of,
                                    std::vector<Row> OrderRecords::*into) {
        return each(table, key, std::span<const ShipmentId>(shipments_), read, [&](const Row& row) {
            const auto found = carried_.find(shipment_of(row));
            if (found == carried_.end()) return;
            for (const std::size_t place : found->second)
                (all_[place].*into).push_back(row);
        });
    }

    base::Result<void> load_heads(std::span<const OrderId> orders) {
        return each("sales_order", "id", orders, read_order, [this](domain::Order order) {
            place_.emplace(order.id, all_.size());
            all_.push_back({});
            all_.back().order = std::move(order);
        });
    }

    base::Result<void> load_own(std::span<const OrderId> orders) {
        TRY(each_own("order_line", orders, read_line, &OrderRecords::lines));
        TRY(each_own("shipment_line", orders, read_shipment_line, &OrderRecords::shipment_lines));
        TRY(each_own("milestone", orders, read_milestone, &OrderRecords::milestones));
        TRY(each_own("promise", orders, read_promise, &OrderRecords::promises));
        TRY(each_own("hold", orders, read_hold, &OrderRecords::holds));
        TRY(each_own("relation", orders, read_relation, &OrderRecords::relations));
        return {};
    }

    base::Result<void> load_transport() {
        for (std::size_t place = 0; place < all_.size(); ++place) {
            for (const domain::ShipmentLine& link : all_[place].shipment_lines) {
                std::vector<std::size_t>& places = carried_[link.shipment];
                if (places.empty() || places.back() != place) places.push_back(place);
            }
        }
        for (const auto& [shipment, places] : carried_)
            shipments_.push_back(shipment);
        TRY(each_shipped(
            "shipment", "id", read_shipment, [](const domain::Shipment& row) { return row.id; },
            &OrderRecords::shipments));
        TRY(each_shipped(
            "parcel", "shipment_id", read_parcel, [](const domain::Parcel& row) { return row.shipment; },
            &OrderRecords::parcels));
        TRY(each_shipped(
            "tracking_event", "shipment_id", read_tracking_event,
            [](const domain::TrackingEvent& row) { return row.shipment; }, &OrderRecords::tracking_events));
        return each("milestone", "shipment_id", std::span<const ShipmentId>(shipments_), read_milestone,
                    [this](const domain::Milestone& row) {
                        for (const std::size_t place : carried_[*row.shipment]) {
                            // A row that names both was already read with the order.
                            if (row.order != all_[place].order.id) all_[place].milestones.push_back(row);
                        }
                    });
    }

    storage::Database& database_;
    const RowScope& scope_;
    std::vector<OrderRecords> all_;
    std::map<OrderId, std::size_t> place_;
    std::map<ShipmentId, std::vector<std::size_t>> carried_; // by which orders, in ascending places
    std::vector<ShipmentId> shipments_;
};

} // namespace

std::string rows_of_many_sql(std::string_view table, std::string_view key, const RowScope& scope) {
    // The ids lead, so that each is one look-up in an index, whatever else the customer has.
    std::string sql = "SELECT " + columns_of(table, "x") + " FROM carray(?) k CROSS JOIN " +
                      std::string(table) + " x ON x." + std::string(key) + " = k.value";
    if (!scope.predicate.empty()) sql += " WHERE (" + scope.predicate + ")";
    return sql;
}

base::Result<std::vector<OrderRecords>>
load_many_orders(storage::Database& database, std::span<const OrderId> orders, const RowScope& scope) {
    return ManyOrders(database, scope).load(orders);
}

} // namespace orderdeck::tables
