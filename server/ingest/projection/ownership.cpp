#include "server/ingest/projection/ownership.h"

#include "server/ingest/fact_content.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest {
namespace {

/// One rule: the kinds in the order in which they are believed, the owner first. The first rule that fits counts; "*"
/// fits every field.
struct Ownership {
    std::string_view fact;
    std::string_view field;
    std::string_view kinds;
};

constexpr std::string_view kSales = "sales production warehouse finance carrier customer";
constexpr std::string_view kProduction = "production sales warehouse carrier finance customer";
constexpr std::string_view kWarehouse = "warehouse carrier sales production finance customer";
constexpr std::string_view kCarrier = "carrier warehouse sales customer production finance";
constexpr std::string_view kFinance = "finance sales customer warehouse production carrier";
constexpr std::string_view kCustomer = "customer warehouse carrier sales production finance";

/// Price and terms are sales', planned dates production's, shipped quantities the warehouse's, transport events the
/// carrier's, money finance's, accepted quantities the customer's.
constexpr std::array kTable = std::to_array<Ownership>({
    {"order", "*", kSales},
    {"line", "origin_country", kProduction},
    {"line", "*", kSales},
    {"promise", "*", kSales},
    {"hold", "*", kSales},
    {"relation", "*", kSales},
    {"instalment", "*", kSales},
    {"document", "*", kSales},
    {"quantity", "produced", kProduction},
    {"quantity", "scrapped", kProduction},
    {"quantity", "inspected_good", kProduction},
    {"quantity", "inspected_bad", kProduction},
    {"quantity", "reserved", kWarehouse},
    {"quantity", "returned", kWarehouse},
    {"quantity", "replaced", kWarehouse},
    {"quantity", "accepted", kCustomer},
    {"quantity", "return_requested", kCustomer},
    {"quantity", "invoiced", kFinance},
    {"quantity", "credited", kFinance},
    {"quantity", "*", kSales},
    {"operation", "*", kProduction},
    {"shipment", "*", kWarehouse},
    {"shipment_line", "*", kWarehouse},
    {"parcel", "*", kWarehouse},
    {"tracking_event", "*", kCarrier},
    {"parcel_forecast", "*", kCarrier},
    {"invoice", "*", kFinance},
    {"invoice_line", "*", kFinance},
    {"payment", "*", kFinance},
    {"milestone", "scheduled", kProduction},
    {"milestone", "material_ready", kProduction},
    {"milestone", "in_production", kProduction},
    {"milestone", "produced", kProduction},
    {"milestone", "qc_passed", kProduction},
    {"milestone", "qc_failed", kProduction},
    {"milestone", "packed", kWarehouse},
    {"milestone", "shipped", kWarehouse},
    {"milestone", "returned", kWarehouse},
    {"milestone", "picked_up", kCarrier},
    {"milestone", "in_transit", kCarrier},
    {"milestone", "export_cleared", kCarrier},
    {"milestone", "customs_entered", kCarrier},
    {"milestone", "import_cleared", kCarrier},
    {"milestone", "out_for_delivery", kCarrier},
    {"milestone", "ready_for_pickup", kCarrier},
    {"milestone", "delivered", kCarrier},
    {"milestone", "received", kCustomer},
    {"milestone", "accepted", kCustomer},
    {"milestone", "deposit_paid", kFinance},
    {"milestone", "invoiced", kFinance},
    {"milestone", "paid", kFinance},
    {"milestone", "*", kSales},
});

std::string_view kinds_for(std::string_view fact, std::string_view field) {
    const auto* rule = std::find_if(kTable.begin(), kTable.end(), [&](const Ownership& each) {
        return each.fact == fact && (each.field == field || each.field == "*");
    });
    return rule == kTable.end() ? kSales : rule->kinds;
}

std::string_view field_of(const FactBody& body) {
    if (const auto* quantity = std::get_if<QuantityFact>(&body)) return name_of(quantity->kind);
    if (const auto* milestone = std::get_if<MilestoneFact>(&body)) return name_of(milestone->code);
    return "*";
}

} // namespace

int ownership_rank(std::string_view fact, std::string_view field, std::string_view source_kind) {
    std::string_view rest = kinds_for(fact, field);
    int rank = 0;
    for (; !rest.empty(); ++rank) {
        const std::size_t space = rest.find(' ');
        if (rest.substr(0, space) == source_kind) break;
        rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    }
    return rank;
}

int ownership_rank(const FactBody& body, std::string_view source_kind) {
    return ownership_rank(kind_of(body), field_of(body), source_kind);
}

} // namespace orderdeck::server::ingest
