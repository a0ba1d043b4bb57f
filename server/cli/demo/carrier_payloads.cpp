#include "server/cli/demo/carrier_payloads.h"

#include "server/cli/demo/fact_sink.h"
#include "shared/json/writer.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

namespace orderdeck::server::cli::demo {
namespace {

using ingest::TrackingEventFact;

/// Carriers' messages are never as fresh as the scan.
constexpr int kMinutesOfCarriers = 25;

/// All that is known of a parcel.
struct Parcel {
    std::string account;
    std::string number;
    std::string carrier;
    std::vector<const TrackingEventFact*> events;
    std::optional<domain::Occurrence> expected;
};

struct Clock {
    std::string date;
    std::string time;
    std::string offset; ///< "+08:00"
};

Clock clock_of(const domain::Occurrence& occurrence) {
    const int offset = occurrence.utc_offset_minutes.value_or(kHouseOffset);
    const base::Timestamp there = *occurrence.at + base::Duration::minutes(offset);
    const std::string text = there.to_string();
    char zone[16];
    std::snprintf(zone, sizeof zone, "%+03d:%02d", offset / 60, std::abs(offset % 60));
    return {.date = text.substr(0, 10), .time = text.substr(11, 8), .offset = zone};
}

std::string kuaidi100(const Parcel& parcel) {
    json::Writer json;
    const bool is_signed = parcel.events.back()->status == domain::ParcelStatus::delivered;
    json.begin_object().field("status", is_signed ? "shutdown" : "polling").field("billstatus", "check");
    json.field("message", "").key("lastResult").begin_object();
    json.field("message", "ok").field("nu", parcel.number).field("ischeck", is_signed ? "1" : "0");
    json.field("com", parcel.carrier).field("status", "200").field("state", is_signed ? "3" : "0");
    if (parcel.expected) json.field("arrivalTime", parcel.expected->on.to_string() + " 18");
    json.key("data").begin_array();
    for (auto event = parcel.events.rbegin(); event != parcel.events.rend(); ++event) {
        const Clock clock = clock_of((*event)->actual);
        const std::string time = clock.date + " " + clock.time;
        json.begin_object();
        if (!(*event)->code.empty()) json.field("statusCode", (*event)->code);
        json.field("time", time).field("ftime", time).field("context", (*event)->text);
        json.field("location", (*event)->place).end_object();
    }
    json.end_array().end_object().end_object();
    return json.take();
}

std::string dhl(const Parcel& parcel) {
    json::Writer json;
    json.begin_object().key("shipments").begin_array().begin_object();
    json.field("shipmentTrackingNumber", parcel.number).field("status", "Success");
    if (parcel.expected) json.field("estimatedTimeOfDelivery", parcel.expected->on.to_string());
    json.key("events").begin_array();
    for (const TrackingEventFact* event : parcel.events) {
        const Clock clock = clock_of(event->actual);
        json.begin_object()
            .field("date", clock.date)
            .field("time", clock.time)
            .field("GMTOffset", clock.offset);
        json.field("typeCode", event->code).field("description", event->text);
        json.key("serviceArea").begin_array().begin_object().field("description", event->place);
        json.end_object().end_array().end_object();
    }
    json.end_array().end_object().end_array().end_object();
    return json.take();
}

std::string fedex(const Parcel& parcel) {
    json::Writer json;
    json.begin_object().key("output").begin_object().key("completeTrackResults").begin_array().begin_object();
    json.field("trackingNumber", parcel.number).key("trackResults").begin_array().begin_object();
    json.key("trackingNumberInfo").begin_object().field("trackingNumber", parcel.number).end_object();
    if (parcel.expected) {
        json.key("dateAndTimes").begin_array().begin_object().field("type", "ESTIMATED_DELIVERY");
        json.field("dateTime", parcel.expected->on.to_string()).end_object().end_array();
    }
    json.key("scanEvents").begin_array();
    for (auto event = parcel.events.rbegin(); event != parcel.events.rend(); ++event) {
        const Clock clock = clock_of((*event)->actual);
        json.begin_object().field("date", clock.date + "T" + clock.time + clock.offset);
        json.field("eventType", (*event)->code).field("eventDescription", (*event)->text);
        json.key("scanLocation").begin_object().field("city", (*event)->place).end_object().end_object();
    }
    json.end_array().end_object().end_array();
    json.end_object().end_array().end_object().end_object();
    return json.take();
}

std::string without(std::string text, char c) {
    std::erase(text, c);
    return text;
}

std::string ups(const Parcel& parcel) {
    json::Writer json;
    json.begin_object().key("trackResponse").begin_object().key("shipment").begin_array().begin_object();
    json.key("package").begin_array().begin_object().field("trackingNumber", parcel.number);
    json.key("activity").begin_array();
    for (auto event = parcel.events.rbegin(); event != parcel.events.rend(); ++event) {
        const Clock clock = clock_of((*event)->actual);
        json.begin_object().key("location").begin_object().key("address").begin_object();
        json.field("city", (*event)->place).field("countryCode", "DE").end_object().end_object();
        json.key("status").begin_object().field("code", (*event)->code);
        json.field("description", (*event)->text).end_object();
        json.field("date", without(clock.date, '-')).field("time", without(clock.time, ':'));
        json.field("gmtOffset", clock.offset).end_object();
    }
    json.end_array().end_object().end_array().end_object().end_array().end_object().end_object();
    return json.take();
}

std::string file_name(const char* system, const std::string& of, base::Timestamp received) {
    return std::string(system) + "_" + of + "_" + received.utc_date().to_string() + ".json";
}

/// The systems of carriers that tell the portal of parcels themselves. Kuaidi100 speaks for many carriers.
enum class CarrierSystem : std::uint8_t { kuaidi100, dhl, fedex, ups };

CarrierSystem system_of_carrier(std::string_view carrier) {
    if (carrier == "dhl") return CarrierSystem::dhl;
    if (carrier == "ups") return CarrierSystem::ups;
    return carrier == "fedex" ? CarrierSystem::fedex : CarrierSystem::kuaidi100;
}

std::string_view kuaidi100_feed(std::string_view account) {
    if (account == "QH-SZ") return "demo_kuaidi100_sz";
    if (account == "QH-WX") return "demo_kuaidi100_wx";
    return account == "NORDKAI" ? "demo_kuaidi100_nk" : "demo_kuaidi100";
}

SourceFile file_of(const Parcel& parcel, base::Timestamp last) {
    SourceFile file;
    file.received = std::min(last, *parcel.events.back()->actual.at + base::Duration::minutes(20));
    file.rows = 1;
    switch (system_of_carrier(parcel.carrier)) {
    case CarrierSystem::kuaidi100:
        file.mapping = kuaidi100_feed(parcel.account);
        file.name = file_name("kuaidi100", parcel.number, file.received);
        file.bytes = kuaidi100(parcel);
        break;
    case CarrierSystem::ups:
        file.mapping = "demo_ups";
        file.name = file_name("ups", parcel.number, file.received);
        file.bytes = ups(parcel);
        break;
    case CarrierSystem::dhl:
        file.mapping = "demo_mydhl";
        file.name = file_name("mydhl", parcel.number, file.received);
        file.bytes = dhl(parcel);
        break;
    case CarrierSystem::fedex:
        file.mapping = parcel.account == "QH-VN" ? "demo_fedex_vn" : "demo_fedex_vp";
        file.name = file_name("fedex", parcel.number, file.received);
        file.bytes = fedex(parcel);
        break;
    }
    return file;
}

} // namespace

void CarrierPayloads::add(const std::vector<ingest::Fact>& facts) {
    const base::Timestamp last = now_ - base::Duration::minutes(kMinutesOfCarriers);
    std::map<std::string, Parcel> parcels;
    for (const ingest::Fact& fact : facts) {
        if (const auto* event = std::get_if<TrackingEventFact>(&fact.body)) {
            if (*event->actual.at > last) continue;
            Parcel& parcel = parcels[event->parcel];
            parcel.account = fact.account;
            parcel.number = event->parcel;
            parcel.carrier = event->carrier;
            parcel.events.push_back(event);
        } else if (const auto* forecast = std::get_if<ingest::ParcelForecastFact>(&fact.body)) {
            parcels[forecast->parcel].expected = forecast->expected;
        }
    }
    for (const auto& [number, parcel] : parcels) {
        if (!parcel.events.empty()) files_.push_back(file_of(parcel, last));
    }
}

std::vector<SourceFile> CarrierPayloads::take() {
    std::stable_sort(files_.begin(), files_.end(),
                     [](const SourceFile& a, const SourceFile& b) { return a.received < b.received; });
    return std::exchange(files_, {});
}

} // namespace orderdeck::server::cli::demo
