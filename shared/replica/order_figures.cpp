#include "shared/replica/order_list.h"

namespace orderdeck::replica {
namespace {

// One pass over the narrow index, without FILTER, which the browser's SQLite does not know.
// ?1 now, ?2 today, ?3 the Sunday of this week.
constexpr std::string_view kCounts =
    "SELECT count(*), "
    "count(CASE WHEN complete = 0 THEN 1 END), "
    "count(CASE WHEN complete = 0 AND late_at IS NOT NULL AND late_at <= ?1 THEN 1 END), "
    "count(CASE WHEN complete = 0 AND (late_at IS NULL OR late_at > ?1) "
    "AND (at_risk = 1 OR silent_at <= ?1 OR stuck_at <= ?1 OR trouble_at <= ?1) THEN 1 END), "
    "count(CASE WHEN complete = 0 AND next_arrival_on BETWEEN ?2 AND ?3 THEN 1 END), "
    "count(CASE WHEN complete = 0 AND turn = 2 THEN 1 END), "
    "min(CASE WHEN complete = 0 AND next_arrival_on >= ?2 THEN next_arrival_on END) "
    "FROM order_summary";

constexpr std::string_view kOpenValue =
    "SELECT o.currency, sum(s.open_minor) FROM order_summary s "
    "JOIN sales_order o ON o.id = s.id WHERE s.complete = 0 AND s.open_minor <> 0 "
    "GROUP BY o.currency ORDER BY o.currency";

base::Result<void> count_by_filter(storage::Database& database, const ListMoment& moment,
                                   OrderFigures& figures) {
    auto row =
        TRY(database.query(kCounts, moment.now, moment.today, moment.today.start_of_week().plus_days(6)));
    if (!TRY(row.step())) return {};
    figures.orders = row.int64(0);
    figures.open = row.int64(1);
    figures.late = row.int64(2);
    figures.at_risk = row.int64(3);
    figures.arriving = row.int64(4);
    figures.waiting = row.int64(5);
    figures.complete = figures.orders - figures.open;
    if (const auto day = row.optional_int64(6)) figures.next_arrival_on = base::LocalDate::from_days(*day);
    return {};
}

} // namespace

base::Result<OrderFigures> count_orders(storage::Database& database, const ListMoment& moment) {
    OrderFigures figures;
    TRY(count_by_filter(database, moment, figures));
    figures.companies = TRY(database.query_int("SELECT count(DISTINCT account_id) FROM sales_order"));
    auto values = TRY(database.query(kOpenValue));
    while (TRY(values.step())) {
        const auto currency = domain::Currency::parse(values.text(0)).value_or(domain::Currency{});
        figures.open_value.push_back({values.int64(1), currency});
    }
    return figures;
}

} // namespace orderdeck::replica
