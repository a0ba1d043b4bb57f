#pragma once

#include "server/persistence/owner.h"
#include "shared/base/timestamp.h"
#include "shared/domain/account.h"
#include "shared/domain/ids.h"
#include "shared/storage/database.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// Row ids under which the facts of one subject are already stored, by natural key. Line scoped keys are prefixed with
/// the line's number by the caller.
using IdsByKey = std::map<std::string, std::int64_t, std::less<>>;

/// What is stored of one order.
struct StoredOrder {
    domain::OrderId id;
    IdsByKey lines;                                                               ///< by line number
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> shipment_lines; ///< by (line, shipment)
    IdsByKey milestones;
    IdsByKey promises;
    IdsByKey holds;
};

/// What is stored of one shipment.
struct StoredShipment {
    domain::ShipmentId id;
    IdsByKey milestones;
};

struct StoredItem {
    domain::ItemId id;
    std::string translations;
};

struct StoredSource {
    domain::SourceId id;
    base::Timestamp last_received_at;
};

/// Finds the rows that a projection made before, so that they keep their ids. For writers, inside their transaction.
class ProjectionRows {
public:
    explicit ProjectionRows(storage::Database& database) : database_(database) {}

    base::Result<std::optional<StoredOrder>> order(Owner owner, std::string_view number);
    base::Result<std::optional<StoredShipment>> shipment(Owner owner, std::string_view number);
    base::Result<std::optional<domain::ShipmentId>> shipment_id(Owner owner, std::string_view number);
    base::Result<std::optional<StoredItem>> item(Owner owner, std::string_view sku, std::string_view name);
    base::Result<std::optional<StoredSource>> source(Owner owner, std::int64_t system);

    /// The orders that have a line in the shipment.
    base::Result<std::vector<domain::OrderId>> orders_in(domain::AccountId root, domain::ShipmentId shipment);
    /// Numbers of all stored orders and shipments of one account.
    base::Result<std::vector<std::string>> order_numbers(Owner owner);
    base::Result<std::vector<std::string>> shipment_numbers(Owner owner);

private:
    base::Result<IdsByKey> ids(std::string_view table, std::string_view key, std::string_view subject,
                               domain::AccountId root, std::int64_t id);
    base::Result<std::vector<std::string>> numbers(std::string_view table, Owner owner);

    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
