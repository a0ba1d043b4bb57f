#include "server/ingest/csv/mapping/mapping_parser.h"

#include "server/ingest/fact_content.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

/// The members of a fact's object that are roles, beside its keys `own`.
base::Result<FieldRoles> parse_fields(const json::Value& object,
                                      std::initializer_list<std::string_view> own) {
    FieldRoles roles;
    for (const json::Member& member : TRY(object.members())) {
        if (std::find(own.begin(), own.end(), member.name) != own.end()) continue;
        roles.emplace(member.name, TRY(parse_source(member.value)));
    }
    return roles;
}

base::Result<ValueSource> parse_required(const json::Value& object, std::string_view key) {
    return parse_source(TRY(object.field(key)));
}

base::Result<void> parse_keys(const json::Value& root, Mapping& mapping) {
    const json::Value account = TRY(root.field("account"));
    TRY(check_keys(account, {"code", "name", "parent"}));
    mapping.account_code = TRY(parse_required(account, "code"));
    mapping.account_name = TRY(parse_required(account, "name"));
    mapping.account_parent = TRY(parse_optional_source(account, "parent"));

    const json::Value order = TRY(root.field("order"));
    TRY(check_keys(order, {"number", "customer_reference", "project", "placed", "currency", "amount_basis",
                           "flow", "incoterm", "incoterm_place", "ship_to", "payment_terms",
                           "delivery_utc_offset_minutes"}));
    mapping.order_number = TRY(parse_required(order, "number"));
    mapping.order = TRY(parse_fields(order, {"number"}));

    const json::Value line = TRY(root.field("line"));
    TRY(check_keys(line, {"number", "sku", "item", "customer_reference", "commercial", "ordered", "unit",
                          "unit_price", "amount", "requested_on"}));
    mapping.line_number = TRY(parse_required(line, "number"));
    mapping.line = TRY(parse_fields(line, {"number"}));
    mapping.version = TRY(parse_optional_source(root, "version"));
    return {};
}

base::Result<void> parse_shipment(const json::Value& root, Mapping& mapping) {
    const auto shipment = TRY(root.optional_field("shipment"));
    if (!shipment) return {};
    TRY(check_keys(*shipment, {"number", "quantity", "carrier", "tracking_number", "mode", "parcels",
                               "origin", "destination"}));
    mapping.shipment_number = TRY(parse_required(*shipment, "number"));
    mapping.shipped_quantity = TRY(parse_optional_source(*shipment, "quantity"));
    mapping.shipment = TRY(parse_fields(*shipment, {"number", "quantity"}));
    return {};
}

base::Result<void> parse_quantities(const json::Value& root, Mapping& mapping) {
    const auto quantities = TRY(root.optional_field("quantities"));
    if (!quantities) return {};
    for (const json::Member& member : TRY(quantities->members())) {
        const auto kind = quantity_kind_from(member.name);
        if (!kind)
            return member.value.refuse("unknown quantity; known: confirmed, cancelled, produced, accepted, "
                                       "return_requested, returned, invoiced");
        mapping.quantities.push_back({.kind = *kind, .quantity = TRY(parse_source(member.value))});
    }
    return {};
}

base::Result<PromiseRoles> parse_promise(const json::Value& value) {
    TRY(check_keys(value, {"promised_on", "stated_on", "reason", "party"}));
    PromiseRoles roles;
    roles.promised_on = TRY(parse_required(value, "promised_on"));
    roles.stated_on = TRY(parse_optional_source(value, "stated_on"));
    roles.reason = TRY(parse_optional_source(value, "reason"));
    roles.party = TRY(parse_optional_source(value, "party"));
    return roles;
}

base::Result<MilestoneRoles::Subject> parse_subject_kind(const json::Value& value, const Mapping& mapping) {
    const std::string name = TRY(value.string());
    if (name == "order") return MilestoneRoles::Subject::order;
    if (name == "line") return MilestoneRoles::Subject::line;
    if (name != "shipment") return value.refuse("unknown subject; known: order, line, shipment");
    if (!mapping.shipment_number) return value.refuse("this mapping has no shipment");
    return MilestoneRoles::Subject::shipment;
}

base::Result<MilestoneRoles> parse_milestone(const json::Value& value, const Mapping& mapping) {
    TRY(check_keys(value, {"of", "code", "planned", "forecast", "actual", "quantity", "place", "note"}));
    const json::Value code = TRY(value.field("code"));
    const auto known = domain::milestone_code_from(TRY(code.string()));
    if (!known) return code.refuse("unknown milestone code");
    MilestoneRoles roles;
    roles.subject = TRY(parse_subject_kind(TRY(value.field("of")), mapping));
    roles.code = *known;
    roles.planned = TRY(parse_optional_source(value, "planned"));
    roles.forecast = TRY(parse_optional_source(value, "forecast"));
    roles.actual = TRY(parse_optional_source(value, "actual"));
    roles.quantity = TRY(parse_optional_source(value, "quantity"));
    roles.place = TRY(parse_optional_source(value, "place"));
    roles.note = TRY(parse_texts(value, "note"));
    if (!roles.planned && !roles.forecast && !roles.actual)
        return value.refuse("a milestone needs a planned, forecast or actual date");
    return roles;
}

} // namespace

base::Result<void> parse_roles(const json::Value& root, Mapping& mapping) {
    TRY(parse_keys(root, mapping));
    TRY(parse_shipment(root, mapping));
    TRY(parse_quantities(root, mapping));
    if (const auto promises = TRY(root.optional_field("promises"))) {
        for (const json::Value& promise : TRY(promises->elements()))
            mapping.promises.push_back(TRY(parse_promise(promise)));
    }
    if (const auto milestones = TRY(root.optional_field("milestones"))) {
        for (const json::Value& milestone : TRY(milestones->elements()))
            mapping.milestones.push_back(TRY(parse_milestone(milestone, mapping)));
    }
    return {};
}

} // namespace orderdeck::server::ingest::csv
