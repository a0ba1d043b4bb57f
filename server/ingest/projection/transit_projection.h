#pragma once

#include "server/ingest/projection/account_context.h"
#include "server/persistence/sqlite/inbox/transit_rows.h"
#include "shared/domain/order_records.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace orderdeck::server::ingest {

/// Keeps what shipments tell the history of transit times, and what the history tells about those on their way. An
/// estimate is made from months that are over (domain::months_before), so that a delivery changes none of today's; what
/// is told late makes the estimates stale that it concerns. So the same facts give the same rows in whatever order.
class TransitProjection {
public:
    explicit TransitProjection(AccountContext& context);

    /// Brings the order's shipments in line; the records get their estimates.
    base::Result<void> project(domain::OrderRecords& records);
    /// A shipment of which no order tells any more adds nothing.
    base::Result<void> forget(domain::ShipmentId shipment);
    /// Whether it was brought in line.
    bool has_seen(domain::ShipmentId shipment) const { return estimated_.count(shipment) != 0; }
    /// Writes what was told to the history.
    base::Result<void> finish();

private:
    using MonthOfKey = std::pair<std::string, domain::TransitMonth>;
    struct Estimate {
        std::optional<domain::UsualArrival> usual;
        std::optional<base::Duration> usual_gap;
    };

    base::Result<void> keep(const domain::Shipment& shipment, const std::optional<domain::TransitPart>& part);
    base::Result<void> estimate(domain::Shipment& shipment, const domain::ShipmentFacts& facts,
                                const std::optional<domain::TransitPart>& part);
    base::Result<std::optional<domain::TransitPart>> known_part(domain::ShipmentId shipment);

    AccountContext& context_;
    persistence::sqlite::TransitRows rows_;
    std::optional<bool> has_parts_; ///< of this customer; most have none at first
    persistence::sqlite::TransitChanges changes_;
    std::map<MonthOfKey, domain::TransitCounts> counts_; ///< by key and month of asking
    std::map<domain::ShipmentId, Estimate> estimated_;   ///< those that were brought in line
};

/// Makes stale estimates anew; returns how many synced rows were written.
base::Result<std::int64_t> estimate_anew(persistence::sqlite::Store& store, base::Timestamp now);

} // namespace orderdeck::server::ingest
