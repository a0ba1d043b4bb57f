// Carrier payloads under every built-in format, and carrier formats. The first line of an input names the format; with the
// word "format" the rest is a format itself, which then reads a payload.
#include "server/ingest/carriers/tracking_facts.h"
#include "shared/base/utf8.h"
#include "shared/domain/tracking/contact_mask.h"
#include "tests/fuzz/law.h"

#include <map>
#include <set>
#include <string>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::carriers;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);
constexpr auto kLater = base::Timestamp::from_seconds(1'700'086'400);
constexpr std::string_view kPayload =
    R"({"p":{"e":[{"c":"A","t":"arrived","d":"2026-01-01 10:00:00"},{"c":"B","t":"已签收","d":"2026-01-02T10:00:00Z"}]}})";

const std::map<std::string, CarrierFormat>& formats() {
    static const auto loaded = [] {
        std::map<std::string, CarrierFormat> all;
        for (const std::string& carrier : built_in_carriers())
            all.emplace(carrier, fuzz::expect(load_carrier_format(carrier), "a built-in format can be read"));
        return all;
    }();
    return loaded;
}

std::set<std::string> keys_of(const std::vector<Fact>& facts) {
    std::set<std::string> keys;
    for (const Fact& fact : facts)
        fuzz::require(keys.insert(fact.origin.key).second, "no two facts about a parcel have one key");
    return keys;
}

void check_event(const ParsedEvent& event) {
    fuzz::require(base::is_valid_utf8(event.text) && base::is_valid_utf8(event.place), "texts are UTF-8");
    fuzz::require(!event.local_minute || (*event.local_minute >= 0 && *event.local_minute < 1440),
                  "a minute is one of the day");
    if (event.actual.at && event.actual.utc_offset_minutes) {
        const auto offset = base::Duration::minutes(*event.actual.utc_offset_minutes);
        fuzz::require(event.actual.at->date_at(offset) == event.actual.on,
                      "day and instant are the same by the offset");
    }
    const std::string masked = domain::mask_contacts(event.text);
    fuzz::require(domain::mask_contacts(masked) == masked, "masking twice is masking once");
}

void check_answer(const CarrierFormat& format, std::string_view bytes) {
    const auto answer = read_answer(format, bytes, {"N1", kReceived});
    if (!answer) {
        fuzz::require(!answer.error().message.empty(), "a refusal has a reason");
        return;
    }
    fuzz::require(!answer->parcels.empty() || !answer->messages.empty(), "an answer says something");
    const auto later =
        fuzz::expect(read_answer(format, bytes, {"N1", kLater}), "what was read is read again");
    for (std::size_t i = 0; i < answer->parcels.size(); ++i) {
        const ParsedParcel& parcel = answer->parcels[i];
        fuzz::require(!parcel.number.empty() && !parcel.events.empty(), "a parcel has a number and scans");
        for (const ParsedEvent& event : parcel.events)
            check_event(event);
        const auto keys = keys_of(tracking_facts(parcel, "A", 0, kReceived));
        fuzz::require(!keys.empty(), "scans become facts");
        fuzz::require(keys == keys_of(tracking_facts(later.parcels[i], "A", 0, kLater)),
                      "the same payload received later gives the same keys");
    }
    std::set<std::string> numbers;
    for (const ParsedParcel& parcel : choose_parcels(answer->parcels))
        fuzz::require(numbers.insert(parcel.number).second, "each number is one parcel");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest = fuzz::text_of(data, size);
    const std::string name(fuzz::take_line(rest));
    if (name == "format") {
        const auto format = parse_carrier_format(rest);
        if (format)
            check_answer(*format, kPayload);
        else
            fuzz::require(!format.error().message.empty(), "a refusal has a reason");
        return 0;
    }
    const auto format = formats().find(name);
    if (format != formats().end()) check_answer(format->second, rest);
    return 0;
}
