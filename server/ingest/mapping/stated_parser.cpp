#include "server/ingest/mapping/mapping_parser.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::mapping {
namespace {

/// How the roles of one kind of fact are written.
struct Form {
    std::string_view list;
    StatedKind kind;
    std::vector<std::string_view> fields; ///< all that may stand there, the needed ones in front
    std::size_t needed;
    std::optional<Subject> subject; ///< what it is about; absent where "of" says it
};

const std::vector<Form>& forms() {
    static const std::vector<Form> kForms = {
        {"holds", StatedKind::hold, {"since", "reason", "owner", "until", "note", "of"}, 1, {}},
        {"parcels", StatedKind::parcel, {"number", "carrier", "master_number", "sscc"}, 1, Subject::shipment},
        {"tracking",
         StatedKind::tracking_event,
         {"parcel", "at", "carrier", "code", "status", "reason", "sequence", "place", "text"},
         2,
         Subject::order},
        {"parcel_forecasts", StatedKind::parcel_forecast, {"parcel", "expected"}, 2, Subject::order},
        {"invoices",
         StatedKind::invoice,
         {"number", "kind", "state", "corrects", "currency", "total", "tax", "issued_on", "due_on",
          "quantity", "amount"},
         1,
         Subject::order},
        {"payments",
         StatedKind::payment,
         {"amount", "on", "number", "invoice", "currency", "method"},
         2,
         Subject::order},
        {"instalments",
         StatedKind::instalment,
         {"number", "share_percent", "amount", "trigger", "days", "due_on", "method"},
         1,
         Subject::order},
        {"relations", StatedKind::relation, {"kind", "other_order", "other_line", "quantity", "of"}, 2, {}},
        {"documents",
         StatedKind::document,
         {"kind", "number", "required", "owed_by", "due_on", "received_on", "expires_on", "of"},
         1,
         {}},
        {"operations",
         StatedKind::operation,
         {"number", "work_order", "name", "planned_minutes", "quantity", "good", "started_on", "finished_on"},
         1,
         Subject::line},
    };
    return kForms;
}

/// A fact that names no order of its own is about the row's order.
bool needs_order(const Form& form, const json::Value& value) {
    switch (form.kind) {
    case StatedKind::hold:
    case StatedKind::instalment:
    case StatedKind::relation:
    case StatedKind::document:
    case StatedKind::operation: return true;
    case StatedKind::payment: {
        const auto invoice = value.optional_field("invoice");
        return !invoice || !*invoice;
    }
    case StatedKind::parcel:
    case StatedKind::tracking_event:
    case StatedKind::parcel_forecast:
    case StatedKind::invoice: return false;
    }
    return false;
}

base::Result<Subject> subject_of(const Form& form, const json::Value& value, const Mapping& mapping) {
    if (form.subject == Subject::shipment && !mapping.shipment)
        return value.refuse("this mapping has no shipment");
    if (form.subject == Subject::line && !mapping.line) return value.refuse("this mapping has no line");
    if (form.subject) {
        if (needs_order(form, value) && !mapping.order) return value.refuse("this mapping has no order");
        return *form.subject;
    }
    const auto of = TRY(value.optional_field("of"));
    if (of) return parse_subject(*of, mapping);
    if (!mapping.order) return value.refuse("this mapping has no order");
    return Subject::order;
}

base::Result<StatedRoles> parse_entry(const Form& form, const json::Value& value, ColumnNames& names) {
    std::vector<std::string_view> known = form.fields;
    known.push_back("when");
    TRY(check_keys(value, known));
    for (std::size_t i = 0; i < form.needed; ++i)
        TRY(value.field(form.fields[i]));
    StatedRoles roles;
    roles.kind = form.kind;
    roles.subject = TRY(subject_of(form, value, names.mapping()));
    names.begin_group(subject_scope(roles.subject, names.mapping()));
    roles.fields = TRY(parse_fields(value, {"of", "when"}, names));
    roles.row.when = TRY(parse_condition(value, "when", names));
    roles.row.scope = TRY(names.end_group(value));
    return roles;
}

} // namespace

base::Result<void> parse_stated(const json::Value& root, ColumnNames& names) {
    for (const Form& form : forms()) {
        for (const json::Value& entry : TRY(parse_list(root, form.list)))
            names.mapping().stated.push_back(TRY(parse_entry(form, entry, names)));
    }
    return {};
}

} // namespace orderdeck::server::ingest::mapping
