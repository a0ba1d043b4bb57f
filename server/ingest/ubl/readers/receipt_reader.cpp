#include "server/ingest/ubl/readers/readers.h"
#include "shared/base/text.h"

#include <set>

namespace orderdeck::server::ingest::ubl {
namespace {

/// The shipments that the advice receives, by the numbers of their despatch advices.
std::set<std::string> shipments_of(const Reading& reading) {
    std::set<std::string> shipments;
    const Element& document = reading.document();
    for (const Element* reference : document.all("DespatchDocumentReference"))
        if (const auto number = reading.text(*reference, {"ID"})) shipments.insert(*number);
    for (const Element* line : document.all("ReceiptLine"))
        for (const Element* reference : line->all("DespatchLineReference"))
            if (const auto number = reading.text(*reference, {"DocumentReference", "ID"}))
                shipments.insert(*number);
    return shipments;
}

void add_shipment(Reading& reading, const std::string& shipment) {
    const Element& document = reading.document();
    MilestoneFact received;
    received.shipment = shipment;
    received.code = domain::MilestoneCode::received;
    received.actual = reading.head().issued;
    if (received.actual) reading.add("received/" + shipment, std::move(received), document);
    const Element* delivery = document.at({"Shipment", "Delivery"});
    if (delivery == nullptr) return;
    MilestoneFact delivered;
    delivered.shipment = shipment;
    delivered.code = domain::MilestoneCode::delivered;
    delivered.actual = reading.occurrence(*delivery, "ActualDeliveryDate", "ActualDeliveryTime");
    if (delivered.actual) reading.add("delivered/" + shipment, std::move(delivered), *delivery);
}

/// "ShortQuantity: 10, RejectReason: damaged": what the customer says is wrong, in the words of the document.
std::string complaint_of(Reading& reading, const Element& line) {
    std::vector<std::string> parts;
    for (const std::string_view name : {"ShortQuantity", "RejectedQuantity", "OversupplyQuantity"}) {
        const auto quantity = reading.quantity(line, {name});
        if (quantity && quantity->is_positive())
            parts.push_back(std::string(name) + ": " + quantity->to_string());
    }
    for (const std::string_view name : {"ShortageActionCode", "RejectReason", "OversupplyReason"})
        if (const auto reason = reading.text(line, {name}))
            parts.push_back(std::string(name) + ": " + *reason);
    return base::join(parts, ", ");
}

/// Each advice states its own part: milestones with quantities add up, counters would not.
void add_line(Reading& reading, const Element& line, const OrderLine& about) {
    const auto quantity = reading.quantity(line, {"ReceivedQuantity"});
    MilestoneFact fact;
    fact.order = about.order;
    fact.line = about.line;
    fact.code = domain::MilestoneCode::received;
    fact.actual = reading.occurrence(line, "ReceivedDate", "ReceivedTime");
    if (!fact.actual) fact.actual = reading.head().issued;
    fact.quantity = quantity;
    fact.note = complaint_of(reading, line);
    if (quantity && fact.actual)
        reading.add(std::string(line.text_at({"ID"})) + "/received", std::move(fact), line);
}

} // namespace

base::Result<void> read_receipt_advice(Reading& reading) {
    const Element& document = reading.document();
    const auto shipments = shipments_of(reading);
    bool names_line = false;
    for (const Element* line : document.all("ReceiptLine")) {
        const OrderLine about = reading.order_line(*line);
        if (!about.order.empty() && !about.line.empty()) {
            add_line(reading, *line, about);
            names_line = true;
            continue;
        }
        const std::string complaint = complaint_of(reading, *line);
        reading.report(complaint.empty() ? Severity::info : Severity::warning, "no_order_line",
                       "line " + std::string(line->text_at({"ID"})) + " of the advice names no order line" +
                           (complaint.empty() ? std::string{} : " (" + complaint + ")") +
                           "; only the receipt of the shipment was taken",
                       *line);
    }
    if (shipments.empty() && !names_line)
        return base::fail(base::ErrorCode::invalid, "the receipt names neither a despatch advice nor an "
                                                    "order line: nobody can tell what was received");
    for (const std::string& shipment : shipments)
        add_shipment(reading, shipment);
    return {};
}

} // namespace orderdeck::server::ingest::ubl
