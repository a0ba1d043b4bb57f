#include "shared/domain/kpi/spread.h"
#include "tests/server/ingest/csv/real_feed.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/order_builder.h"

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

/// Every order that was delivered, with the day it was promised for and the instants of its purchase and delivery. The
/// shipments of this source have the number of their order.
constexpr const char* kDelivered =
    "WITH delivered AS (SELECT o.root_id, o.id, o.placed_at, m.actual_on, m.actual_at, "
    "(SELECT min(p.promised_on) FROM promise p WHERE p.root_id = o.root_id AND p.order_id = o.id) AS "
    "promised_on "
    "FROM sales_order o JOIN shipment s ON s.root_id = o.root_id AND s.account_id = o.account_id AND "
    "s.number = o.number "
    "JOIN milestone m ON m.root_id = s.root_id AND m.shipment_id = s.id AND m.code = 18) ";

std::int64_t count(TemporaryStore& store, const std::string& sql) { return store.number(kDelivered + sql); }

domain::Spread numbers(TemporaryStore& store, const std::string& sql) {
    auto reader = store->read();
    REQUIRE(reader.has_value());
    auto rows = (**reader).query(kDelivered + sql);
    REQUIRE(rows.has_value());
    domain::Spread spread;
    while (rows->step().value_or(false))
        spread.add(rows->int64(0));
    return spread;
}

} // namespace

TEST_CASE("The Olist files are imported as one feed and give the reference figures") {
    const std::string bytes = test::bundle_of(
        "olist_sample", {"olist_orders_dataset.csv", "olist_customers_dataset.csv",
                         "olist_order_items_dataset.csv", "olist_order_payments_dataset.csv",
                         "olist_products_dataset.csv", "product_category_name_translation.csv"});
    TemporaryStore store;
    const auto report = import_file(*store, test::adapter_of("olist_sample"),
                                    {.name = "olist.tar", .bytes = bytes}, instant(1));
    if (!report) FAIL(base::describe(report.error()));
    CHECK(report->rows_rejected == 0);
    CHECK(report->rows == 8'135 + 8'365 + 8'924);
    CHECK(report->orders == 8'135);
    CHECK(store.number("SELECT count(*) FROM sales_order") == 8'135);
    CHECK(store.number("SELECT count(*) FROM order_line") == 8'365);
    // Orders without lines are there with their head.
    CHECK(
        store.number("SELECT count(*) FROM sales_order o WHERE NOT EXISTS (SELECT 1 FROM order_line l WHERE "
                     "l.root_id = o.root_id AND l.order_id = o.id)") == 775);
    CHECK(store.number("SELECT count(*) FROM record WHERE kind = 'payment'") == 8'924);

    CHECK(count(store, "SELECT count(*) FROM delivered WHERE promised_on IS NOT NULL") == 5'170);
    CHECK(count(store, "SELECT count(*) FROM delivered WHERE actual_on > promised_on") == 343);
    const domain::Spread milliseconds =
        numbers(store, "SELECT actual_at - placed_at FROM delivered WHERE promised_on IS NOT NULL");
    REQUIRE(milliseconds.count() == 5'170);
    // 10.34 days.
    CHECK(*milliseconds.median_hundredths() / 86'400'000 == 1'034);

    CHECK(store.number("SELECT sum(occurrences) FROM finding WHERE code = 'delivered_without_date'") == 8);
    constexpr int kCancelled = static_cast<int>(domain::CommercialState::cancelled);
    CHECK(count(store,
                "SELECT count(DISTINCT d.id) FROM delivered d JOIN order_line l ON l.root_id = d.root_id "
                "AND l.order_id = d.id WHERE l.commercial = " +
                    std::to_string(kCancelled)) == 6);
    CHECK(store.number(
              "SELECT count(*) FROM sales_order o JOIN milestone r ON r.root_id = o.root_id AND r.order_id "
              "= o.id AND r.code = 1 JOIN shipment s ON s.root_id = o.root_id AND s.account_id = "
              "o.account_id AND s.number = o.number JOIN "
              "milestone m ON m.root_id = s.root_id AND m.shipment_id = s.id AND m.code = 11 WHERE "
              "m.actual_at < r.actual_at") == 77);
}
