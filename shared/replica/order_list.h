#pragma once

#include "shared/base/local_date.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"
#include "shared/domain/order.h"
#include "shared/domain/summary.h"
#include "shared/replica/search.h"
#include "shared/storage/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace orderdeck::replica {

/// The moment a list is read for: nothing that depends on the clock is stored.
struct ListMoment {
    base::Timestamp now;
    base::LocalDate today; ///< on the reader's calendar
};

/// The figures above the list are filters of it. All but `complete` speak of open orders.
enum class OrderFilter : std::uint8_t {
    open,     ///< something is still to be delivered
    late,     ///< late or at risk
    arriving, ///< something is expected from today to the end of this ISO week
    waiting,  ///< the customer must act next
    complete,
};

/// attention: what deserves the eye first (domain::attention_of), then by promise; promised: open orders by date, then
/// complete ones, newest first; placed: newest first; total: by currency, highest first; number: as people count.
enum class OrderSort : std::uint8_t { attention, promised, placed, total, number };

struct OrderListQuery {
    std::string search; ///< empty: all orders
    std::optional<OrderFilter> filter;
    std::optional<domain::Step> step; ///< of the headline
    OrderSort sort = OrderSort::attention;
};

struct ListedOrders {
    std::vector<domain::OrderId> orders;     ///< as the query sorts them
    SearchExtent extent = SearchExtent::all; ///< `newest`: more orders match, or may
};

/// The orders that the query shows: all, or those among the newest hits of its search. Empty only when there are none.
base::Result<ListedOrders> list_orders(storage::Database& database, const OrderListQuery& query,
                                       const ListMoment& moment, SearchExtent extent);

/// One row of the list.
struct OrderListRow {
    domain::Order order;
    domain::OrderSummary summary;
    std::optional<domain::Item> lead_item;
};

/// The rows of these orders, in their order; ids that are gone are left out.
base::Result<std::vector<OrderListRow>> read_order_rows(storage::Database& database,
                                                        std::span<const domain::OrderId> orders);

/// What the figures above the list say.
struct OrderFigures {
    std::int64_t orders = 0;
    std::int64_t companies = 0; ///< accounts that have orders
    std::int64_t open = 0;
    std::int64_t late = 0;    ///< open and late
    std::int64_t at_risk = 0; ///< open, not late, at risk
    std::int64_t arriving = 0;
    std::optional<base::LocalDate> next_arrival_on; ///< the earliest from today on
    std::int64_t waiting = 0;
    std::int64_t complete = 0;
    std::vector<domain::Money> open_value; ///< what is still to come, one amount per currency, by code

    std::int64_t late_or_at_risk() const { return late + at_risk; }
};

base::Result<OrderFigures> count_orders(storage::Database& database, const ListMoment& moment);

} // namespace orderdeck::replica
