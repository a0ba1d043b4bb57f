#include "server/ingest/files/gunzip.h"
#include "shared/domain/association/pair_rule.h"
#include "shared/domain/association/reorder.h"
#include "tests/server/ingest/csv/real_feed.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/order_builder.h"

#include <map>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr const char* kFile = "online_retail_uci/online_retail.csv.gz";

/// What the facts of one order say that the figures need.
struct Order {
    std::string account;
    std::optional<base::LocalDate> placed_on;
    bool has_open_line = false;
    domain::Basket products;
};

/// Orders by number, out of the facts of all batches.
class Collector {
public:
    void add(const Batch& batch) {
        for (const Fact& fact : batch.facts) {
            if (const auto* head = std::get_if<OrderFact>(&fact.body)) add(fact.account, *head);
            if (const auto* line = std::get_if<LineFact>(&fact.body)) add(*line);
        }
    }

    /// Of the customers that have an account of their own.
    std::map<std::string, std::vector<base::LocalDate>> order_days() const {
        std::map<std::string, std::vector<base::LocalDate>> days;
        for (const auto& [number, order] : orders_) {
            if (order.has_open_line && order.account != "without-account")
                days[order.account].push_back(*order.placed_on);
        }
        return days;
    }
    std::vector<domain::Basket> baskets() const {
        std::vector<domain::Basket> baskets;
        for (const auto& [number, order] : orders_) {
            if (!order.products.is_empty()) baskets.push_back(order.products);
        }
        return baskets;
    }

private:
    void add(const std::string& account, const OrderFact& head) {
        Order& order = orders_[head.order];
        order.account = account;
        if (!order.placed_on) order.placed_on = head.placed->on;
    }
    void add(const LineFact& line) {
        if (line.commercial == domain::CommercialState::cancelled) return;
        Order& order = orders_[line.order];
        order.has_open_line = true;
        if (line.sku) order.products.add(*line.sku);
    }

    std::map<std::string, Order> orders_;
};

/// The rows of one customer, as a file.
std::string rows_of(std::string_view text, std::string_view customer) {
    const std::string cell = "," + std::string(customer) + ",";
    std::string rows;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const std::string_view line = text.substr(begin, end - begin);
        if (begin == 0 || line.find(cell) != std::string_view::npos) rows += line;
        begin = end;
    }
    return rows;
}

} // namespace

TEST_CASE("The facts of Online Retail give the reference intervals, baskets and pairs") {
    const std::string bytes = test::read_file(test::real_data_path(kFile));
    Collector collector;
    const auto report = test::adapter_of("online_retail_uci")
                            .read({.name = "online_retail.csv.gz", .bytes = bytes}, instant(1),
                                  [&collector](const Batch& batch, RowsRead) -> base::Result<void> {
                                      collector.add(batch);
                                      return {};
                                  });
    if (!report) FAIL(base::describe(report.error()));
    CHECK(report->rows == 541'909);
    CHECK(report->rows_imported == 541'909);
    CHECK(report->orders == 25'900);
    CHECK(report->accounts == 4'372 + 1);

    domain::Spread intervals;
    for (const auto& [account, days] : collector.order_days())
        intervals += domain::reorder_intervals(days);
    CHECK(intervals.count() == 12'427);
    CHECK(intervals.median_hundredths() == 2'800);
    CHECK(intervals.mean_hundredths() == 4'565);

    const std::vector<domain::Basket> baskets = collector.baskets();
    const domain::PairRule first = domain::count_pair(baskets, "22745", "22748");
    CHECK(first.baskets == 20'538);
    CHECK(first.with_both == 313);
    CHECK(first.confidence() == 7'400);
    CHECK(first.confidence_reversed() == 7'179);
    CHECK(first.lift() == 3'486);
    const domain::PairRule second = domain::count_pair(baskets, "22577", "22578");
    CHECK(second.with_both == 388);
    CHECK(second.confidence() == 7'212);
    CHECK(second.confidence_reversed() == 7'578);
    CHECK(second.lift() == 2'893);
}

TEST_CASE("The orders of one Online Retail customer are stored with their cancellations") {
    const std::string packed = test::read_file(test::real_data_path(kFile));
    const auto text = gunzip(packed, std::size_t{100} << 20);
    REQUIRE(text.has_value());
    const std::string rows = rows_of(*text, "14911");
    TemporaryStore store;
    const auto report = import_file(*store, test::adapter_of("online_retail_uci"),
                                    {.name = "14911.csv", .bytes = rows}, instant(1));
    if (!report) FAIL(base::describe(report.error()));
    CHECK(report->rows_rejected == 0);
    CHECK(store.number("SELECT count(*) FROM order_line") == report->rows);
    auto reader = store->read();
    REQUIRE(reader.has_value());
    constexpr int kCancelled = static_cast<int>(domain::CommercialState::cancelled);
    auto found =
        (**reader).query("SELECT DISTINCT placed_on FROM sales_order o JOIN order_line l ON l.root_id = "
                         "o.root_id AND l.order_id = o.id WHERE l.commercial <> ?",
                         kCancelled);
    REQUIRE(found.has_value());
    std::vector<base::LocalDate> days;
    while (found->step().value_or(false))
        days.push_back(base::LocalDate::from_days(static_cast<std::int32_t>(found->int64(0))));
    CHECK(days.size() == 132);
    const domain::Spread intervals = domain::reorder_intervals(days);
    CHECK(intervals.median_hundredths() == 200);
    CHECK(intervals.greatest() == 17);
    // Charges are lines without an article number.
    CHECK(store.number(
              "SELECT count(*) FROM order_line l JOIN item i ON i.id = l.item_id WHERE i.sku = 'C2'") == 0);
    CHECK(store.number(
              "SELECT count(*) FROM order_line l JOIN item i ON i.id = l.item_id WHERE i.name = 'CARRIAGE' "
              "AND i.sku = ''") > 0);
}
