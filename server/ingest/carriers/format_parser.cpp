#include "server/ingest/carriers/format_parser.h"

#include "server/ingest/files/mapping_fields.h"
#include "shared/base/text.h"

namespace orderdeck::server::ingest::carriers {
namespace {

base::Result<std::vector<std::string>> parse_folded(const json::Value& object, std::string_view key) {
    std::vector<std::string> texts;
    if (!TRY(object.optional_field(key))) return texts;
    for (const std::string& text : TRY(object.strings_field(key)))
        texts.push_back(base::fold_for_search(text));
    return texts;
}

base::Result<WordRule> parse_rule(const json::Value& value) {
    TRY(check_keys(value, {"status", "reason", "any", "all", "none"}));
    WordRule rule;
    rule.any = TRY(parse_folded(value, "any"));
    rule.all = TRY(parse_folded(value, "all"));
    rule.none = TRY(parse_folded(value, "none"));
    if (rule.any.empty() && rule.all.empty()) return value.refuse("a rule needs words: any or all");
    if (const auto status = TRY(value.optional_string_field("status")))
        rule.status = TRY(parse_status(TRY(value.field("status")), *status));
    if (const auto reason = TRY(value.optional_string_field("reason")))
        rule.reason = TRY(parse_reason(TRY(value.field("reason")), *reason));
    return rule;
}

base::Result<std::vector<WordRule>> parse_rules(const json::Value& object, std::string_view key) {
    std::vector<WordRule> rules;
    const auto list = TRY(object.optional_field(key));
    if (!list) return rules;
    for (const json::Value& rule : TRY(list->elements()))
        rules.push_back(TRY(parse_rule(rule)));
    return rules;
}

base::Result<std::vector<Value>> parse_parts(const json::Value& list) {
    std::vector<Value> parts;
    for (const json::Value& part : TRY(list.elements()))
        parts.push_back(TRY(parse_value(part)));
    return parts;
}

} // namespace

base::Result<Path> parse_path(const json::Value& text) {
    auto path = Path::parse(TRY(text.string()));
    if (!path) return text.refuse(path.error().message);
    return path;
}

base::Result<Value> parse_value(const json::Value& value) {
    Value result;
    if (value.kind() == json::Kind::string) {
        result.kind = Value::Kind::path;
        result.path = TRY(parse_path(value));
        return result;
    }
    TRY(check_keys(value, {"constant", "first_of", "join", "with"}));
    if (const auto constant = TRY(value.optional_string_field("constant"))) {
        result.text = *constant;
    } else if (const auto first = TRY(value.optional_field("first_of"))) {
        result.kind = Value::Kind::first_of;
        result.parts = TRY(parse_parts(*first));
    } else if (const auto join = TRY(value.optional_field("join"))) {
        result.kind = Value::Kind::join;
        result.parts = TRY(parse_parts(*join));
        result.text = TRY(value.optional_string_field("with")).value_or(", ");
    } else {
        return value.refuse("a value is a path or has one of the keys constant, first_of, join");
    }
    return result;
}

base::Result<std::optional<Value>> parse_optional_value(const json::Value& object, std::string_view key) {
    const auto field = TRY(object.optional_field(key));
    if (!field) return std::optional<Value>();
    return std::optional(TRY(parse_value(*field)));
}

base::Result<Words> parse_words(const json::Value& value) {
    TRY(check_keys(value, {"status", "reasons"}));
    Words words;
    words.statuses = TRY(parse_rules(value, "status"));
    words.reasons = TRY(parse_rules(value, "reasons"));
    return words;
}

base::Result<domain::ParcelStatus> parse_status(const json::Value& place, std::string_view name) {
    const auto status = domain::parcel_status_from(name);
    if (!status) return place.refuse("\"" + std::string(name) + "\" is no status of a parcel");
    return *status;
}

base::Result<domain::TrackingReason> parse_reason(const json::Value& place, std::string_view name) {
    const auto reason = domain::tracking_reason_from(name);
    if (!reason) return place.refuse("\"" + std::string(name) + "\" is no reason");
    return *reason;
}

} // namespace orderdeck::server::ingest::carriers
