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

/// What several orders may have a part in: the places of those orders, ascending, for each shipment or invoice.
template <typename Id>
struct Shared {
    std::map<Id, std::vector<std::size_t>> places;
    std::vector<Id> ids;

    void add(Id id, std::size_t place) {
        std::vector<std::size_t>& known = places[id];
        if (known.empty()) ids.push_back(id);
        if (known.empty() || known.back() != place) known.push_back(place);
    }
};

/// How much of each order is read.
enum class Extent : std::uint8_t { goods, whole };

class ManyOrders {
public:
    ManyOrders(storage::Database& database, const RowScope& scope) : database_(database), scope_(scope) {}

    base::Result<std::vector<OrderRecords>> load(std::span<const OrderId> orders, Extent extent) {
        TRY(load_heads(orders));
        TRY(load_own(orders));
        TRY(load_transport());
        if (extent == Extent::whole) {
            TRY(load_billing(orders));
            TRY(load_papers(orders));
        }
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
        if (ids.empty()) return {};
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

    /// Rows about a shipment or an invoice, for each order that has a part in it.
    template <typename Row, typename Id, typename IdOf>
    base::Result<void> each_shared(std::string_view table, std::string_view key, const Shared<Id>& shared,
                                   Row (*read)(const storage::Statement&, int), IdOf id_of,
                                   std::vector<Row> OrderRecords::*into) {
        return each(table, key, std::span<const Id>(shared.ids), read, [&](const Row& row) {
            const std::optional<Id> id = id_of(row);
            const auto found = id ? shared.places.find(*id) : shared.places.end();
            if (found == shared.places.end()) return;
            for (const std::size_t place : found->second) {
                // A row that names the order, too, was already read with it.
                if constexpr (requires { row.order; }) {
                    if (row.order == all_[place].order.id) continue;
                }
                (all_[place].*into).push_back(row);
            }
        });
    }

    /// The same for rows whose member `shipment` says about which.
    template <typename Row>
    base::Result<void> each_shipped(std::string_view table, Row (*read)(const storage::Statement&, int),
                                    std::vector<Row> OrderRecords::*into) {
        return each_shared(
            table, "shipment_id", shipments_, read, [](const Row& row) { return row.shipment; }, into);
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
        TRY(each_own("operation", orders, read_operation, &OrderRecords::operations));
        TRY(each_own("relation", orders, read_relation, &OrderRecords::relations));
        return {};
    }

    base::Result<void> load_transport() {
        for (std::size_t place = 0; place < all_.size(); ++place) {
            for (const domain::ShipmentLine& link : all_[place].shipment_lines)
                shipments_.add(link.shipment, place);
        }
        std::sort(shipments_.ids.begin(), shipments_.ids.end());
        TRY(each_shared(
            "shipment", "id", shipments_, read_shipment, [](const domain::Shipment& row) { return row.id; },
            &OrderRecords::shipments));
        TRY(each_shipped("parcel", read_parcel, &OrderRecords::parcels));
        TRY(each_shipped("tracking_event", read_tracking_event, &OrderRecords::tracking_events));
        return each_shipped("milestone", read_milestone, &OrderRecords::milestones);
    }

    base::Result<void> load_billing(std::span<const OrderId> orders) {
        TRY(each_own("invoice_line", orders, read_invoice_line, &OrderRecords::invoice_lines));
        for (std::size_t place = 0; place < all_.size(); ++place) {
            for (const domain::InvoiceLine& link : all_[place].invoice_lines)
                invoices_.add(link.invoice, place);
        }
        std::sort(invoices_.ids.begin(), invoices_.ids.end());
        TRY(each_shared(
            "invoice", "id", invoices_, read_invoice, [](const domain::Invoice& row) { return row.id; },
            &OrderRecords::invoices));
        TRY(each_own("payment", orders, read_payment, &OrderRecords::payments));
        TRY(each_shared(
            "payment", "invoice_id", invoices_, read_payment,
            [](const domain::Payment& row) { return row.invoice; }, &OrderRecords::payments));
        return each_own("instalment", orders, read_instalment, &OrderRecords::instalments);
    }

    base::Result<void> load_papers(std::span<const OrderId> orders) {
        TRY(each_own("document", orders, read_document, &OrderRecords::documents));
        TRY(each_shipped("document", read_document, &OrderRecords::documents));
        TRY(each_own("contradiction", orders, read_contradiction, &OrderRecords::contradictions));
        return each_shipped("contradiction", read_contradiction, &OrderRecords::contradictions);
    }

    storage::Database& database_;
    const RowScope& scope_;
    std::vector<OrderRecords> all_;
    std::map<OrderId, std::size_t> place_;
    Shared<domain::ShipmentId> shipments_;
    Shared<domain::InvoiceId> invoices_;
};

} // namespace

std::string rows_of_many_sql(std::string_view table, std::string_view key, const RowScope& scope) {
    // The ids lead, so that each is one look-up in an index, whatever else the customer has.
    std::string sql = "SELECT " + columns_of(table, "x") + " FROM carray(?) k CROSS JOIN " +
                      std::string(table) + " x ON x." + std::string(key) + " = k.value";
    if (!scope.predicate.empty()) sql += " WHERE (" + scope.predicate + ")";
    return sql;
}

base::Result<std::vector<domain::Item>>
load_items(storage::Database& database, std::span<const domain::ItemId> items, const RowScope& scope) {
    storage::Statement statement = TRY(database.statement(rows_of_many_sql("item", "id", scope)));
    statement.bind_ids(1, items);
    if (scope.bind) scope.bind(statement, 2);
    std::vector<domain::Item> found;
    while (TRY(statement.step()))
        found.push_back(read_item(statement, 0));
    return found;
}

base::Result<std::vector<OrderRecords>>
load_many_orders(storage::Database& database, std::span<const OrderId> orders, const RowScope& scope) {
    return ManyOrders(database, scope).load(orders, Extent::goods);
}

base::Result<std::vector<OrderRecords>>
load_whole_orders(storage::Database& database, std::span<const OrderId> orders, const RowScope& scope) {
    return ManyOrders(database, scope).load(orders, Extent::whole);
}

} // namespace orderdeck::tables
