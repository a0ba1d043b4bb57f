// The Kuaidi100 payloads of the data set cn_tracking are what its SOURCE.txt says.
#include "server/ingest/carriers/carrier_answer.h"
#include "shared/domain/tracking/contact_mask.h"
#include "shared/domain/tracking/journey.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server::ingest::carriers;
using domain::ParcelStatus;
using domain::ScanRole;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);

CarrierAnswer read(const std::string& path) {
    const auto format = load_carrier_format("kuaidi100");
    if (!format) FAIL(base::describe(format.error()));
    auto answer = read_answer(*format, test::read_file(path), {"", kReceived});
    if (!answer) FAIL(base::describe(answer.error()));
    return std::move(*answer);
}

std::vector<domain::TrackingEvent> events_of(const CarrierAnswer& answer) {
    std::vector<domain::TrackingEvent> events;
    for (const ParsedParcel& parcel : answer.parcels) {
        for (const ParsedEvent& parsed : parcel.events) {
            domain::TrackingEvent& event = events.emplace_back();
            event.parcel = parcel.number;
            event.carrier = parcel.carrier;
            event.code = parsed.code;
            event.status = parsed.status;
            event.reason = parsed.reason;
            event.actual = parsed.actual;
            event.local_minute = parsed.local_minute;
            event.sequence = parsed.sequence;
            event.place = parsed.place;
            event.text = parsed.text;
            event.received_at = kReceived;
        }
    }
    return events;
}

std::vector<const domain::TrackingEvent*> refs(const std::vector<domain::TrackingEvent>& events) {
    std::vector<const domain::TrackingEvent*> result;
    for (const domain::TrackingEvent& event : events)
        result.push_back(&event);
    return result;
}

base::Timestamp at(const char* text) { return base::Timestamp::parse(text).value(); }

} // namespace

TEST_CASE("SF: delivered by the reception, and two events of one second stay two") {
    const std::string path = test::real_data_path("cn_tracking/shunfeng_air_delivered.json");
    const CarrierAnswer answer = read(path);
    REQUIRE(answer.parcels.size() == 1);
    const ParsedParcel& parcel = answer.parcels[0];
    CHECK(parcel.number == "SF000000000001");
    CHECK(parcel.carrier == "shunfeng");
    CHECK(parcel.status == ParcelStatus::delivered);
    CHECK(answer.messages.empty());
    const auto events = events_of(answer);
    const auto state = domain::fold_parcel(parcel.number, refs(events));
    CHECK(state.scans.size() == 19);
    CHECK(state.delivered->actual.at == at("2021-05-25T10:06:41+08:00"));
    CHECK(state.delivered->place == "宁波市鄞州区启新路营业部");
    CHECK(state.picked_up->actual.at == at("2021-05-24T18:07:39+08:00"));
    CHECK(state.pieces == 1);
    const auto same_second = std::count_if(state.scans.begin(), state.scans.end(), [](const auto& scan) {
        return scan.event->actual.at == at("2021-05-25T03:18:24+08:00");
    });
    CHECK(same_second == 2);
    const auto arrived = std::find_if(state.scans.begin(), state.scans.end(), [](const auto& scan) {
        return scan.event->actual.at == at("2021-05-25T03:18:24+08:00");
    });
    CHECK(arrived->event->text.find("快件到达") != std::string::npos);
    for (const auto& scan : state.scans)
        CHECK(scan.status != ParcelStatus::unknown);
}

TEST_CASE("Yunda: a pick-up that was scanned twice is one pick-up") {
    const std::string path = test::real_data_path("cn_tracking/yunda_push_shutdown.json");
    const CarrierAnswer answer = read(path);
    REQUIRE(answer.parcels.size() == 1);
    CHECK(answer.parcels[0].status == ParcelStatus::delivered);
    const auto events = events_of(answer);
    const auto state = domain::fold_parcel(answer.parcels[0].number, refs(events));
    CHECK(state.picked_up->actual.at == at("2017-08-05T13:51:04+08:00"));
    const auto repeated = std::find_if(state.scans.begin(), state.scans.end(),
                                       [](const auto& scan) { return scan.role == ScanRole::repeated; });
    REQUIRE(repeated != state.scans.end());
    CHECK(repeated->event->actual.at == at("2017-08-05T16:12:37+08:00"));
    const auto announced = domain::announcements(state);
    REQUIRE(announced.size() == 3);
    CHECK(announced[0].step == ParcelStatus::picked_up);
    CHECK(announced[0].event->actual.at == at("2017-08-05T13:51:04+08:00"));
    CHECK(announced[1].step == ParcelStatus::out_for_delivery);
    CHECK(announced[2].step == ParcelStatus::delivered);
}

TEST_CASE("cross-border: the first carrier's 签收 is a hand-over, the last leg delivers") {
    const std::string first = test::real_data_path("cn_tracking/crossborder_leg1_shentong_handover.json");
    const std::string second = test::real_data_path("cn_tracking/crossborder_leg2_ems.json");
    const CarrierAnswer leg1 = read(first);
    const CarrierAnswer leg2 = read(second);
    REQUIRE(leg1.parcels.size() == 1);
    REQUIRE(leg2.parcels.size() == 1);
    CHECK(leg1.parcels[0].status == ParcelStatus::in_transit);
    REQUIRE(leg1.parcels[0].next_leg.has_value());
    CHECK(leg1.parcels[0].next_leg->number == "1100000000007");
    CHECK(leg1.parcels[0].next_leg->carrier == "EMS");
    CHECK(leg2.parcels[0].status == ParcelStatus::delivered);

    auto events = events_of(leg1);
    const auto alone = domain::fold_parcels({}, refs(events));
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].status == ParcelStatus::in_transit);
    CHECK(alone[0].delivered == nullptr);
    REQUIRE(alone[0].next.has_value());
    CHECK(alone[0].next->number == "1100000000007");

    const auto later = events_of(leg2);
    events.insert(events.end(), later.begin(), later.end());
    const auto together = domain::fold_parcels({}, refs(events));
    REQUIRE(together.size() == 1);
    CHECK(together[0].legs == std::vector<std::string>{"220000000006", "1100000000007"});
    CHECK(together[0].status == ParcelStatus::delivered);
    CHECK(together[0].delivered->actual.at == at("2016-10-19T12:25:32+08:00"));
    const auto after = std::count_if(together[0].scans.begin(), together[0].scans.end(),
                                     [](const auto& scan) { return scan.role == ScanRole::after_delivery; });
    CHECK(after == 0);
}

TEST_CASE("an aborted subscription is an end without a record, and says why") {
    const std::string path = test::real_data_path("cn_tracking/no_record_abort.json");
    const CarrierAnswer answer = read(path);
    REQUIRE(answer.parcels.size() == 1);
    CHECK(answer.parcels[0].number == "800000000000009");
    CHECK(answer.parcels[0].status == ParcelStatus::expired);
    REQUIRE(answer.parcels[0].events.size() == 1);
    CHECK(answer.parcels[0].events[0].text == "3天查询无记录");
    CHECK(answer.parcels[0].events[0].is_undated);
    CHECK(answer.parcels[0].events[0].actual.at == kReceived);
    REQUIRE(answer.messages.size() == 1);
    CHECK(answer.messages[0].code == "abort");
    CHECK(answer.messages[0].text == "3天查询无记录");
}

TEST_CASE("the other abort reason ends a parcel that had scans") {
    const auto format = load_carrier_format("kuaidi100").value();
    const auto answer =
        read_answer(format, R"({"status":"abort","message":"60天无变化","lastResult":{"nu":"1","com":"yunda",
        "state":"0","data":[{"time":"2026-09-01 10:00:00","context":"快件到达 苏州"}]}})",
                    {"", kReceived});
    REQUIRE(answer.has_value());
    REQUIRE(answer->parcels.size() == 1);
    CHECK(answer->parcels[0].events.size() == 2);
    CHECK(answer->parcels[0].events[1].text == "60天无变化");
    CHECK(answer->parcels[0].carrier == "yunda");
}

TEST_CASE("a push with codes is read by its codes, and the overall state helps where nothing else does") {
    const auto format = load_carrier_format("kuaidi100").value();
    const auto answer =
        read_answer(format, R"({"status":"polling","lastResult":{"nu":"77","com":"yto","state":"14","data":[
        {"ftime":"2026-09-02 10:00:00","context":"???"},
        {"ftime":"2026-09-01 10:00:00","context":"...","statusCode":"501"}]}})",
                    {"", kReceived});
    REQUIRE(answer.has_value());
    REQUIRE(answer->parcels.size() == 1);
    REQUIRE(answer->parcels[0].events.size() == 2);
    CHECK(answer->parcels[0].events[0].status == ParcelStatus::ready_for_pickup);
    CHECK(answer->parcels[0].events[1].status == ParcelStatus::attempt_failed);
}

TEST_CASE("no courier's name or number is left in the customer's view of the real texts") {
    for (const char* file : {"shunfeng_air_delivered", "yunda_push_shutdown", "crossborder_leg2_ems"}) {
        const std::string path = test::real_data_path("cn_tracking/" + std::string(file) + ".json");
        std::string bytes = test::read_file(path);
        // The data set has stars where names and numbers were; they are put back to be hidden again.
        for (const auto& [stars, real] : {std::pair<std::string, std::string>{"0759-*******", "0759-2345678"},
                                          {"1**********", "13812345678"},
                                          {"***", "王小明"}}) {
            for (std::size_t i = bytes.find(stars); i != bytes.npos; i = bytes.find(stars, i + real.size()))
                bytes.replace(i, stars.size(), real);
        }
        const auto format = load_carrier_format("kuaidi100").value();
        const auto answer = read_answer(format, bytes, {"", kReceived});
        REQUIRE(answer.has_value());
        for (const ParsedEvent& event : answer->parcels.at(0).events) {
            const std::string shown = domain::mask_contacts(event.text);
            INFO(shown);
            CHECK(shown.find("13812345678") == shown.npos);
            CHECK(shown.find("2345678") == shown.npos);
            CHECK(shown.find("王小明") == shown.npos);
            CHECK(domain::mask_contacts(shown) == shown);
        }
    }
}
