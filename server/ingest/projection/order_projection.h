#pragma once

#include "server/ingest/projection/account_context.h"

#include <optional>
#include <string>

namespace orderdeck::server::ingest {

/// Brings the rows of one order (head, lines, links to shipments, milestones, promises, holds) in line with its
/// records. Facts about a line wait in the records until the line itself is known. Returns the order's id, absent when
/// there is no such order any more.
base::Result<std::optional<domain::OrderId>> project_order(AccountContext& context,
                                                           const std::string& number);

/// The same for a shipment's head and milestones. A shipment of which only links are known stays as a bare number.
base::Result<std::optional<domain::ShipmentId>> project_shipment(AccountContext& context,
                                                                 const std::string& number);

} // namespace orderdeck::server::ingest
