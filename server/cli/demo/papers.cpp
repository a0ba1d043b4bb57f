#include "server/cli/demo/order_story.h"

namespace orderdeck::server::cli::demo {
namespace {

using domain::DocumentKind;
using domain::Party;

struct Paper {
    DocumentKind kind;
    std::string_view prefix; ///< of its numbers
    Party owed_by;
    int days; ///< after the goods have left
};

constexpr Paper kPapers[] = {
    {DocumentKind::commercial_invoice, "CI", Party::us, 0},
    {DocumentKind::packing_list, "PL", Party::us, 0},
    {DocumentKind::export_declaration, "ED", Party::us, 1},
    {DocumentKind::certificate_of_origin, "CO", Party::us, 3},
};

constexpr int kDaysOfALatePaper = 24;

/// Who insures and who clears the import depends on the Incoterm.
std::vector<Paper> papers_of(const OrderPlan& order) {
    std::vector<Paper> papers(std::begin(kPapers), std::end(kPapers));
    const bool is_ocean = order.route->mode == "ocean";
    papers.push_back({is_ocean ? DocumentKind::bill_of_lading : DocumentKind::air_waybill,
                      is_ocean ? "BL" : "AWB", Party::carrier, 2});
    const std::string_view term = order.incoterm();
    if (term == "CIF" || term == "CIP")
        papers.push_back({DocumentKind::insurance_policy, "IP", Party::us, 1});
    papers.push_back({DocumentKind::import_entry, "IE", term == "DDP" ? Party::us : Party::customer,
                      order.route->transit_days - 1});
    return papers;
}

} // namespace

void tell_papers(FactSink& sink, Dice& dice, const OrderPlan& order, const ShipmentPlan& shipment) {
    if (order.flow != domain::Flow::export_order || order.is_archived) return;
    // One paper of some shipments is late; the customs wait for it.
    const bool is_missing_one = dice.chance(12);
    for (const Paper& paper : papers_of(order)) {
        if (!sink.has_happened(shipment.shipped)) return;
        ingest::DocumentFact fact;
        fact.shipment = shipment.number;
        fact.kind = paper.kind;
        fact.required = true;
        fact.owed_by = paper.owed_by;
        fact.due_on = shipment.shipped.on.plus_days(paper.days + 2);
        const bool is_late = is_missing_one && paper.kind == DocumentKind::certificate_of_origin;
        const domain::Occurrence received =
            at_house(shipment.shipped.on.plus_days(paper.days + (is_late ? kDaysOfALatePaper : 0)), 17 * 60);
        if (sink.has_happened(received)) fact.received_on = received.on;
        if (fact.received_on) fact.number = std::string(paper.prefix) + "-" + shipment.number.substr(3);
        const base::Timestamp said = fact.received_on ? *received.at : *shipment.shipped.at;
        sink.add(System::carrier, std::string(domain::name_of(paper.kind)), said, 30, std::move(fact));
    }
}

} // namespace orderdeck::server::cli::demo
