// Carrier payloads all the way: inbox, facts, rows, and what the order's summary then says.
#include "server/ingest/carriers/carrier_adapter.h"
#include "server/ingest/files/import_file.h"
#include "server/ingest/inbox/find_number.h"
#include "server/ingest/inbox/repair.h"
#include "server/ingest/projection/rebuild.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

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
    const CarrierAdapter adapter(std::move(*feed));
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

namespace {

base::Result<std::unique_ptr<FileAdapter>> kuaidi100(const std::string& mapping,
                                                     const std::vector<CodeMeaning>& meanings) {
    CarrierFeed feed = TRY(parse_carrier_feed(
        mapping,
        R"({"format":"carrier","source":{"name":"k","kind":"carrier"},"carrier":")" + mapping + "\"}"));
    feed.add_meanings(meanings);
    return std::unique_ptr<FileAdapter>(std::make_unique<CarrierAdapter>(std::move(feed)));
}

ImportReport take(TemporaryStore& store, const std::string& carrier, const std::string& bytes) {
    auto report = import_with(*store, kuaidi100, carrier, {.name = "push.json", .bytes = bytes}, instant(5));
    if (!report) FAIL(base::describe(report.error()));
    return std::move(*report);
}

} // namespace

TEST_CASE("Order, first leg and second leg in any order: the payloads find the order by their numbers") {
    const std::string first =
        test::read_file(test::real_data_path("cn_tracking/crossborder_leg1_shentong_handover.json"));
    const std::string second = test::read_file(test::real_data_path("cn_tracking/crossborder_leg2_ems.json"));
    std::vector<int> order{0, 1, 2};
    std::string expected;
    do {
        TemporaryStore store;
        for (const int step : order) {
            if (step == 0) send(store, "220000000006");
            if (step == 1) take(store, "kuaidi100", first);
            if (step == 2) take(store, "kuaidi100", second);
        }
        REQUIRE(retry_ready(*store, kuaidi100, instant(6)).has_value());
        REQUIRE(retry_ready(*store, kuaidi100, instant(6)).has_value());
        CAPTURE(order);
        const std::string rows =
            store.dump("SELECT parcel, carrier, status, text FROM tracking_event ORDER BY "
                       "parcel, actual_at, text") +
            store.dump("SELECT number FROM parcel ORDER BY 1") + delivered_lines(store);
        if (expected.empty()) expected = rows;
        CHECK(rows == expected);
        CHECK(store.number("SELECT count(*) FROM tracking_event") == 13);
        CHECK(delivered_lines(store) == "1|\n");
        CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("of two parcels with one number the one is taken that left when the shipment did") {
    const std::string bytes =
        test::read_file(test::real_data_path("karrio_tracking/fedex.DuplicateTrackingResponse.json"));
    const auto scans = [&bytes](const char* shipped_on) {
        TemporaryStore store;
        FactStory story(instant(1));
        story.order("A").line("A", "1", 1).from(kWarehouse).carries("DN-1", "A", "1", 1);
        story.ships("DN-1", "776094337676");
        const auto on = base::LocalDate::parse(shipped_on).value();
        story.scan("DN-1", domain::MilestoneCode::shipped, on - test::day(1) + 1);
        story.tell(store);
        CHECK(take(store, "fedex", bytes).applied.waits_for.empty());
        return store.number("SELECT count(*) FROM tracking_event");
    };
    CHECK(scans("2024-04-24") == 10);
    CHECK(scans("2024-04-25") == 8);
}

TEST_CASE("a number that two customers have belongs to neither, unless the feed says whose it is") {
    TemporaryStore store;
    send(store, "SF1");
    FactStory other(instant(1));
    other.batch.accounts.front().code = "globex";
    other.of("globex").order("B").line("B", "1", 1).from(kWarehouse).carries("DN-9", "B", "1", 1);
    other.ships("DN-9", "SF1").tell(store);
    const auto account = [&](std::string_view asked) {
        const auto known = numbers_in(*store)("SF1", asked).value();
        return known ? known->account : std::string();
    };
    CHECK(account("").empty());
    CHECK(account("globex") == "globex");
    CHECK(account("nobody").empty());
    CHECK_FALSE(numbers_in(*store)("SF2", "").value().has_value());
}

TEST_CASE("a carrier's code that staff maps is read anew, and from then on known") {
    TemporaryStore store;
    send(store, "A1");
    const auto payload = [](const std::string& day) {
        return R"({"trackingNumber":"A1","trackingEvents":[{"code":"QQ9","time":"2026-01-)" + day +
               R"(T10:00:00Z"}]})";
    };
    const auto statuses = [&] { return store.dump("SELECT DISTINCT status FROM tracking_event"); };
    CHECK(take(store, "asendia", payload("03")).findings.size() == 1);
    CHECK(statuses() == "0|\n");
    CHECK(map_code(*store, {"k", "code", "QQ9", "delivered"}, kuaidi100, instant(6)).value_or(0) == 1);
    CHECK(statuses() == "11|\n");
    CHECK(delivered_lines(store) == "1|\n");
    CHECK(take(store, "asendia", payload("04")).findings.empty());
    CHECK(statuses() == "11|\n");
}
