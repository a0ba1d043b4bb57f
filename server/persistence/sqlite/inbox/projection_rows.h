#pragma once

#include "server/persistence/owner.h"
#include "shared/base/timestamp.h"
#include "shared/domain/account.h"
#include "shared/domain/ids.h"
#include "shared/domain/usual_arrival.h"
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
    IdsByKey invoice_lines;
    IdsByKey payments;
    IdsByKey instalments;
    IdsByKey operations;
    IdsByKey relations;
    IdsByKey documents;
    IdsByKey contradictions;
};

/// What is stored of one shipment.
struct StoredShipment {
    domain::ShipmentId id;
    std::optional<domain::UsualArrival> usual;
    std::optional<base::Duration> usual_gap;
    IdsByKey milestones;
    IdsByKey parcels; ///< by number
    IdsByKey tracking_events;
    IdsByKey documents;
    IdsByKey contradictions;
};

/// What is stored of one invoice, but for its lines, which belong to the orders.
struct StoredInvoice {
    domain::InvoiceId id;
    IdsByKey payments;
};

/// A shipment that travels under a number.
struct TrackedShipment {
    std::string account; ///< code
    std::optional<base::LocalDate> shipped_on;
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
    base::Result<std::optional<StoredInvoice>> invoice(Owner owner, std::string_view number);
    base::Result<std::optional<domain::InvoiceId>> invoice_id(Owner owner, std::string_view number);
    base::Result<std::optional<StoredItem>> item(Owner owner, std::string_view sku, std::string_view name);
    base::Result<std::optional<StoredSource>> source(Owner owner, std::int64_t system);

    /// Items that no line names.
    base::Result<std::vector<std::int64_t>> unused_items(Owner owner);

    /// The orders that have a line in the shipment.
    base::Result<std::vector<domain::OrderId>> orders_in(domain::AccountId root, domain::ShipmentId shipment);
    /// The orders that the invoice bills.
    base::Result<std::vector<domain::OrderId>> orders_on(domain::AccountId root, domain::InvoiceId invoice);
    /// Numbers of the account's shipments that travel under a tracking number, or have a parcel that does.
    base::Result<std::vector<std::string>> shipments_tracked_by(Owner owner, std::string_view number);
    /// The codes of all customers' accounts with a shipment or parcel of this tracking number.
    base::Result<std::vector<std::string>> accounts_tracking(std::string_view number);
    /// When the shipments left that have this tracking number, or a parcel of it, by the codes of their accounts; nothing
    /// where that is not known. `account` is a code; empty: of all customers.
    base::Result<std::vector<TrackedShipment>> tracked(std::string_view number, std::string_view account);
    /// Numbers of all stored orders, shipments and invoices of one account.
    base::Result<std::vector<std::string>> order_numbers(Owner owner);
    base::Result<std::vector<std::string>> shipment_numbers(Owner owner);
    base::Result<std::vector<std::string>> invoice_numbers(Owner owner);
    /// The number of a row of sales_order, shipment or invoice, if there is such a row.
    base::Result<std::optional<std::string>> number_of(std::string_view table, domain::AccountId root,
                                                       std::int64_t id);

private:
    base::Result<IdsByKey> ids(std::string_view table, std::string_view key, std::string_view subject,
                               domain::AccountId root, std::int64_t id);
    base::Result<std::optional<std::int64_t>> id_of(std::string_view table, Owner owner,
                                                    std::string_view number);
    base::Result<std::vector<domain::OrderId>> orders_linked(std::string_view table, std::string_view key,
                                                             domain::AccountId root, std::int64_t id);
    base::Result<std::vector<std::string>> numbers(std::string_view table, Owner owner);

    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
