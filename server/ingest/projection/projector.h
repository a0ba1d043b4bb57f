#pragma once

#include "server/ingest/projection/account_context.h"
#include "server/ingest/projection/transit_projection.h"

#include <set>
#include <span>

namespace orderdeck::server::ingest {

/// Brings the typed rows of subjects in line with their records, and then the summaries of every order concerned: those
/// projected and those that share a projected shipment or invoice.
class Projector {
public:
    explicit Projector(AccountContext& context) : context_(context), transit_(context) {}

    base::Result<void> project(const std::set<Subject>& subjects);

    /// Orders whose summary was derived anew.
    std::size_t order_count() const { return orders_.size(); }

private:
    base::Result<void> project_shipments(const std::set<Subject>& subjects);
    /// Returns the orders that the invoices bill.
    base::Result<std::set<domain::OrderId>> project_invoices(const std::set<Subject>& subjects);
    base::Result<std::set<std::string>> numbers_of(const std::set<domain::OrderId>& orders);
    base::Result<void> summarise(std::span<const domain::OrderId> orders);
    base::Result<void> finish_transit();

    AccountContext& context_;
    TransitProjection transit_;
    std::set<domain::ShipmentId> shipments_;
    std::set<domain::OrderId> orders_;
};

} // namespace orderdeck::server::ingest
