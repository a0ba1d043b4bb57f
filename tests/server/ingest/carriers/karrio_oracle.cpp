#include "tests/server/ingest/carriers/karrio_oracle.h"

#include "shared/json/reader.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <vector>

namespace orderdeck::test {
namespace {

using server::ingest::carriers::CarrierAnswer;
using server::ingest::carriers::CarrierMessage;
using server::ingest::carriers::ParsedEvent;
using server::ingest::carriers::ParsedParcel;

/// 4-domain.md B1: which of our statuses a status of the data set stands for. It has none for customs: those are in
/// transit or on hold there.
const std::map<std::string, std::set<std::string>> kStatuses{
    {"pending", {"registered"}},
    {"picked_up", {"picked_up"}},
    {"in_transit", {"in_transit", "customs"}},
    {"on_hold", {"exception", "customs"}},
    {"delivery_delayed", {"exception"}},
    {"out_for_delivery", {"out_for_delivery"}},
    {"ready_for_pickup", {"ready_for_pickup"}},
    {"delivery_failed", {"attempt_failed"}},
    {"return_to_sender", {"returning", "returned"}},
    {"delivered", {"delivered"}},
};

std::string on_one_line(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (blank && (result.empty() || result.back() == ' ')) continue;
        result += blank ? ' ' : c;
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

std::string text_of(const json::Value& object, std::string_view name) {
    const auto field = object.optional_field(name).value();
    if (!field) return {};
    if (field->kind() == json::Kind::integer) return std::to_string(field->int64().value());
    return on_one_line(field->string().value());
}

/// "02:05 PM" and "14:05 PM" are the same minute of the day; so are "00:35 AM" and "12:35 AM".
int minute_of_day(const std::string& time) {
    int hour = std::stoi(time.substr(0, 2));
    const int minute = std::stoi(time.substr(3, 2));
    if (time.ends_with("PM") && hour < 12) hour += 12;
    if (time.ends_with("AM") && hour == 12) hour = 0;
    return hour * 60 + minute;
}

struct Event {
    std::string when, code, text, status, reason;
};

std::string clock(base::LocalDate day, int minute) {
    return day.to_string() + " " + std::to_string(minute / 60) + ":" + std::to_string(minute % 60);
}

Event theirs(const json::Value& event) {
    const auto day = base::LocalDate::parse(text_of(event, "date")).value();
    return {clock(day, minute_of_day(text_of(event, "time"))), text_of(event, "code"),
            text_of(event, "description"), text_of(event, "status"), text_of(event, "reason")};
}

Event ours(const ParsedEvent& event) {
    return {clock(event.actual.on, event.local_minute.value_or(0)), event.code, event.text,
            std::string(name_of(event.status)), std::string(name_of(event.reason))};
}

bool is_before(const Event& left, const Event& right) {
    return std::tie(left.when, left.code, left.text) < std::tie(right.when, right.code, right.text);
}

class Comparison {
public:
    void compare(const std::string& what, const std::string& expected, const std::string& found) {
        if (expected != found) lines.insert(what + ": " + expected + " -> " + found);
    }

    void compare_status(const std::string& what, const std::string& expected, const std::string& found) {
        if (expected.empty()) return;
        const auto known = kStatuses.find(expected);
        REQUIRE(known != kStatuses.end());
        if (known->second.count(found) == 0) compare(what, expected, found);
    }

    void compare_events(const std::vector<json::Value>& expected, const std::vector<ParsedEvent>& found) {
        std::vector<Event> left;
        std::vector<Event> right;
        for (const json::Value& event : expected)
            left.push_back(theirs(event));
        for (const ParsedEvent& event : found)
            right.push_back(ours(event));
        std::stable_sort(left.begin(), left.end(), is_before);
        std::stable_sort(right.begin(), right.end(), is_before);
        compare("events", std::to_string(left.size()), std::to_string(right.size()));
        for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
            compare("time", left[i].when, right[i].when);
            compare("code", left[i].code, right[i].code);
            compare("text", left[i].text, right[i].text);
            compare_status("status of " + left[i].code, left[i].status, right[i].status);
            if (!left[i].reason.empty())
                compare("reason of " + left[i].code, left[i].reason, right[i].reason);
        }
    }

    void compare_parcel(const json::Value& expected, const ParsedParcel& found) {
        compare("number", text_of(expected, "tracking_number"), found.number);
        compare_status("status", text_of(expected, "status"), std::string(name_of(found.status)));
        compare("delivered", expected.boolean_field("delivered").value() ? "yes" : "no",
                found.is_delivered() ? "yes" : "no");
        compare("expected on", text_of(expected, "estimated_delivery"),
                found.expected ? found.expected->on.to_string() : "");
        compare_events(expected.field("events").value().elements().value(), found.events);
    }

    std::set<std::string> lines;
};

} // namespace

std::set<std::string> differences(const CarrierAnswer& answer, std::string_view expectation) {
    const auto document = json::Document::parse(expectation);
    REQUIRE(document.has_value());
    const auto halves = document->root().elements().value();
    const auto parcels = halves.at(0).elements().value();
    const auto messages = halves.at(1).elements().value();
    Comparison comparison;
    comparison.compare("parcels", std::to_string(parcels.size()), std::to_string(answer.parcels.size()));
    for (std::size_t i = 0; i < std::min(parcels.size(), answer.parcels.size()); ++i)
        comparison.compare_parcel(parcels[i], answer.parcels[i]);
    comparison.compare("messages", std::to_string(messages.size()), std::to_string(answer.messages.size()));
    for (std::size_t i = 0; i < std::min(messages.size(), answer.messages.size()); ++i) {
        comparison.compare("code of message", text_of(messages[i], "code"), answer.messages[i].code);
        comparison.compare("message", text_of(messages[i], "message"), answer.messages[i].text);
    }
    return comparison.lines;
}

} // namespace orderdeck::test
