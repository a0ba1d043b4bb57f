#include "shared/domain/progress/order_facts.h"

namespace orderdeck::domain {

std::vector<ShipmentProgress> shipment_progress(const OrderRecords& records) {
    const OrderFacts facts(records);
    std::vector<ShipmentProgress> all;
    all.reserve(records.shipments.size());
    for (const Shipment& shipment : records.shipments) {
        const ShipmentFacts& known = facts.shipment(shipment.id);
        ShipmentProgress progress{.shipment = shipment.id,
                                  .stage = known.stage,
                                  .since = std::nullopt,
                                  .expected_on = known.expected_on,
                                  .usual = known.usual};
        if (known.evidence != nullptr) progress.since = known.evidence->actual;
        all.push_back(progress);
    }
    return all;
}

} // namespace orderdeck::domain
