#pragma once

#include "server/persistence/scope.h"
#include "shared/domain/order_details.h"
#include "shared/storage/database.h"

#include <map>
#include <optional>
#include <span>
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

/// Many orders with everything that is stored about them, and the items that their lines name.
struct OrderBatch {
    std::vector<domain::OrderRecords> orders;
    std::map<domain::ItemId, domain::Item> items;
};

struct OrderPage {
    std::vector<OrderEntry> orders;
    std::optional<OrderPosition> next; ///< present when more follow
    std::int64_t total = 0;            ///< of the whole query, not of the page
};

/// Scoped reads of orders. What the scope does not cover does not exist here.
class OrderStore {
public:
    explicit OrderStore(storage::Database& database) : database_(database) {}

    base::Result<OrderPage> page(const Scope& scope, const OrderQuery& query);
    /// Those of the orders that the scope covers, as lists show them, in the order in which they are asked for.
    base::Result<std::vector<OrderEntry>> entries(const Scope& scope,
                                                  std::span<const domain::OrderId> orders);
    /// Everything that is stored of those of the orders that the scope covers; in no certain order.
    base::Result<OrderBatch> batch(const Scope& scope, std::span<const domain::OrderId> orders);
    base::Result<std::int64_t> count(const Scope& scope, std::string_view search = {});
    /// `not_found` for an unknown order and for one outside the scope alike.
    base::Result<domain::OrderDetails> detail(const Scope& scope, domain::OrderId order);
    base::Result<domain::OrderSummary> summary(const Scope& scope, domain::OrderId order);
    /// Ids of all orders in scope, ascending: for figures and checks over everything.
    base::Result<std::vector<domain::OrderId>> ids(const Scope& scope);

private:
    base::Result<std::optional<domain::Account>> account(const Scope& scope, domain::AccountId id);

    storage::Database& database_;
};

/// The statements behind OrderStore::page and entries, for the tests that read their query plans.
std::string order_page_sql(const Scope& scope, const OrderQuery& query);
std::string order_entries_sql(const Scope& scope);

} // namespace orderdeck::server::persistence::sqlite
