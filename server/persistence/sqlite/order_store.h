#pragma once

#include "server/persistence/scope.h"
#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/domain/summary.h"
#include "shared/storage/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// A place in the list of orders: newest placed first, orders without a date last, then by descending id.
struct OrderPosition {
    std::optional<base::LocalDate> placed_on;
    domain::OrderId id;
};

struct OrderQuery {
    std::optional<OrderPosition> after; ///< absent: from the first on
    int limit = 20;
    /// A fragment of an order number, customer reference, line reference, item number or name, shipment or tracking
    /// number; ASCII letters match in either case. Empty: all orders.
    std::string search;
};

/// One order as lists show it.
struct OrderEntry {
    domain::Order order;
    domain::OrderSummary summary;
    std::optional<domain::Item> lead_item;
};

struct OrderPage {
    std::vector<OrderEntry> orders;
    std::optional<OrderPosition> next; ///< present when more follow
    std::int64_t total = 0;            ///< of the whole query, not of the page
};

/// Everything about one order.
struct OrderDetail {
    domain::OrderRecords records;
    domain::OrderSummary summary;
    std::vector<domain::Item> items;
    std::vector<domain::Source> sources;
};

/// Scoped reads of orders. What the scope does not cover does not exist here.
class OrderStore {
public:
    explicit OrderStore(storage::Database& database) : database_(database) {}

    base::Result<OrderPage> page(const Scope& scope, const OrderQuery& query);
    base::Result<std::int64_t> count(const Scope& scope, std::string_view search = {});
    /// `not_found` for an unknown order and for one outside the scope alike.
    base::Result<OrderDetail> detail(const Scope& scope, domain::OrderId order);
    base::Result<domain::OrderSummary> summary(const Scope& scope, domain::OrderId order);
    /// Ids of all orders in scope, ascending: for figures and checks over everything.
    base::Result<std::vector<domain::OrderId>> ids(const Scope& scope);

private:
    storage::Database& database_;
};

/// The statement behind OrderStore::page, for the test that reads its query plan.
std::string order_page_sql(const Scope& scope, const OrderQuery& query);

} // namespace orderdeck::server::persistence::sqlite
