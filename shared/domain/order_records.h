#pragma once

#include "shared/domain/billing.h"
#include "shared/domain/contradiction.h"
#include "shared/domain/document.h"
#include "shared/domain/operation.h"
#include "shared/domain/order.h"
#include "shared/domain/relation.h"
#include "shared/domain/shipment.h"
#include "shared/domain/tracking.h"

#include <vector>

namespace orderdeck::domain {

/// Everything that is known about one order: the input of `summarise` and of the explanation. Shipments are
/// those that carry at least one of its lines; `shipment_lines` holds only this order's links, and
/// `milestones` those of the order, its lines and these shipments. Invoices are likewise those that bill it, with only
/// its own invoice lines; `relations` are those that this order states.
struct OrderRecords {
    Order order;
    std::vector<Line> lines;
    std::vector<Shipment> shipments;
    std::vector<ShipmentLine> shipment_lines;
    std::vector<Milestone> milestones;
    std::vector<PromiseRevision> promises;
    std::vector<Hold> holds;
    std::vector<Parcel> parcels;
    std::vector<TrackingEvent> tracking_events;
    std::vector<Invoice> invoices;
    std::vector<InvoiceLine> invoice_lines;
    std::vector<Payment> payments;
    std::vector<Instalment> instalments;
    std::vector<Relation> relations;
    std::vector<Document> documents;
    std::vector<Operation> operations;
    std::vector<Contradiction> contradictions;
};

} // namespace orderdeck::domain
