#include "server/ingest/ubl/readers/line_item.h"

#include <algorithm>

namespace orderdeck::server::ingest::ubl {
namespace {

/// The price of one unit: documents may name that of a hundred. Left out where it has no exact value.
std::optional<domain::Quantity> unit_price(Reading& reading, const Element& item,
                                           std::optional<domain::Currency> currency) {
    const Element* stated = item.at({"Price", "PriceAmount"});
    if (stated != nullptr && !reading.is_in(currency, *stated)) return std::nullopt;
    const auto price = reading.quantity(item, {"Price", "PriceAmount"});
    const auto base = reading.quantity(item, {"Price", "BaseQuantity"});
    if (!price || !base || *base == domain::Quantity::from_units(1)) return price;
    constexpr std::int64_t kScale = domain::Quantity::kScale;
    const std::int64_t units = base->micro() / kScale;
    if (units > 0 && base->micro() % kScale == 0 && price->micro() % units == 0)
        return domain::Quantity::from_micro(price->micro() / units);
    reading.report(Severity::info, "inexact_price",
                   "the price is that of " + base->to_string() +
                       " units, which has no exact value for one; the amount of the line counts",
                   *item.at({"Price", "BaseQuantity"}));
    return std::nullopt;
}

} // namespace

void read_item(Reading& reading, const Element& item, LineFact& fact) {
    fact.sku = reading.text(item, {"SellersItemIdentification", "ID"});
    fact.customer_reference = reading.text(item, {"BuyersItemIdentification", "ID"});
    if (!fact.sku) fact.sku = fact.customer_reference;
    if (!fact.sku) fact.sku = reading.text(item, {"StandardItemIdentification", "ID"});
    auto name = reading.text(item, {"Name"});
    if (!name) name = reading.text(item, {"Description"});
    if (name) fact.item = domain::LocalizedText{.text = std::move(*name), .translations = {}};
    fact.origin_country = reading.text(item, {"OriginCountry", "IdentificationCode"});
    for (const Element* classification : item.all("CommodityClassification")) {
        const Element* code = classification->child("ItemClassificationCode");
        if (code != nullptr && code->attribute("listID") == "HS" && !code->text.empty())
            fact.hs_code = code->text;
    }
}

LineFact read_line_item(Reading& reading, const Element& item, std::optional<domain::Currency> currency) {
    LineFact fact;
    if (const Element* article = item.child("Item")) read_item(reading, *article, fact);
    fact.ordered = reading.quantity(item, {"Quantity"});
    if (const Element* quantity = item.child("Quantity");
        quantity && !quantity->attribute("unitCode").empty())
        fact.unit = std::string(quantity->attribute("unitCode"));
    fact.unit_price = unit_price(reading, item, currency);
    fact.amount_minor = reading.amount(item, {"LineExtensionAmount"}, currency);
    fact.requested_on = reading.end_of(item, {"Delivery", "RequestedDeliveryPeriod"});
    if (!fact.requested_on)
        fact.requested_on = reading.end_of(reading.document(), {"Delivery", "RequestedDeliveryPeriod"});
    return fact;
}

std::optional<base::LocalDate> promised_on(Reading& reading, const Element& line_item) {
    std::optional<base::LocalDate> last;
    for (const Element* delivery : line_item.all("Delivery")) {
        const auto end = reading.end_of(*delivery, {"PromisedDeliveryPeriod"});
        if (end) last = std::max(last.value_or(*end), *end);
    }
    return last;
}

} // namespace orderdeck::server::ingest::ubl
