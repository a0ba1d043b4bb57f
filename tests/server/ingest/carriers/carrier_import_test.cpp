// Carrier payloads all the way: inbox, facts, rows, and what the order's summary then says.
#include "server/ingest/carriers/carrier_adapter.h"
#include "server/ingest/files/import_file.h"
#include "server/ingest/projection/rebuild.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::carriers;
using orderdeck::test::FactStory;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr std::size_t kWarehouse = 1;

/// An order of one line, sent with this tracking number.
void send(TemporaryStore& store, const std::string& number) {
    FactStory story(instant(1));
    story.order("A").line("A", "1", 1).from(kWarehouse).carries("DN-1", "A", "1", 1).ships("DN-1", number);
    story.tell(store);
}

ImportReport import(TemporaryStore& store, const std::string& bytes, int received_day) {
    auto feed = parse_carrier_feed(
        "kuaidi100", R"({"format":"carrier","source":{"name":"k","kind":"carrier"},"carrier":"kuaidi100"})");
    REQUIRE(feed.has_value());
    const FindNumber find_number = [](std::string_view) -> base::Result<std::optional<KnownNumber>> {
        return std::optional(KnownNumber{{"acme", "DN-1"}, {}});
    };
    const CarrierAdapter adapter(std::move(*feed), find_number);
    auto report = import_file(*store, adapter, {.name = "push.json", .bytes = bytes}, instant(received_day));
    if (!report) FAIL(base::describe(report.error()));
    return std::move(*report);
}

std::string delivered_lines(TemporaryStore& store) {
    return store.dump("SELECT lines_delivered FROM order_summary");
}

std::string push(const std::string& scans) {
    return R"({"status":"polling","lastResult":{"nu":"SF1","com":"shunfeng","state":"0","data":[)" + scans +
           "]}}";
}

} // namespace

TEST_CASE("an order is delivered by its parcel's scan, and stays so") {
    TemporaryStore store;
    send(store, "SF1");
    const std::string picked = R"({"time":"2026-01-03 10:00:00","context":"顺丰速运 已收取快件"})";
    const std::string delivered = R"({"time":"2026-01-05 10:06:41","context":"已签收"})";
    const std::string older = R"({"time":"2026-01-05 08:22:00","context":"快件交给王小明,正在派送途中"})";
    const std::string again = R"({"time":"2026-01-05 10:06:50","context":"您的快件代签收（前台）"})";
    import(store, push(picked), 3);
    CHECK(delivered_lines(store) == "0|\n");
    CHECK(import(store, push(delivered + "," + picked), 5).findings.empty());
    CHECK(delivered_lines(store) == "1|\n");
    import(store, push(older), 6);
    import(store, push(again), 7);
    CHECK(delivered_lines(store) == "1|\n");
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 4);
    CHECK(store.number("SELECT count(*) FROM tracking_event WHERE text LIKE '%王小明%'") == 0);
    CHECK(store.number("SELECT count(*) FROM tracking_event WHERE text LIKE '%交给***,%'") == 1);
    CHECK(import(store, push(again), 8).was_applied_before);
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
}

TEST_CASE("an order that goes on with another carrier is delivered by that one") {
    const std::string first = test::real_data_path("cn_tracking/crossborder_leg1_shentong_handover.json");
    const std::string second = test::real_data_path("cn_tracking/crossborder_leg2_ems.json");
    TemporaryStore store;
    send(store, "220000000006");
    import(store, test::read_file(first), 3);
    CHECK(delivered_lines(store) == "0|\n");
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 6);
    import(store, test::read_file(second), 4);
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 13);
    CHECK(delivered_lines(store) == "1|\n");
}
