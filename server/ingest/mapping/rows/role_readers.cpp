#include "server/ingest/mapping/rows/role_readers.h"

#include "server/ingest/mapping/rows/roles.h"
#include "server/ingest/mapping/rows/unit_codes.h"
#include "shared/base/parse_number.h"

namespace orderdeck::server::ingest::mapping {
namespace {

std::optional<base::LocalDate> day_of(const RowCells& cells, const std::optional<ValueSource>& source) {
    if (!source) return std::nullopt;
    const auto occurrence = cells.date(*source);
    return occurrence ? std::optional(occurrence->on) : std::nullopt;
}

std::string text_of(const RowCells& cells, const std::optional<ValueSource>& source) {
    return source ? cells.text(*source).value_or("") : std::string();
}

} // namespace

std::optional<domain::Currency> currency_from(std::string_view code) {
    auto currency = domain::Currency::parse(code);
    if (!currency) return std::nullopt;
    return *currency;
}

domain::Currency currency_of(const RowCells& cells, const FieldRoles& fields) {
    return Roles(cells, fields).choice("currency", currency_from).value_or(domain::Currency{});
}

std::vector<std::pair<std::string, std::string>> translations_of(const RowCells& cells,
                                                                 const Translations& sources) {
    std::vector<std::pair<std::string, std::string>> translations;
    for (const auto& [language, source] : sources) {
        if (auto text = cells.text(source)) translations.emplace_back(language, std::move(*text));
    }
    return translations;
}

OrderFact read_order(const RowCells& cells, const FieldRoles& fields) {
    const Roles roles(cells, fields);
    OrderFact fact;
    fact.customer_reference = roles.text("customer_reference");
    fact.project = roles.text("project");
    fact.placed = roles.date("placed");
    fact.currency = roles.choice("currency", currency_from);
    fact.amount_basis = roles.choice("amount_basis", domain::amount_basis_from);
    fact.flow = roles.choice("flow", domain::flow_from);
    fact.incoterm = roles.text("incoterm");
    fact.incoterm_place = roles.text("incoterm_place");
    fact.ship_to = roles.text("ship_to");
    fact.payment_terms = roles.text("payment_terms");
    if (const auto offset = roles.whole_number("delivery_utc_offset_minutes"))
        fact.delivery_utc_offset_minutes = static_cast<int>(*offset);
    fact.kind = roles.choice("kind", domain::order_kind_from);
    fact.priority = roles.choice("priority", domain::priority_from);
    fact.valid_until = roles.day("valid_until");
    return fact;
}

LineFact read_line(const RowCells& cells, const LineRoles& line, domain::Currency currency) {
    const Roles roles(cells, line.fields);
    LineFact fact;
    fact.sku = roles.text("sku");
    if (auto item = roles.text("item"))
        fact.item = domain::LocalizedText{.text = *item, .translations = translations_of(cells, line.items)};
    fact.customer_reference = roles.text("customer_reference");
    fact.commercial = roles.choice("commercial", domain::commercial_from);
    fact.ordered = roles.number("ordered");
    if (const auto unit = roles.text("unit")) fact.unit = unit_code(*unit);
    fact.unit_price = roles.number("unit_price");
    fact.amount_minor = roles.amount("amount", currency);
    fact.requested_on = roles.day("requested_on");
    fact.hs_code = roles.text("hs_code");
    fact.origin_country = roles.text("origin_country");
    return fact;
}

ShipmentFact read_shipment(const RowCells& cells, const FieldRoles& fields) {
    const Roles roles(cells, fields);
    ShipmentFact fact;
    fact.carrier = roles.text("carrier");
    fact.tracking_number = roles.text("tracking_number");
    fact.mode = roles.text("mode");
    fact.parcels = roles.whole_number("parcels");
    fact.origin = roles.text("origin");
    fact.destination = roles.text("destination");
    return fact;
}

std::optional<PromiseFact> read_promise(const RowCells& cells, const PromiseRoles& roles) {
    const auto promised_on = cells.date(roles.promised_on);
    if (!promised_on) return std::nullopt;
    PromiseFact fact;
    fact.promised_on = promised_on->on;
    if (const auto stated = roles.stated_on ? cells.date(*roles.stated_on) : std::nullopt)
        fact.stated_at = stated->at.value_or(base::Timestamp::at_start_of(stated->on));
    fact.reason = text_of(cells, roles.reason);
    const std::string party = text_of(cells, roles.party);
    fact.party = domain::party_from(party).value_or(domain::Party::unknown);
    if (!party.empty() && !domain::party_from(party))
        cells.report(*roles.party, Severity::warning, "bad_word",
                     "\"" + party +
                         "\" is no party; give it one of our names under \"words\" in the mapping");
    return fact;
}

std::optional<MilestoneFact> read_milestone(const RowCells& cells, const MilestoneRoles& roles) {
    MilestoneFact fact;
    fact.code = roles.code;
    fact.planned = day_of(cells, roles.planned);
    fact.forecast = day_of(cells, roles.forecast);
    if (roles.actual) fact.actual = cells.date(*roles.actual);
    if (roles.quantity) fact.quantity = cells.number(*roles.quantity);
    fact.place = text_of(cells, roles.place);
    fact.note = text_of(cells, roles.text);
    const std::string quoted = cells.note(roles.note);
    if (!fact.note.empty() && !quoted.empty()) fact.note += "; ";
    fact.note += quoted;
    if (!fact.planned && !fact.forecast && !fact.actual) return std::nullopt;
    return fact;
}

std::int64_t version_of(const RowCells& cells, const ValueSource& source) {
    const auto text = cells.text(source);
    if (!text) return 0;
    if (const auto number = base::parse_int(*text)) return *number;
    const auto date = cells.date(source);
    return date ? date->on.days() : 0;
}

} // namespace orderdeck::server::ingest::mapping
