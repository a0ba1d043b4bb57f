#pragma once

#include "server/ingest/projection/account_context.h"

#include <optional>
#include <string>

namespace orderdeck::server::ingest {

/// Brings the rows of one shipment (head, parcels, milestones, documents, and the scans of its numbers) in line with the
/// records. A shipment of which only links are known stays as a bare number. Scans are recorded about a number; they
/// belong to every shipment of the account that travels under it, whichever becomes known first. Returns the shipment's
/// id, absent when there is no such shipment any more.
base::Result<std::optional<domain::ShipmentId>> project_shipment(AccountContext& context,
                                                                 const std::string& number);

} // namespace orderdeck::server::ingest
