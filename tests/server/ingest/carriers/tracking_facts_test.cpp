#include "server/ingest/carriers/tracking_facts.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::carriers;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);
constexpr auto kLater = base::Timestamp::from_seconds(1'700'086'400);

CarrierAnswer read(std::string_view carrier, std::string_view bytes, base::Timestamp received = kReceived) {
    const auto format = load_carrier_format(carrier);
    if (!format) FAIL(base::describe(format.error()));
    auto answer = read_answer(*format, bytes, {"", received});
    if (!answer) FAIL(base::describe(answer.error()));
    return std::move(*answer);
}

std::vector<Fact> facts_of(const CarrierAnswer& answer, base::Timestamp received = kReceived) {
    return tracking_facts(answer.parcels.at(0), "acme", 0, received);
}

std::set<std::string> keys_of(const std::vector<Fact>& facts) {
    std::set<std::string> keys;
    for (const Fact& fact : facts)
        keys.insert(fact.origin.key);
    return keys;
}

template <typename Body>
std::vector<Body> bodies(const std::vector<Fact>& facts) {
    std::vector<Body> found;
    for (const Fact& fact : facts) {
        if (const auto* body = std::get_if<Body>(&fact.body)) found.push_back(*body);
    }
    return found;
}

constexpr std::string_view kOneScan =
    R"({"shipments":[{"id":"7","estimatedTimeOfDelivery":"2026-08-03T00:00:00Z",
    "events":[{"timestamp":"2026-08-01T07:53:47","statusCode":"transit","description":"Sorted",
               "location":{"address":{"countryCode":"NL","addressLocality":"AMSTERDAM"}}}]}]})";

} // namespace

TEST_CASE("a scan becomes a fact with its instant, local minute, place and words") {
    const auto facts = facts_of(read("dhl_universal", kOneScan));
    const auto scans = bodies<TrackingEventFact>(facts);
    REQUIRE(scans.size() == 1);
    CHECK(scans[0].parcel == "7");
    CHECK(scans[0].carrier == "dhl_universal");
    CHECK(scans[0].code == "transit");
    CHECK(scans[0].status == domain::ParcelStatus::in_transit);
    CHECK(scans[0].actual.at == base::Timestamp::parse("2026-08-01T07:53:47+02:00").value());
    CHECK(scans[0].actual.utc_offset_minutes == 120);
    CHECK(scans[0].local_minute == 7 * 60 + 53);
    CHECK(scans[0].place == "AMSTERDAM");
    CHECK(scans[0].text == "Sorted");
    const auto forecasts = bodies<ParcelForecastFact>(facts);
    REQUIRE(forecasts.size() == 1);
    CHECK(forecasts[0].expected.on.to_string() == "2026-08-03");
    CHECK_FALSE(forecasts[0].expected.at.has_value());
    for (const Fact& fact : facts) {
        CHECK(fact.account == "acme");
        CHECK(fact.origin.received == kReceived);
    }
}

TEST_CASE("the same payload again, and one that goes on, keep the keys of what was told before") {
    const auto once = facts_of(read("dhl_universal", kOneScan));
    CHECK(keys_of(facts_of(read("dhl_universal", kOneScan, kLater), kLater)) == keys_of(once));
    std::string longer(kOneScan);
    longer.insert(longer.find("{\"timestamp\""),
                  R"({"timestamp":"2026-08-02T09:00:00","statusCode":"transit","description":"Out"},)");
    const auto more = keys_of(facts_of(read("dhl_universal", longer)));
    CHECK(more.size() == once.size() + 1);
    for (const std::string& key : keys_of(once))
        CHECK(more.count(key) == 1);
}

TEST_CASE("a scan that a payload tells twice is one fact") {
    const std::string path = test::real_data_path("karrio_tracking/purolator.TRACKING_RESPONSE_XML.xml");
    const auto answer = read("purolator", test::read_file(path));
    CHECK(answer.parcels.at(0).events.size() == 2);
    CHECK(facts_of(answer).size() == 1);
}

TEST_CASE("a repeated abort of a subscription is one fact although each comes at another time") {
    const std::string path = test::real_data_path("cn_tracking/no_record_abort.json");
    const std::string bytes = test::read_file(path);
    const auto first = facts_of(read("kuaidi100", bytes), kReceived);
    const auto second = facts_of(read("kuaidi100", bytes, kLater), kLater);
    REQUIRE(first.size() == 1);
    CHECK(keys_of(first) == keys_of(second));
}

TEST_CASE("two scans of one second with other words keep their order and their keys apart") {
    const std::string path = test::real_data_path("cn_tracking/shunfeng_air_delivered.json");
    const auto facts = facts_of(read("kuaidi100", test::read_file(path)));
    CHECK(facts.size() == 19);
    std::vector<TrackingEventFact> same;
    for (const TrackingEventFact& scan : bodies<TrackingEventFact>(facts)) {
        if (scan.actual.at == base::Timestamp::parse("2021-05-25T03:18:24+08:00").value())
            same.push_back(scan);
    }
    REQUIRE(same.size() == 2);
    CHECK(same[0].text.find("到达") != std::string::npos);
    CHECK(same[0].sequence < same[1].sequence);
}
