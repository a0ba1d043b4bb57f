#include "server/ingest/mapping/mapping_parser.h"

#include "server/ingest/fact_content.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::mapping {

/// The members of a fact's object that are roles, beside its keys `own`.
base::Result<FieldRoles> parse_fields(const json::Value& object, const std::vector<std::string_view>& own,
                                      ColumnNames& names) {
    FieldRoles roles;
    for (const json::Member& member : TRY(object.members())) {
        if (std::find(own.begin(), own.end(), member.name) != own.end()) continue;
        roles.emplace(member.name, TRY(parse_source(member.value, names)));
    }
    return roles;
}

/// A list of roles of one kind, or a single one.
base::Result<std::vector<json::Value>> parse_list(const json::Value& root, std::string_view key) {
    const auto list = TRY(root.optional_field(key));
    if (!list) return std::vector<json::Value>{};
    return list->elements();
}

namespace {

/// The key of a text's translation: "name:zh-CN".
struct TranslationKey {
    std::string_view key;
    std::string_view language;
};
constexpr std::array<TranslationKey, 2> kNameKeys = {{{"name:en", "en"}, {"name:zh-CN", "zh-CN"}}};
constexpr std::array<TranslationKey, 2> kItemKeys = {{{"item:en", "en"}, {"item:zh-CN", "zh-CN"}}};

base::Result<Translations> parse_translations(const json::Value& object,
                                              const std::array<TranslationKey, 2>& keys, ColumnNames& names) {
    Translations translations;
    for (const TranslationKey& known : keys) {
        if (auto source = TRY(parse_optional_source(object, known.key, names)))
            translations.emplace(known.language, std::move(*source));
    }
    return translations;
}

base::Result<void> parse_account(const json::Value& root, ColumnNames& names) {
    Mapping& mapping = names.mapping();
    const json::Value account = TRY(root.field("account"));
    TRY(check_keys(account, {"code", "name", "name:en", "name:zh-CN", "parent"}));
    names.begin_group(0);
    mapping.account.code = TRY(parse_required(account, "code", names));
    mapping.account.name = TRY(parse_optional_source(account, "name", names));
    mapping.account.names = TRY(parse_translations(account, kNameKeys, names));
    mapping.account.parent = TRY(parse_optional_source(account, "parent", names));
    mapping.base_scope = TRY(names.end_group(account));
    return {};
}

base::Result<void> parse_order(const json::Value& root, ColumnNames& names) {
    const auto order = TRY(root.optional_field("order"));
    if (!order) return {};
    TRY(check_keys(*order, {"number", "customer_reference", "project", "placed", "currency", "amount_basis",
                            "flow", "incoterm", "incoterm_place", "ship_to", "payment_terms",
                            "delivery_utc_offset_minutes", "kind", "priority", "valid_until", "when"}));
    OrderRoles roles;
    names.begin_group(names.mapping().base_scope);
    roles.number = TRY(parse_required(*order, "number", names));
    names.mapping().base_scope = TRY(names.end_group(*order));
    names.begin_group(names.mapping().base_scope);
    roles.fields = TRY(parse_fields(*order, {"number", "when"}, names));
    roles.row.when = TRY(parse_condition(*order, "when", names));
    roles.row.scope = TRY(names.end_group(*order));
    names.mapping().order = std::move(roles);
    return {};
}

base::Result<void> parse_line(const json::Value& root, ColumnNames& names) {
    const auto line = TRY(root.optional_field("line"));
    if (!line) return {};
    if (!names.mapping().order) return line->refuse("this mapping has no order");
    TRY(check_keys(*line, {"number", "sku", "item", "item:en", "item:zh-CN", "customer_reference",
                           "commercial", "ordered", "unit", "unit_price", "amount", "requested_on", "hs_code",
                           "origin_country", "when"}));
    LineRoles roles;
    names.begin_group(names.mapping().base_scope);
    roles.number = TRY(parse_required(*line, "number", names));
    roles.row.when = TRY(parse_condition(*line, "when", names));
    roles.number_scope = TRY(names.end_group(*line));
    names.begin_group(roles.number_scope);
    roles.fields = TRY(parse_fields(*line, {"number", "item:en", "item:zh-CN", "when"}, names));
    roles.items = TRY(parse_translations(*line, kItemKeys, names));
    roles.row.scope = TRY(names.end_group(*line));
    names.mapping().line = std::move(roles);
    return {};
}

base::Result<void> parse_version(const json::Value& root, ColumnNames& names) {
    Mapping& mapping = names.mapping();
    names.begin_group(0);
    mapping.version = TRY(parse_optional_source(root, "version", names));
    mapping.version_scope = TRY(names.end_group(root));
    return {};
}

} // namespace

base::Result<Subject> parse_subject(const json::Value& value, const Mapping& mapping) {
    const std::string name = TRY(value.string());
    if (name != "order" && name != "line" && name != "shipment")
        return value.refuse("unknown subject; known: order, line, shipment");
    if (name == "order" ? !mapping.order : name == "line" ? !mapping.line : !mapping.shipment)
        return value.refuse("this mapping has no " + name);
    if (name == "order") return Subject::order;
    return name == "line" ? Subject::line : Subject::shipment;
}

std::size_t subject_scope(Subject subject, const Mapping& mapping) {
    switch (subject) {
    case Subject::order: break;
    case Subject::line: return mapping.line->number_scope;
    case Subject::shipment: return mapping.shipment->number_scope;
    }
    return mapping.base_scope;
}

namespace {

/// Roles about order lines need to know what a line is.
base::Result<std::size_t> line_scope(const json::Value& value, const Mapping& mapping) {
    if (mapping.line) return mapping.line->number_scope;
    return value.refuse("this mapping has no line");
}

base::Result<void> parse_shipment(const json::Value& root, ColumnNames& names) {
    const auto shipment = TRY(root.optional_field("shipment"));
    if (!shipment) return {};
    TRY(check_keys(*shipment, {"number", "quantity", "carrier", "tracking_number", "mode", "parcels",
                               "origin", "destination", "when"}));
    ShipmentRoles roles;
    names.begin_group(names.mapping().base_scope);
    roles.number = TRY(parse_required(*shipment, "number", names));
    roles.row.when = TRY(parse_condition(*shipment, "when", names));
    roles.number_scope = TRY(names.end_group(*shipment));
    names.begin_group(roles.number_scope);
    roles.fields = TRY(parse_fields(*shipment, {"number", "quantity", "when"}, names));
    roles.row.scope = TRY(names.end_group(*shipment));
    if (TRY(shipment->optional_field("quantity"))) {
        const std::size_t line = TRY(line_scope(*shipment, names.mapping()));
        names.begin_group(names.mapping().is_within(line, roles.number_scope) ? line : roles.number_scope);
        roles.quantity = TRY(parse_optional_source(*shipment, "quantity", names));
        roles.quantity_scope = TRY(names.end_group(*shipment));
        if (!names.mapping().is_within(roles.quantity_scope, line))
            return shipment->refuse("the quantity stands in other rows than the line");
    }
    names.mapping().shipment = std::move(roles);
    return {};
}

base::Result<void> parse_quantities(const json::Value& root, ColumnNames& names) {
    const auto quantities = TRY(root.optional_field("quantities"));
    if (!quantities) return {};
    for (const json::Member& member : TRY(quantities->members())) {
        const auto kind = quantity_kind_from(member.name);
        if (!kind)
            return member.value.refuse("unknown quantity; known: confirmed, cancelled, produced, accepted, "
                                       "return_requested, returned, invoiced, reserved, scrapped, "
                                       "inspected_good, inspected_bad, replaced, credited");
        QuantityRoles roles;
        roles.kind = *kind;
        names.begin_group(TRY(line_scope(member.value, names.mapping())));
        roles.quantity = TRY(parse_source(member.value, names));
        roles.row.scope = TRY(names.end_group(member.value));
        names.mapping().quantities.push_back(std::move(roles));
    }
    return {};
}

base::Result<PromiseRoles> parse_promise(const json::Value& value, ColumnNames& names) {
    TRY(check_keys(value, {"promised_on", "stated_on", "reason", "party", "when"}));
    PromiseRoles roles;
    names.begin_group(TRY(line_scope(value, names.mapping())));
    roles.promised_on = TRY(parse_required(value, "promised_on", names));
    roles.stated_on = TRY(parse_optional_source(value, "stated_on", names));
    roles.reason = TRY(parse_optional_source(value, "reason", names));
    roles.party = TRY(parse_optional_source(value, "party", names));
    roles.row.when = TRY(parse_condition(value, "when", names));
    roles.row.scope = TRY(names.end_group(value));
    return roles;
}

base::Result<MilestoneRoles> parse_milestone(const json::Value& value, ColumnNames& names) {
    TRY(check_keys(
        value, {"of", "code", "planned", "forecast", "actual", "quantity", "place", "text", "note", "when"}));
    const json::Value code = TRY(value.field("code"));
    const auto known = domain::milestone_code_from(TRY(code.string()));
    if (!known) return code.refuse("unknown milestone code");
    MilestoneRoles roles;
    roles.subject = TRY(parse_subject(TRY(value.field("of")), names.mapping()));
    names.begin_group(subject_scope(roles.subject, names.mapping()));
    roles.code = *known;
    roles.planned = TRY(parse_optional_source(value, "planned", names));
    roles.forecast = TRY(parse_optional_source(value, "forecast", names));
    roles.actual = TRY(parse_optional_source(value, "actual", names));
    roles.quantity = TRY(parse_optional_source(value, "quantity", names));
    roles.place = TRY(parse_optional_source(value, "place", names));
    roles.text = TRY(parse_optional_source(value, "text", names));
    roles.note = TRY(parse_columns(value, "note", names));
    roles.row.when = TRY(parse_condition(value, "when", names));
    roles.row.scope = TRY(names.end_group(value));
    if (!roles.planned && !roles.forecast && !roles.actual)
        return value.refuse("a milestone needs a planned, forecast or actual date");
    return roles;
}

} // namespace

base::Result<void> parse_roles(const json::Value& root, ColumnNames& names) {
    TRY(parse_account(root, names));
    TRY(parse_order(root, names));
    TRY(parse_line(root, names));
    TRY(parse_version(root, names));
    TRY(parse_shipment(root, names));
    TRY(parse_quantities(root, names));
    for (const json::Value& promise : TRY(parse_list(root, "promises")))
        names.mapping().promises.push_back(TRY(parse_promise(promise, names)));
    for (const json::Value& milestone : TRY(parse_list(root, "milestones")))
        names.mapping().milestones.push_back(TRY(parse_milestone(milestone, names)));
    return parse_stated(root, names);
}

} // namespace orderdeck::server::ingest::mapping
