#pragma once

#include "server/persistence/owner.h"
#include "shared/domain/tracking/transit_history.h"
#include "shared/storage/database.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// Changes of what is counted, by key of a lane and month of delivery.
using TransitChanges = std::map<std::pair<std::string, domain::TransitMonth>, domain::TransitCounts>;

/// A shipment whose estimate is to be made anew.
struct StaleEstimate {
    Owner owner;
    std::string shipment;
};

/// The history of transit times, of all customers together, and what each shipment has added to it. For writers, inside
/// their transaction.
class TransitRows {
public:
    explicit TransitRows(storage::Database& database) : database_(database) {}

    base::Result<bool> has_parts(domain::AccountId root);
    base::Result<std::optional<domain::TransitPart>> part(domain::AccountId root,
                                                          domain::ShipmentId shipment);
    base::Result<void> put_part(Owner owner, domain::ShipmentId shipment, const std::string& number,
                                const domain::TransitPart& part);
    base::Result<void> remove_part(domain::AccountId root, domain::ShipmentId shipment);

    /// All that is counted under the key in these months.
    base::Result<domain::TransitCounts> counts(const std::string& key, domain::TransitMonths months);
    /// Adds the changes; shipments on their way that were estimated from any of them become stale.
    base::Result<void> add(const TransitChanges& changes);
    /// Counts the history anew from the parts of all shipments, as `add` would have.
    base::Result<void> recount();

    /// At most `limit` stale estimates of one account.
    base::Result<std::vector<StaleEstimate>> stale(std::int64_t limit);
    base::Result<void> settle(const StaleEstimate& estimate);

private:
    base::Result<domain::TransitCounts> row(const std::string& key, domain::TransitMonth month);
    base::Result<void> put_row(const std::string& key, domain::TransitMonth month,
                               const domain::TransitCounts& counts);
    base::Result<TransitChanges> all_rows();
    base::Result<void> make_stale(const TransitChanges& changes);

    storage::Database& database_;
};

/// Notes what the shipment adds under every key of its lane, or takes away again.
enum class Told : std::uint8_t { added, taken_away };
void note(TransitChanges& changes, const domain::TransitPart& part, Told told);

} // namespace orderdeck::server::persistence::sqlite
