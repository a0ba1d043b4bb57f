#include "server/cli/demo/peppol_documents.h"

#include "server/cli/demo/fact_sink.h"
#include "server/cli/demo/ubl_writer.h"
#include "shared/base/hash.h"

#include <algorithm>
#include <map>
#include <utility>

namespace orderdeck::server::cli::demo {
namespace {

using domain::MilestoneCode;
using ingest::Fact;

constexpr std::string_view kAccount = "NORDKAI";
constexpr std::string_view kCustomerLocation = "4012345000009"; ///< GLN, as the mapping knows it
constexpr base::Duration kOnTheWay = base::Duration::minutes(6);

/// What the documents say of one despatch or one bill.
struct Despatch {
    const ingest::ShipmentFact* head = nullptr;
    std::optional<domain::Occurrence> shipped;
    std::map<std::string, const ingest::ShipmentLineFact*> lines;
};
struct Bill {
    const ingest::InvoiceFact* head = nullptr;
    std::vector<const ingest::InvoiceLineFact*> lines;
};

/// One order that is simple enough for documents without changes.
struct Deal {
    const ingest::OrderFact* order = nullptr;
    std::map<std::string, const ingest::LineFact*> lines;
    std::map<std::string, base::LocalDate> promises;
    std::optional<domain::Occurrence> confirmed;
    std::map<std::string, Despatch> despatches;
    std::map<std::string, Bill> bills;
    bool is_simple = true;
};

void read(Deal& deal, const Fact&, const ingest::OrderFact& fact) {
    deal.is_simple = deal.is_simple && deal.order == nullptr && fact.kind == domain::OrderKind::standard;
    deal.order = &fact;
}
void read(Deal& deal, const Fact& fact, const ingest::LineFact& line) {
    if (fact.origin.source != static_cast<std::size_t>(System::sales)) return;
    const ingest::LineFact*& known = deal.lines[line.line];
    const bool is_changed = known != nullptr && known->ordered != line.ordered;
    const bool is_plain = line.commercial != domain::CommercialState::cancelled &&
                          line.commercial != domain::CommercialState::confirmed_changed;
    deal.is_simple = deal.is_simple && !is_changed && is_plain;
    known = &line;
}
void read(Deal& deal, const Fact&, const ingest::PromiseFact& fact) {
    deal.is_simple = deal.is_simple && deal.promises.emplace(fact.line, fact.promised_on).second;
}
void read(Deal& deal, const Fact&, const ingest::MilestoneFact& fact) {
    if (fact.code == MilestoneCode::confirmed) deal.confirmed = fact.actual;
    if (fact.code == MilestoneCode::shipped) deal.despatches[fact.shipment].shipped = fact.actual;
}
void read(Deal& deal, const Fact&, const ingest::ShipmentFact& fact) {
    deal.despatches[fact.shipment].head = &fact;
}
void read(Deal& deal, const Fact&, const ingest::ShipmentLineFact& fact) {
    deal.is_simple = deal.is_simple && deal.despatches[fact.shipment].lines.emplace(fact.line, &fact).second;
}
void read(Deal& deal, const Fact&, const ingest::InvoiceFact& fact) {
    deal.is_simple = deal.is_simple && fact.kind == domain::InvoiceKind::invoice &&
                     fact.state == domain::InvoiceState::issued;
    deal.bills[fact.invoice].head = &fact;
}
void read(Deal& deal, const Fact&, const ingest::InvoiceLineFact& fact) {
    deal.bills[fact.invoice].lines.push_back(&fact);
}
void read(Deal& deal, const Fact&, const ingest::HoldFact&) { deal.is_simple = false; }
void read(Deal& deal, const Fact&, const ingest::RelationFact&) { deal.is_simple = false; }
template <typename Body>
void read(Deal&, const Fact&, const Body&) {}

/// Whether a system tells it that leaves it to the documents.
bool is_in_documents(const Deal& deal, const Fact& fact) {
    const auto is_sent = [&deal](const std::string& shipment) {
        const auto found = deal.despatches.find(shipment);
        return found != deal.despatches.end() && found->second.shipped.has_value();
    };
    if (const auto* head = std::get_if<ingest::ShipmentFact>(&fact.body)) return is_sent(head->shipment);
    if (const auto* link = std::get_if<ingest::ShipmentLineFact>(&fact.body)) return is_sent(link->shipment);
    if (const auto* milestone = std::get_if<ingest::MilestoneFact>(&fact.body))
        return fact.origin.source == static_cast<std::size_t>(System::warehouse) &&
               is_sent(milestone->shipment);
    return std::holds_alternative<ingest::InvoiceFact>(fact.body) ||
           std::holds_alternative<ingest::InvoiceLineFact>(fact.body);
}

class DealWriter {
public:
    DealWriter(const Deal& deal, base::Timestamp now, std::vector<SourceFile>& files)
        : deal_(deal), order_(*deal.order), now_(now), files_(files) {}

    void write() {
        write_order();
        if (deal_.confirmed) write_response();
        for (const auto& [number, despatch] : deal_.despatches) {
            if (despatch.head != nullptr && despatch.shipped) write_despatch(number, despatch);
        }
        for (const auto& [number, bill] : deal_.bills)
            write_bill(number, bill);
    }

private:
    static UblWriter begin(std::string_view document, std::string_view number,
                           const domain::Occurrence& issued) {
        UblWriter ubl(document);
        ubl.value("ID", number).moment("Issue", issued);
        return ubl;
    }

    static void put_customer(UblWriter& ubl, std::string_view role) {
        ubl.begin(role).begin("Party").value("EndpointID", kCustomerLocation, "schemeID", "0088").end().end();
    }

    void put_reference(UblWriter& ubl) const {
        ubl.begin("OrderReference").value("ID", order_.customer_reference.value_or(""));
        ubl.value("SalesOrderID", order_.order).end();
    }

    void put_amount(UblWriter& ubl, std::string_view name, std::int64_t minor) const {
        const std::string text = domain::Money{minor, *order_.currency}.to_string();
        ubl.value(name, text, "currencyID", order_.currency->code());
    }

    void put_item(UblWriter& ubl, const ingest::LineFact& line) const {
        ubl.value("ID", line.line);
        ubl.value("Quantity", line.ordered->to_string(), "unitCode", line.unit.value_or("C62"));
        put_amount(ubl, "LineExtensionAmount", line.amount_minor.value_or(0));
    }

    void keep(UblWriter& ubl, std::string_view kind, std::string_view number, base::Timestamp issued) const {
        SourceFile file;
        file.name = "peppol_" + std::string(kind) + "_" + std::string(number) + ".xml";
        file.mapping = "demo_peppol";
        file.received = std::min(now_, issued + kOnTheWay);
        file.bytes = ubl.take();
        file.rows = 1;
        files_.push_back(std::move(file));
    }

    void write_order() const {
        UblWriter ubl = begin("Order", order_.customer_reference.value_or(""), *order_.placed);
        ubl.value("SalesOrderID", order_.order).value("DocumentCurrencyCode", order_.currency->code());
        put_customer(ubl, "BuyerCustomerParty");
        for (const auto& [number, line] : deal_.lines) {
            ubl.begin("OrderLine").begin("LineItem");
            put_item(ubl, *line);
            ubl.begin("Delivery").begin("RequestedDeliveryPeriod");
            ubl.value("EndDate", line->requested_on->to_string()).end().end();
            ubl.begin("Price").value("PriceAmount", line->unit_price->to_string(), "currencyID",
                                     order_.currency->code());
            ubl.end().begin("Item").value("Name", line->item->text).begin("SellersItemIdentification");
            ubl.value("ID", line->sku.value_or("")).end().end().end().end();
        }
        keep(ubl, "order", order_.order, *order_.placed->at);
    }

    void write_response() const {
        UblWriter ubl = begin("OrderResponse", "OR-" + order_.order.substr(3), *deal_.confirmed);
        ubl.value("OrderResponseCode", "AP").value("SalesOrderID", order_.order);
        ubl.value("DocumentCurrencyCode", order_.currency->code());
        put_reference(ubl);
        put_customer(ubl, "BuyerCustomerParty");
        for (const auto& [number, line] : deal_.lines) {
            ubl.begin("OrderLine").begin("LineItem");
            put_item(ubl, *line);
            ubl.value("LineStatusCode", "5").end().end();
        }
        keep(ubl, "order_response", order_.order, *deal_.confirmed->at);
    }

    void write_despatch(const std::string& number, const Despatch& despatch) const {
        UblWriter ubl = begin("DespatchAdvice", number, *despatch.shipped);
        put_reference(ubl);
        put_customer(ubl, "DeliveryCustomerParty");
        const ingest::ShipmentFact& head = *despatch.head;
        ubl.begin("Shipment").value("ID", number);
        ubl.value("TotalTransportHandlingUnitQuantity", std::to_string(head.parcels.value_or(1)));
        ubl.begin("Consignment").begin("CarrierParty").begin("PartyName");
        ubl.value("Name", head.carrier.value_or("")).end().end().end();
        ubl.begin("ShipmentStage").value("TransportModeCode", head.mode == "ocean" ? "1" : "4").end();
        ubl.begin("Delivery").value("TrackingID", head.tracking_number.value_or(""));
        ubl.begin("DeliveryAddress").value("CityName", head.destination.value_or("")).end();
        ubl.begin("Despatch").moment("ActualDespatch", *despatch.shipped);
        ubl.begin("DespatchAddress").value("CityName", head.origin.value_or("")).end().end().end().end();
        for (const auto& [line, link] : despatch.lines) {
            ubl.begin("DespatchLine").value("ID", line);
            ubl.value("DeliveredQuantity", link->quantity.to_string(), "unitCode", "C62");
            ubl.begin("OrderLineReference").value("LineID", line).end().end();
        }
        keep(ubl, "despatch_advice", number, *despatch.shipped->at);
    }

    void write_bill(const std::string& number, const Bill& bill) const {
        const domain::Occurrence issued = at_house(*bill.head->issued_on, 11 * 60);
        UblWriter ubl = begin("Invoice", number, issued);
        ubl.value("DueDate", bill.head->due_on->to_string()).value("InvoiceTypeCode", "380");
        ubl.value("DocumentCurrencyCode", order_.currency->code());
        put_reference(ubl);
        put_customer(ubl, "AccountingCustomerParty");
        ubl.begin("LegalMonetaryTotal");
        put_amount(ubl, "PayableAmount", bill.head->total_minor.value_or(0));
        ubl.end();
        for (const ingest::InvoiceLineFact* line : bill.lines) {
            ubl.begin("InvoiceLine").value("ID", line->line);
            ubl.value("InvoicedQuantity", line->quantity.to_string(), "unitCode", "C62");
            put_amount(ubl, "LineExtensionAmount", line->amount_minor.value_or(0));
            ubl.begin("OrderLineReference").value("LineID", line->line).end().end();
        }
        keep(ubl, "invoice", number, *issued.at);
    }

    const Deal& deal_;
    const ingest::OrderFact& order_;
    base::Timestamp now_;
    std::vector<SourceFile>& files_;
};

bool is_over_peppol(const Deal& deal, const std::string& account) {
    constexpr std::uint64_t kOrdersForOne = 2;
    // Orders of the archive have no dates of their own.
    if (!deal.is_simple || deal.order == nullptr || account != kAccount || !deal.confirmed) return false;
    return base::Hash64().append(deal.order->order).value() % kOrdersForOne == 0;
}

} // namespace

std::optional<std::vector<Fact>> PeppolDocuments::take_over(const std::vector<Fact>& facts) {
    if (facts.empty() || facts.front().account != kAccount) return std::nullopt;
    Deal deal;
    for (const Fact& fact : facts)
        std::visit([&](const auto& body) { read(deal, fact, body); }, fact.body);
    if (!is_over_peppol(deal, facts.front().account)) return std::nullopt;
    DealWriter(deal, now_, files_).write();
    std::vector<Fact> rest;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(rest),
                 [&deal](const Fact& fact) { return !is_in_documents(deal, fact); });
    return rest;
}

std::vector<SourceFile> PeppolDocuments::take() { return std::exchange(files_, {}); }

} // namespace orderdeck::server::cli::demo
