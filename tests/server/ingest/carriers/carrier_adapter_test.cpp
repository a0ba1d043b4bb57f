#include "server/ingest/carriers/carrier_adapter.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::carriers;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);

CarrierFeed feed(const std::string& carrier, const std::string& account) {
    auto parsed = parse_carrier_feed(
        "feed", R"({"format":"carrier","source":{"name":"c","kind":"carrier"},"carrier":")" + carrier +
                    R"(","account":")" + account + "\"}");
    if (!parsed) FAIL(base::describe(parsed.error()));
    return std::move(*parsed);
}

struct Outcome {
    ImportReport report;
    Batch batch;

    std::set<std::string> codes() const {
        std::set<std::string> codes;
        for (const Finding& finding : report.findings)
            codes.insert(finding.code);
        return codes;
    }
};

Outcome read(const CarrierAdapter& adapter, const std::string& name, const std::string& bytes,
             const FindNumber& find_number = {}) {
    Outcome outcome;
    const FactSink sink = [&outcome](const Batch& batch, RowsRead) {
        outcome.batch = batch;
        return base::Result<void>();
    };
    auto report = adapter.read({name, bytes, find_number}, kReceived, sink);
    if (!report) FAIL(base::describe(report.error()));
    outcome.report = std::move(*report);
    return outcome;
}

} // namespace

TEST_CASE("a payload's parcels are rows, its messages findings") {
    const std::string path = test::real_data_path("karrio_tracking/fedex.TrackingResponse.json");
    const Outcome outcome = read(CarrierAdapter(feed("fedex", "acme")), "f.json", test::read_file(path));
    CHECK(outcome.report.rows == 1);
    CHECK(outcome.report.rows_imported == 1);
    CHECK(outcome.codes() == std::set<std::string>{"carrier_message"});
    CHECK(outcome.report.findings.size() == 2);
    CHECK(outcome.batch.facts.size() == 2);
    CHECK(outcome.batch.sources.at(0).kind == "carrier");
    CHECK(outcome.batch.facts[0].account == "acme");
}

TEST_CASE("whose a parcel is may be known by its number, which also tells two of one number apart") {
    const std::string path = test::real_data_path("karrio_tracking/fedex.DuplicateTrackingResponse.json");
    const std::string bytes = test::read_file(path);
    const auto scans = [&bytes](const FindNumber& find_number) {
        const Outcome outcome = read(CarrierAdapter(feed("fedex", "")), "f.json", bytes, find_number);
        CHECK(outcome.report.rows == 1);
        CHECK(outcome.codes() == std::set<std::string>{"number_used_again"});
        return outcome.batch.facts.size();
    };
    const auto shipped = [](const char* day) -> FindNumber {
        return [day](std::string_view number,
                     std::string_view account) -> base::Result<std::optional<KnownNumber>> {
            CHECK(number == "776094337676");
            CHECK(account.empty());
            return std::optional(KnownNumber{"acme", base::LocalDate::parse(day).value()});
        };
    };
    CHECK(scans(shipped("2024-04-24")) == 10);
    CHECK(scans(shipped("2024-04-25")) == 8);
}

TEST_CASE("a parcel of nobody names no account, and a payload that cannot be read waits as a whole") {
    const std::string payload =
        R"({"trackingNumber":"A1","trackingEvents":[{"code":"IT","time":"2024-01-01T10:00:00Z"}]})";
    const Outcome nobody = read(CarrierAdapter(feed("asendia", "")), "a.json", payload);
    CHECK(nobody.report.rows_rejected == 0);
    REQUIRE(nobody.batch.facts.size() == 1);
    CHECK(nobody.batch.facts.front().account.empty());
    const Outcome broken = read(CarrierAdapter(feed("asendia", "acme")), "a.json", "{");
    CHECK(broken.report.rows_rejected == 1);
    CHECK(broken.codes() == std::set<std::string>{"bad_payload"});
}

TEST_CASE("a carrier that does not repeat the number is asked by the name of the file") {
    const std::string path = test::real_data_path("karrio_tracking/sendle.TrackingResponse.json");
    const Outcome outcome =
        read(CarrierAdapter(feed("sendle", "acme")), "in/S34WER4S.json", test::read_file(path));
    REQUIRE_FALSE(outcome.batch.facts.empty());
    CHECK(std::get<TrackingEventFact>(outcome.batch.facts[0].body).parcel == "S34WER4S");
}

TEST_CASE("a code that nobody knows is reported once, with its field, and obeys what people say it means") {
    const std::string payload =
        R"({"trackingNumber":"A1","trackingEvents":[{"code":"QQ9","time":"2024-01-01T10:00:00Z"},)"
        R"({"code":"QQ9","time":"2024-01-02T10:00:00Z"},{"code":"IT","time":"2024-01-03T10:00:00Z"}]})";
    CarrierFeed asendia = feed("asendia", "acme");
    const auto statuses = [&] {
        const Outcome outcome = read(CarrierAdapter(asendia), "a.json", payload);
        std::string text;
        for (const Fact& fact : outcome.batch.facts)
            text += std::string(domain::name_of(std::get<TrackingEventFact>(fact.body).status)) + " ";
        for (const Finding& finding : outcome.report.findings)
            text += finding.code + "/" + finding.column + "/" + finding.value;
        return text;
    };
    CHECK(statuses() == "unknown unknown in_transit unknown_code/code/QQ9");
    asendia.add_meanings({{"c", "code", "QQ9", "no status"}, {"other", "code", "QQ9", "delivered"}});
    CHECK(statuses() == "unknown unknown in_transit unknown_code/code/QQ9");
    asendia.add_meanings({{"c", "code", "qq9", "customs"}});
    CHECK(statuses() == "customs customs in_transit ");
}

TEST_CASE("a mapping with a mistake is refused with its place") {
    const auto where = [](std::string_view json) { return parse_carrier_feed("feed", json).error().where; };
    CHECK(where(R"({"format":"carrier","source":{"name":"c","kind":"carrier"},"carrier":"nobody"})") ==
          "/carrier");
    CHECK(
        where(
            R"({"format":"carrier","source":{"name":"c","kind":"carrier"},"carrier":"ups","acount":"x"})") ==
        "/acount");
}
