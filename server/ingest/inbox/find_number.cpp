#include "server/ingest/inbox/find_number.h"

#include "server/persistence/sqlite/inbox/projection_rows.h"

#include <algorithm>

namespace orderdeck::server::ingest {

FindNumber numbers_in(Store& store) {
    return [&store](std::string_view number,
                    std::string_view account) -> base::Result<std::optional<KnownNumber>> {
        auto reader = TRY(store.read());
        const auto shipments = TRY(persistence::sqlite::ProjectionRows(*reader).tracked(number, account));
        if (shipments.empty() || shipments.front().account != shipments.back().account)
            return std::optional<KnownNumber>{};
        KnownNumber known{shipments.front().account, {}};
        for (const auto& shipment : shipments)
            known.shipped_on = std::max(known.shipped_on, shipment.shipped_on);
        return std::optional(std::move(known));
    };
}

} // namespace orderdeck::server::ingest
