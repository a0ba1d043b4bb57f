#pragma once

#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <string>

namespace orderdeck::domain {

/// Who told us: a sales, production, warehouse, carrier or finance system as this customer sees it, with its age.
struct Source {
    SourceId id;
    std::string name;
    std::string kind;                 ///< "sales", "production", "warehouse", "carrier", "finance"
    base::Timestamp last_received_at; ///< when it last delivered anything about this customer
};

} // namespace orderdeck::domain
