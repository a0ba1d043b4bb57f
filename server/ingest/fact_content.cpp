#include "server/ingest/fact_content.h"

#include "server/ingest/fact_fields.h"
#include "shared/json/reader.h"
#include "shared/json/writer.h"

#include <array>
#include <type_traits>

namespace orderdeck::server::ingest {
namespace {

constexpr std::array<std::string_view, std::variant_size_v<FactBody>> kKinds = {
    "order",        "line",    "quantity",   "promise",        "shipment",        "shipment_line",
    "milestone",    "hold",    "parcel",     "tracking_event", "parcel_forecast", "invoice",
    "invoice_line", "payment", "instalment", "relation",       "document",        "operation"};
constexpr std::array<std::string_view, 13> kQuantityKinds = {
    "confirmed", "cancelled", "produced",       "accepted",      "return_requested", "returned", "invoiced",
    "reserved",  "scrapped",  "inspected_good", "inspected_bad", "replaced",         "credited"};

template <typename Enum, std::size_t Count>
std::optional<Enum> find_name(const std::array<std::string_view, Count>& names, std::string_view name) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

// Writing: one overload per kind of value.

void write(json::Writer& json, const std::string& text) { json.value(text); }
void write(json::Writer& json, std::int64_t number) { json.value(number); }
void write(json::Writer& json, int number) { json.value(number); }
void write(json::Writer& json, bool flag) { json.value(flag); }
void write(json::Writer& json, base::LocalDate date) { json.value(date.to_string()); }
void write(json::Writer& json, base::Timestamp time) { json.value(time.milliseconds()); }
void write(json::Writer& json, domain::Quantity quantity) { json.value(quantity.to_string()); }
void write(json::Writer& json, domain::Currency currency) { json.value(currency.code()); }
void write(json::Writer& json, const domain::LocalizedText& name) {
    json.begin_object().field("text", name.text);
    const std::string translations = domain::encode_translations(name);
    if (!translations.empty()) json.field("translations", translations);
    json.end_object();
}
void write(json::Writer& json, const domain::Occurrence& occurrence) {
    json.begin_object().field("on", occurrence.on.to_string());
    if (occurrence.at) json.field("at", occurrence.at->milliseconds());
    if (occurrence.utc_offset_minutes) json.field("offset", *occurrence.utc_offset_minutes);
    json.end_object();
}
template <typename Enum>
requires std::is_enum_v<Enum>
void write(json::Writer& json, Enum value) { json.value(name_of(value)); }

template <typename Value>
void write_field(json::Writer& json, std::string_view name, const Value& value) {
    json.key(name);
    write(json, value);
}
template <typename Value>
void write_field(json::Writer& json, std::string_view name, const std::optional<Value>& value) {
    if (value) write_field(json, name, *value);
}
void write_field(json::Writer& json, std::string_view name, const std::string& text) {
    if (!text.empty()) json.field(name, text);
}

// Reading: the inverse of each.

template <typename Enum>
base::Result<void> read_name(const json::Value& json, std::optional<Enum> value, Enum& into) {
    if (!value) return json.refuse("unknown name");
    into = *value;
    return {};
}

base::Result<void> read(const json::Value& json, std::string& into) {
    into = TRY(json.string());
    return {};
}
base::Result<void> read(const json::Value& json, std::int64_t& into) {
    into = TRY(json.int64());
    return {};
}
base::Result<void> read(const json::Value& json, int& into) {
    into = static_cast<int>(TRY(json.int64()));
    return {};
}
base::Result<void> read(const json::Value& json, bool& into) {
    into = TRY(json.boolean());
    return {};
}
base::Result<void> read(const json::Value& json, base::LocalDate& into) {
    into = TRY(base::LocalDate::parse(TRY(json.string())));
    return {};
}
base::Result<void> read(const json::Value& json, base::Timestamp& into) {
    into = base::Timestamp::from_milliseconds(TRY(json.int64()));
    return {};
}
base::Result<void> read(const json::Value& json, domain::Quantity& into) {
    into = TRY(domain::Quantity::parse(TRY(json.string())));
    return {};
}
base::Result<void> read(const json::Value& json, domain::Currency& into) {
    into = TRY(domain::Currency::parse(TRY(json.string())));
    return {};
}
base::Result<void> read(const json::Value& json, domain::LocalizedText& into) {
    const auto translations = TRY(json.optional_string_field("translations"));
    into = domain::decode_localized(TRY(json.string_field("text")), translations.value_or(""));
    return {};
}
base::Result<void> read(const json::Value& json, domain::Occurrence& into) {
    into.on = TRY(base::LocalDate::parse(TRY(json.string_field("on"))));
    if (const auto at = TRY(json.optional_int64_field("at")))
        into.at = base::Timestamp::from_milliseconds(*at);
    if (const auto offset = TRY(json.optional_int64_field("offset")))
        into.utc_offset_minutes = static_cast<int>(*offset);
    return {};
}
base::Result<void> read(const json::Value& json, domain::AmountBasis& into) {
    return read_name(json, domain::amount_basis_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::Flow& into) {
    return read_name(json, domain::flow_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::CommercialState& into) {
    return read_name(json, domain::commercial_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::MilestoneCode& into) {
    return read_name(json, domain::milestone_code_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::Party& into) {
    return read_name(json, domain::party_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::HoldReason& into) {
    return read_name(json, domain::hold_reason_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::OrderKind& into) {
    return read_name(json, domain::order_kind_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::Priority& into) {
    return read_name(json, domain::priority_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::ParcelStatus& into) {
    return read_name(json, domain::parcel_status_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::TrackingReason& into) {
    return read_name(json, domain::tracking_reason_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::InvoiceKind& into) {
    return read_name(json, domain::invoice_kind_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::InvoiceState& into) {
    return read_name(json, domain::invoice_state_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::RelationKind& into) {
    return read_name(json, domain::relation_kind_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, domain::DocumentKind& into) {
    return read_name(json, domain::document_kind_from(TRY(json.string())), into);
}
base::Result<void> read(const json::Value& json, QuantityKind& into) {
    return read_name(json, quantity_kind_from(TRY(json.string())), into);
}

template <typename Value>
base::Result<void> read(const json::Value& json, std::optional<Value>& into) {
    return read(json, into.emplace());
}

template <typename Fact, typename Value>
base::Result<void> read_field(const json::Value& object, const FactField<Fact, Value>& field, Fact& fact) {
    const auto value = TRY(object.optional_field(field.name));
    return value ? read(*value, fact.*field.member) : base::Result<void>{};
}

template <typename Fact>
base::Result<FactBody> read_fact(const json::Value& object) {
    Fact fact;
    base::Result<void> done;
    std::apply([&](const auto&... field) { ((done = done ? read_field(object, field, fact) : done), ...); },
               fields_of<Fact>());
    TRY(done);
    return FactBody(std::move(fact));
}

template <std::size_t Index = 0>
base::Result<FactBody> read_kind(std::string_view kind, const json::Value& object) {
    if constexpr (Index < kKinds.size()) {
        if (kKinds[Index] == kind) return read_fact<std::variant_alternative_t<Index, FactBody>>(object);
        return read_kind<Index + 1>(kind, object);
    } else {
        return base::fail(base::ErrorCode::corrupt, "a record has an unknown kind", std::string(kind));
    }
}

void set_subject(FactBody& body, const Subject& subject) {
    std::visit(
        [&subject](auto& fact) {
            if constexpr (requires { fact.order; }) {
                if (subject.kind == SubjectKind::order) fact.order = subject.number;
            }
            if constexpr (requires { fact.shipment; }) {
                if (subject.kind == SubjectKind::shipment) fact.shipment = subject.number;
            }
            if constexpr (requires { fact.parcel; }) {
                if (subject.kind == SubjectKind::parcel) fact.parcel = subject.number;
            }
            if constexpr (requires { fact.invoice; }) {
                if (subject.kind == SubjectKind::invoice) fact.invoice = subject.number;
            }
        },
        body);
}

} // namespace

std::string_view kind_of(const FactBody& body) { return kKinds[body.index()]; }

std::string_view name_of(QuantityKind kind) { return kQuantityKinds[static_cast<std::size_t>(kind)]; }
std::optional<QuantityKind> quantity_kind_from(std::string_view name) {
    return find_name<QuantityKind>(kQuantityKinds, name);
}

std::string encode_content(const FactBody& body) {
    json::Writer json;
    json.begin_object();
    std::visit(
        [&json](const auto& fact) {
            using Body = std::remove_cvref_t<decltype(fact)>;
            std::apply(
                [&](const auto&... field) { (write_field(json, field.name, fact.*field.member), ...); },
                fields_of<Body>());
        },
        body);
    json.end_object();
    return json.take();
}

base::Result<FactBody> decode_content(std::string_view kind, std::string_view content,
                                      const Subject& subject) {
    const json::Document document = TRY(json::Document::parse(content));
    FactBody body = TRY(read_kind(kind, document.root()));
    set_subject(body, subject);
    return body;
}

} // namespace orderdeck::server::ingest
