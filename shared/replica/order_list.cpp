#include "shared/replica/order_list.h"

#include "shared/base/text.h"
#include "shared/domain/line_number.h"

#include <algorithm>

namespace orderdeck::replica {
namespace {

// Parameters of every list query: ?1 now, ?2 today, ?3 the Sunday of this week, ?4 ids of the hits.
constexpr std::string_view kIsLate = "(s.late_at IS NOT NULL AND s.late_at <= ?1)";

constexpr std::string_view kIsInTrouble = "(s.trouble_at IS NOT NULL AND s.trouble_at <= ?1)";
constexpr std::string_view kIsAtRisk =
    "(s.at_risk = 1 OR s.silent_at <= ?1 OR s.stuck_at <= ?1 OR s.trouble_at <= ?1)";

std::string filter_sql(OrderFilter filter) {
    const std::string late(kIsLate);
    switch (filter) {
    case OrderFilter::open: return " AND s.complete = 0";
    case OrderFilter::late: return " AND s.complete = 0 AND (" + std::string(kIsAtRisk) + " OR " + late + ")";
    case OrderFilter::arriving: return " AND s.complete = 0 AND s.next_arrival_on BETWEEN ?2 AND ?3";
    case OrderFilter::waiting:
        return " AND s.complete = 0 AND s.turn = " +
               std::to_string(static_cast<int>(domain::Party::customer));
    case OrderFilter::complete: return " AND s.complete = 1";
    }
    return {};
}

std::string step_sql(domain::Step step) {
    std::string stages;
    for (int stage = 0; stage < domain::kStageCount; ++stage) {
        if (domain::step_of(static_cast<domain::Stage>(stage)) != step) continue;
        if (!stages.empty()) stages += ", ";
        stages += std::to_string(stage);
    }
    return " AND s.headline_stage IN (" + stages + ")";
}

/// The ranks are the values of domain::Attention.
std::string attention_sql() {
    return "CASE WHEN s.complete = 1 THEN 6 WHEN " + std::string(kIsInTrouble) + " THEN 0 WHEN " +
           std::string(kIsLate) +
           " THEN 1 WHEN s.turn = 2 THEN 2 WHEN s.hold_reason IS NOT NULL THEN 3 WHEN " +
           std::string(kIsAtRisk) + " THEN 4 ELSE 5 END";
}

std::string sort_sql(OrderSort sort) {
    static constexpr std::string_view kByPromise =
        "CASE WHEN s.complete = 0 THEN s.promised_on ELSE -s.promised_on END NULLS LAST, s.id DESC";
    switch (sort) {
    case OrderSort::attention: return attention_sql() + ", " + std::string(kByPromise);
    case OrderSort::promised: return "s.complete, " + std::string(kByPromise);
    case OrderSort::placed: return "o.placed_on DESC NULLS LAST, s.id DESC";
    case OrderSort::total: return "o.currency, s.total_minor DESC, s.id DESC";
    case OrderSort::number: return "s.id";
    }
    return "s.id";
}

bool needs_order_row(OrderSort sort) { return sort != OrderSort::attention && sort != OrderSort::promised; }

/// Blanks alone ask for nothing, so they find everything.
bool is_search(const OrderListQuery& query) { return !base::trim(query.search).empty(); }

std::string list_sql(const OrderListQuery& query) {
    std::string sql = "SELECT s.id";
    if (query.sort == OrderSort::number) sql += ", o.number";
    sql += " FROM order_summary s";
    if (needs_order_row(query.sort)) sql += " JOIN sales_order o ON o.id = s.id";
    sql += " WHERE 1";
    if (is_search(query)) sql += " AND s.id IN (SELECT value FROM carray(?4))";
    if (query.filter) sql += filter_sql(*query.filter);
    if (query.step) sql += step_sql(*query.step);
    return sql + " ORDER BY " + sort_sql(query.sort);
}

/// SQLite has no order in which SO-9 comes before SO-10.
std::vector<domain::OrderId> sorted_by_number(std::vector<std::pair<std::string, domain::OrderId>> numbered) {
    std::stable_sort(numbered.begin(), numbered.end(), [](const auto& left, const auto& right) {
        return domain::line_number_before(left.first, right.first);
    });
    std::vector<domain::OrderId> ids;
    ids.reserve(numbered.size());
    for (const auto& entry : numbered)
        ids.push_back(entry.second);
    return ids;
}

void bind_moment(storage::Statement& statement, const std::string& sql, const ListMoment& moment) {
    // Only what the text names: binding a parameter that is not there is an error.
    if (sql.find("?1") != std::string::npos) statement.bind(1, moment.now);
    if (sql.find("?2") != std::string::npos) {
        statement.bind(2, moment.today).bind(3, moment.today.start_of_week().plus_days(6));
    }
}

base::Result<std::vector<domain::OrderId>> run_list(storage::Database& database, const OrderListQuery& query,
                                                    const ListMoment& moment, const SearchHits& hits) {
    const std::string sql = list_sql(query);
    storage::Statement statement = TRY(database.statement(sql));
    bind_moment(statement, sql, moment);
    if (is_search(query)) statement.bind_ids(4, std::span<const domain::OrderId>(hits.orders));
    std::vector<domain::OrderId> ids;
    std::vector<std::pair<std::string, domain::OrderId>> numbered;
    while (TRY(statement.step())) {
        const domain::OrderId id(statement.int64(0));
        if (query.sort == OrderSort::number)
            numbered.emplace_back(statement.string(1), id);
        else
            ids.push_back(id);
    }
    return query.sort == OrderSort::number ? sorted_by_number(std::move(numbered)) : std::move(ids);
}

} // namespace

base::Result<ListedOrders> list_orders(storage::Database& database, const OrderListQuery& query,
                                       const ListMoment& moment, SearchExtent extent) {
    SearchHits hits;
    if (is_search(query)) hits = TRY(search_orders(database, query.search, extent));
    ListedOrders listed{TRY(run_list(database, query, moment, hits)), hits.extent};
    // None of the newest hits passes the filters: older ones may.
    if (listed.orders.empty() && listed.extent == SearchExtent::newest)
        return list_orders(database, query, moment, SearchExtent::all);
    return listed;
}

} // namespace orderdeck::replica
