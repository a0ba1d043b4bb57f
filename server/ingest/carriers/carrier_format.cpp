#include "server/ingest/carriers/carrier_format.h"

#include "server/ingest/carriers/clock_text.h"
#include "server/ingest/carriers/format_parser.h"
#include "server/ingest/files/mapping_fields.h"
#include "shared/base/text.h"

#include <algorithm>
#include <span>
#include <utility>

namespace orderdeck::server::ingest::carriers {

/// Made by CMake from assets/carriers/*.json and assets/carriers/words/*.json.
std::span<const std::pair<std::string_view, std::string_view>> format_texts();
std::span<const std::pair<std::string_view, std::string_view>> word_texts();

namespace {

base::Result<void> parse_clock(const json::Value& root, CarrierFormat& format) {
    const auto clock = TRY(root.optional_field("clock"));
    if (!clock) return {};
    TRY(check_keys(*clock, {"formats", "utc_offset_minutes"}));
    if (const auto formats = TRY(clock->optional_field("formats"))) {
        format.clock_formats = TRY(clock->strings_field("formats"));
        for (const std::string& text : format.clock_formats) {
            if (auto checked = check_clock_format(text); !checked)
                return formats->refuse("\"" + text + "\": " + checked.error().message);
        }
    }
    if (const auto offset = TRY(clock->optional_int64_field("utc_offset_minutes"))) {
        if (*offset < -1080 || *offset > 1080) return clock->refuse("no clock is so far from UTC");
        format.utc_offset_minutes = static_cast<int>(*offset);
    }
    return {};
}

base::Result<ParcelRules> parse_parcels(const json::Value& value) {
    TRY(check_keys(value, {"at", "number", "carrier", "unique_id", "shipped_on", "service", "origin",
                           "destination", "expected", "next_leg"}));
    ParcelRules rules;
    rules.at = TRY(parse_path(TRY(value.field("at"))));
    rules.number = TRY(parse_optional_value(value, "number"));
    rules.carrier = TRY(parse_optional_value(value, "carrier"));
    rules.unique_id = TRY(parse_optional_value(value, "unique_id"));
    rules.shipped_on = TRY(parse_optional_value(value, "shipped_on"));
    rules.service = TRY(parse_optional_value(value, "service"));
    rules.origin = TRY(parse_optional_value(value, "origin"));
    rules.destination = TRY(parse_optional_value(value, "destination"));
    rules.expected = TRY(parse_optional_value(value, "expected"));
    if (const auto leg = TRY(value.optional_field("next_leg"))) {
        TRY(check_keys(*leg, {"number", "carrier", "no_carrier"}));
        rules.next_number = TRY(parse_optional_value(*leg, "number"));
        rules.next_carrier = TRY(parse_optional_value(*leg, "carrier"));
        if (TRY(leg->optional_field("no_carrier"))) rules.no_carrier = TRY(leg->strings_field("no_carrier"));
    }
    return rules;
}

base::Result<EventRules> parse_events(const json::Value& value) {
    TRY(check_keys(value, {"at", "code", "text", "place", "country", "local", "utc", "offset"}));
    EventRules rules;
    rules.at = TRY(parse_path(TRY(value.field("at"))));
    rules.code = TRY(parse_optional_value(value, "code")).value_or(Value{});
    rules.text = TRY(parse_value(TRY(value.field("text"))));
    rules.place = TRY(parse_optional_value(value, "place")).value_or(Value{});
    rules.country = TRY(parse_optional_value(value, "country"));
    rules.local = TRY(parse_optional_value(value, "local")).value_or(Value{});
    rules.utc = TRY(parse_optional_value(value, "utc"));
    rules.offset = TRY(parse_optional_value(value, "offset"));
    return rules;
}

/// {"by": value, "codes": {"meaning": ["code", ...]}}; a code that means two things is refused.
template <typename Meaning, typename Parse>
base::Result<std::vector<CodeTable<Meaning>>> parse_tables(const json::Value& root, std::string_view key,
                                                           Parse parse) {
    std::vector<CodeTable<Meaning>> tables;
    const auto list = TRY(root.optional_field(key));
    if (!list) return tables;
    for (const json::Value& entry : TRY(list->elements())) {
        TRY(check_keys(entry, {"by", "codes", "latest_only"}));
        CodeTable<Meaning>& table = tables.emplace_back();
        table.by = TRY(parse_value(TRY(entry.field("by"))));
        if (TRY(entry.optional_field("latest_only")))
            table.latest_only = TRY(entry.boolean_field("latest_only"));
        for (const json::Member& member : TRY(TRY(entry.field("codes")).members())) {
            const Meaning meaning = TRY(parse(member.value, member.name));
            for (const json::Value& code : TRY(member.value.elements())) {
                if (!table.codes.emplace(base::to_lower_ascii(TRY(code.string())), meaning).second)
                    return code.refuse("this code has another meaning above");
            }
        }
    }
    return tables;
}

base::Result<void> parse_messages(const json::Value& root, CarrierFormat& format) {
    const auto list = TRY(root.optional_field("messages"));
    if (!list) return {};
    for (const json::Value& entry : TRY(list->elements())) {
        TRY(check_keys(entry, {"at", "code", "text", "number"}));
        MessageRules& rules = format.messages.emplace_back();
        rules.at = TRY(parse_path(TRY(entry.field("at"))));
        rules.code = TRY(parse_optional_value(entry, "code")).value_or(Value{});
        rules.text = TRY(parse_value(TRY(entry.field("text"))));
        rules.number = TRY(parse_optional_value(entry, "number"));
    }
    return {};
}

base::Result<void> parse_endings(const json::Value& root, CarrierFormat& format) {
    const auto list = TRY(root.optional_field("endings"));
    if (!list) return {};
    for (const json::Value& entry : TRY(list->elements())) {
        TRY(check_keys(entry, {"when", "is", "number", "carrier", "text", "status"}));
        EndingRules& rules = format.endings.emplace_back();
        rules.value = TRY(parse_value(TRY(entry.field("when"))));
        rules.is = TRY(entry.string_field("is"));
        rules.number = TRY(parse_value(TRY(entry.field("number"))));
        rules.carrier = TRY(parse_optional_value(entry, "carrier"));
        rules.text = TRY(parse_value(TRY(entry.field("text"))));
        rules.status = TRY(parse_status(TRY(entry.field("status")), TRY(entry.string_field("status"))));
    }
    return {};
}

base::Result<void> parse_all_words(const json::Value& root, CarrierFormat& format) {
    if (const auto own = TRY(root.optional_field("words"))) format.words.push_back(TRY(parse_words(*own)));
    const auto languages = TRY(root.optional_field("languages"));
    if (!languages) return {};
    for (const json::Value& language : TRY(languages->elements())) {
        auto words = load_words(TRY(language.string()));
        if (!words) return language.refuse(words.error().message);
        format.words.push_back(std::move(words).release());
    }
    return {};
}

std::vector<std::string> names_of(std::span<const std::pair<std::string_view, std::string_view>> texts) {
    std::vector<std::string> names;
    for (const auto& entry : texts)
        names.emplace_back(entry.first);
    return names;
}

} // namespace

base::Result<CarrierFormat> parse_carrier_format(std::string_view json) {
    const json::Document document = TRY(json::Document::parse(json));
    const json::Value root = document.root();
    TRY(check_keys(root, {"carrier", "name", "notation", "clock", "parcels", "events", "status", "reasons",
                          "words", "languages", "messages", "endings", "documents"}));
    CarrierFormat format;
    format.carrier = TRY(root.string_field("carrier"));
    format.name = TRY(root.string_field("name"));
    const std::string notation = TRY(root.string_field("notation"));
    if (notation != "json" && notation != "xml")
        return TRY(root.field("notation")).refuse("unknown notation; known: json, xml");
    format.notation = notation == "xml" ? Notation::xml : Notation::json;
    TRY(parse_clock(root, format));
    format.parcels = TRY(parse_parcels(TRY(root.field("parcels"))));
    format.events = TRY(parse_events(TRY(root.field("events"))));
    format.statuses = TRY(parse_tables<domain::ParcelStatus>(root, "status", parse_status));
    format.reasons = TRY(parse_tables<domain::TrackingReason>(root, "reasons", parse_reason));
    TRY(parse_all_words(root, format));
    TRY(parse_messages(root, format));
    TRY(parse_endings(root, format));
    if (const auto documents = TRY(root.optional_field("documents")))
        format.documents = TRY(parse_path(*documents));
    return format;
}

std::vector<std::string> built_in_carriers() { return names_of(format_texts()); }

base::Result<CarrierFormat> load_carrier_format(std::string_view carrier) {
    for (const auto& [name, json] : format_texts()) {
        if (name == carrier) return parse_carrier_format(json);
    }
    return base::fail(base::ErrorCode::not_found,
                      "there is no format of this carrier; there are " +
                          base::join(built_in_carriers(), ", "),
                      std::string(carrier));
}

base::Result<Words> load_words(std::string_view language) {
    for (const auto& [name, json] : word_texts()) {
        if (name != language) continue;
        const json::Document document = TRY(json::Document::parse(json));
        return parse_words(document.root());
    }
    return base::fail(base::ErrorCode::not_found,
                      "there are no words in this language; there are " +
                          base::join(names_of(word_texts()), ", "),
                      std::string(language));
}

} // namespace orderdeck::server::ingest::carriers
