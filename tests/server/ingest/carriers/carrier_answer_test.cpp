#include "server/ingest/carriers/carrier_answer.h"
#include "server/ingest/carriers/clock_text.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server::ingest::carriers;
using domain::ParcelStatus;

namespace {

CarrierFormat format(std::string_view carrier) {
    auto loaded = load_carrier_format(carrier);
    if (!loaded) FAIL(carrier << ": " << base::describe(loaded.error()));
    return std::move(*loaded);
}

base::Result<CarrierAnswer> read(std::string_view carrier, std::string_view bytes) {
    return read_answer(format(carrier), bytes, {"N1", base::Timestamp::from_seconds(1'700'000'000)});
}

std::string clock(std::string_view text, const std::vector<std::string>& formats = {}) {
    const auto reading = read_clock(text, formats);
    if (!reading) return "none";
    std::string result = reading->day.to_string();
    if (reading->time_of_day) result += " " + std::to_string(reading->time_of_day->count() / 1000);
    if (reading->utc_offset_minutes) result += " " + std::to_string(*reading->utc_offset_minutes);
    return result;
}

} // namespace

TEST_CASE(
    "every built-in format can be read, and there are the fourteen carriers of the data set and Kuaidi100") {
    CHECK(built_in_carriers().size() >= 15);
    for (const std::string& carrier : built_in_carriers()) {
        CHECK(format(carrier).carrier == carrier);
        CHECK_FALSE(format(carrier).words.empty());
    }
    CHECK(load_carrier_format("nobody").error().message.find("kuaidi100") != std::string::npos);
}

TEST_CASE("a format with a mistake is refused with its place") {
    const auto where = [](std::string_view json) { return parse_carrier_format(json).error().where; };
    const std::string head =
        R"({"carrier":"x","name":"X","notation":"json","parcels":{"at":"p"},"events":{"at":"e","text":"t"})";
    CHECK(parse_carrier_format(head + "}").has_value());
    CHECK(where(head + R"(,"stauts":[]})") == "/stauts");
    CHECK(where(head + R"(,"status":[{"by":"c","codes":{"gone":["1"]}}]})") == "/status/0/codes/gone");
    CHECK(where(head + R"(,"status":[{"by":"c","codes":{"delivered":["A"],"returned":["a"]}}]})") ==
          "/status/0/codes/returned/0");
    CHECK(where(head + R"(,"clock":{"formats":["%Q"]}})") == "/clock/formats");
    CHECK(where(head + R"(,"languages":["xx"]})") == "/languages/0");
    CHECK(where(head + R"(,"words":{"status":[{"status":"delivered"}]}})") == "/words/status/0");
    CHECK(where(head + R"(,"messages":[{"at":"a[b","text":"t"}]})") == "/messages/0/at");
    CHECK(where(R"({"carrier":"x","name":"X","notation":"yaml"})") == "/notation");
}

TEST_CASE("clocks of carriers are read in their variants, and nothing else is") {
    CHECK(clock("2024-08-20T12:41:57-04:00") == "2024-08-20 45717 -240");
    CHECK(clock("2021-05-07 23:59:00 GMT-04:00") == "2021-05-07 86340 -240");
    CHECK(clock("2012-11-23T07:11:18.923+01:00") == "2012-11-23 25878 60");
    CHECK(clock("2023-04-05T03:14:00Z") == "2023-04-05 11640 0");
    CHECK(clock("2023-04-05 18:56:00 UTC") == "2023-04-05 68160 0");
    CHECK(clock("2016-10-19 14:11:37") == "2016-10-19 51097");
    CHECK(clock("2016-10-19 14:11") == "2016-10-19 51060");
    CHECK(clock("2016-10-19") == "2016-10-19");
    CHECK(clock("2011-04-29+02:00") == "2011-04-29 120");
    CHECK(clock("20210210 071356", {"%Y%m%d %H%M%S"}) == "2021-02-10 26036");
    CHECK(clock("11/03/2025 12:35 AM", {"%m/%d/%Y %I:%M %p"}) == "2025-11-03 2100");
    CHECK(clock("11/03/2025 12:35 PM", {"%m/%d/%Y %I:%M %p"}) == "2025-11-03 45300");
    CHECK(clock("2016-12-31T23:59:60Z") == "2016-12-31 86399 0");
    for (const char* text : {"", "string", "2016-02-30", "2016-10-19 25:00", "2016-10-19T14:11:37+99:00",
                             "2016-10-19 14:11:37 tomorrow", "13/03/2025 12:35 AM", "2016-10-19T14:11:37."})
        CHECK(clock(text, {"%m/%d/%Y %I:%M %p"}) == "none");
}

TEST_CASE("a zone comes from the payload, else the place, else the carrier, else it stays unknown") {
    const auto scan_of = [](std::string_view carrier, std::string_view bytes) {
        const auto answer = read(carrier, bytes);
        REQUIRE(answer.has_value());
        return answer->parcels.at(0).events.at(0).actual;
    };
    const auto offset = [&](std::string_view carrier, std::string_view bytes) {
        return scan_of(carrier, bytes).utc_offset_minutes.value_or(9999);
    };
    CHECK(
        offset(
            "asendia",
            R"({"trackingNumber":"1","trackingEvents":[{"code":"IT","time":"2024-07-01T10:00:00-05:00","locationCountry":"DE"}]})") ==
        -300);
    CHECK(
        offset(
            "asendia",
            R"({"trackingNumber":"1","trackingEvents":[{"code":"IT","time":"2024-07-01T10:00:00","locationCountry":"DE"}]})") ==
        120);
    CHECK(
        offset(
            "asendia",
            R"({"trackingNumber":"1","trackingEvents":[{"code":"IT","time":"2024-01-01T10:00:00","locationCountry":"DE"}]})") ==
        60);
    CHECK(
        offset(
            "asendia",
            R"({"trackingNumber":"1","trackingEvents":[{"code":"IT","time":"2024-01-01T10:00:00","locationCountry":"US"}]})") ==
        9999);
    CHECK(offset("kuaidi100",
                 R"({"lastResult":{"nu":"1","data":[{"time":"2024-01-01 10:00:00","context":"到达"}]}})") ==
          480);
    CHECK(
        offset(
            "spring",
            R"({"Shipment":{"TrackingNumber":"1","Events":[{"DateTime":"2024-01-01 12:00:00","Timestamp":1704106800,"Code":21}]}})") ==
        60);
    CHECK(
        offset(
            "usps_international",
            R"({"trackingNumber":"1","trackingEvents":[{"eventCode":"10","eventTimestamp":"2024-11-18T18:02:00","GMTOffset":"-05:00","eventType":"x"}]})") ==
        -300);
    const auto unknown = scan_of(
        "mydhl",
        R"({"shipments":[{"shipmentTrackingNumber":"1","events":[{"date":"2024-01-15","time":"17:00:00","typeCode":"OK"}]}]})");
    CHECK_FALSE(unknown.at.has_value());
}

TEST_CASE("of two parcels with one number the hint decides, and they are never mixed") {
    const std::string path = test::real_data_path("karrio_tracking/fedex.DuplicateTrackingResponse.json");
    const std::string bytes = test::read_file(path);
    const auto answer = read("fedex", bytes);
    REQUIRE(answer.has_value());
    REQUIRE(answer->parcels.size() == 2);
    const auto chosen = [&](const NumberHint& hint) {
        const auto parcels = choose_parcels(answer->parcels, hint);
        REQUIRE(parcels.size() == 1);
        return std::pair(parcels[0].unique_id, parcels[0].events.size());
    };
    const std::pair<std::string, std::size_t> older{"2460425000~776094337676~FX", 10};
    const std::pair<std::string, std::size_t> newer{"2460426000~776094337676~FX", 8};
    CHECK(chosen({}) == newer);
    CHECK(chosen({older.first, {}}) == older);
    CHECK(chosen({newer.first, base::LocalDate::parse("2024-04-24").value()}) == newer);
    CHECK(chosen({"", base::LocalDate::parse("2024-04-23").value()}) == older);
    CHECK(chosen({"", base::LocalDate::parse("2024-04-30").value()}) == newer);
    auto reversed = answer->parcels;
    std::reverse(reversed.begin(), reversed.end());
    CHECK(choose_parcels(reversed).at(0).unique_id == newer.first);
}

TEST_CASE("the same code means another thing with another carrier") {
    const auto fedex =
        read("fedex", R"({"output":{"completeTrackResults":[{"trackingNumber":"1","trackResults":[
        {"scanEvents":[{"date":"2024-04-26T09:26:00-07:00","eventType":"DL","eventDescription":"x"}]}]}]}})");
    const auto ups =
        read("ups", R"({"trackResponse":{"shipment":[{"package":[{"trackingNumber":"1","activity":[
        {"date":"20240426","time":"092600","status":{"code":"DL","description":"x"}}]}]}]}})");
    CHECK(fedex->parcels.at(0).status == ParcelStatus::delivered);
    CHECK(ups->parcels.at(0).status == ParcelStatus::out_for_delivery);
}

TEST_CASE("what no code knows is read by its words, in both languages") {
    const auto status_of = [](std::string_view text) {
        const auto answer =
            read("kuaidi100", R"({"lastResult":{"nu":"1","data":[{"time":"2024-01-01 10:00:00","context":")" +
                                  std::string(text) + "\"}]}}");
        REQUIRE(answer.has_value());
        const ParsedEvent& event = answer->parcels.at(0).events.at(0);
        return std::pair(event.status, event.reason);
    };
    using domain::TrackingReason;
    using Meaning = std::pair<ParcelStatus, TrackingReason>;
    CHECK(status_of("快件到达 苏州") == Meaning{ParcelStatus::in_transit, TrackingReason::none});
    CHECK(status_of("客户拒收，快件将退回") ==
          Meaning{ParcelStatus::attempt_failed, TrackingReason::consignee_refused});
    CHECK(status_of("派件不成功：电话无人接听") ==
          Meaning{ParcelStatus::attempt_failed, TrackingReason::consignee_not_available});
    CHECK(status_of("已到达菜鸟驿站，请凭取件码取件") ==
          Meaning{ParcelStatus::ready_for_pickup, TrackingReason::none});
    CHECK(status_of("退件已签收") == Meaning{ParcelStatus::returned, TrackingReason::none});
    CHECK(status_of("等待清关") == Meaning{ParcelStatus::customs, TrackingReason::none});
    CHECK(status_of("清关异常，请补充资料") ==
          Meaning{ParcelStatus::exception, TrackingReason::customs_delay});
    CHECK(status_of("外包装破损") ==
          Meaning{ParcelStatus::exception, TrackingReason::carrier_damaged_parcel});
    CHECK(status_of("Parcel returned to sender") == Meaning{ParcelStatus::returned, TrackingReason::none});
    CHECK(status_of("Delivery attempted, refused") ==
          Meaning{ParcelStatus::attempt_failed, TrackingReason::consignee_refused});
    CHECK(status_of("商家已发货，等待揽收") == Meaning{ParcelStatus::registered, TrackingReason::none});
    CHECK(status_of("@#%") == Meaning{ParcelStatus::unknown, TrackingReason::none});
}

TEST_CASE("what cannot be read says why") {
    CHECK(read("fedex", "{").error().code == base::ErrorCode::invalid);
    CHECK(read("landmark", "<a>").error().code == base::ErrorCode::invalid);
    CHECK(read("landmark", "{}").error().code == base::ErrorCode::invalid);
    CHECK(read("fedex", "{}").error().message.find("FedEx") != std::string::npos);
    const auto empty = read("asendia", R"({"trackingNumber":"A1","trackingEvents":[]})");
    REQUIRE(empty.has_value());
    CHECK(empty->parcels.empty());
    CHECK(empty->messages.at(0).code == "no_scans");
    CHECK(empty->messages.at(0).number == "A1");
    const auto timeless =
        read("asendia", R"({"trackingNumber":"A1","trackingEvents":[{"code":"IT","time":"soon",
        "carrierEventDescription":"Sorted"},{"code":"IT","time":"2024-01-01","carrierEventDescription":"Left"}]})");
    REQUIRE(timeless.has_value());
    CHECK(timeless->parcels.at(0).events.size() == 1);
    CHECK(timeless->messages.at(0).code == "unreadable_time");
    CHECK(timeless->messages.at(0).text.find("Sorted") != std::string::npos);
}

TEST_CASE("an entity in a carrier's XML is refused, not expanded and not fetched") {
    const auto answer = read(
        "bpost",
        R"(<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><itemTracking><itemCode>&e;</itemCode></itemTracking>)");
    CHECK_FALSE(answer.has_value());
}
