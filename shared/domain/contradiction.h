#pragma once

#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <optional>
#include <string>

namespace orderdeck::domain {

/// Two statements about one field that cannot both be true. The one that counts by the ownership rules is shown, the
/// other is not lost: "quantity: 100 (sales), 90 (warehouse)".
struct Contradiction {
    ContradictionId id;
    std::optional<OrderId> order; ///< set where `shipment` is not
    std::optional<LineId> line;
    std::optional<ShipmentId> shipment;
    std::string field; ///< "ordered", "promised_on", "carrier" ...: the names of the facts' fields
    std::string value; ///< as the record writes it; counts
    SourceId source;
    std::string other_value;
    SourceId other_source;
    base::Timestamp received_at; ///< when the later of the two became known
};

} // namespace orderdeck::domain
