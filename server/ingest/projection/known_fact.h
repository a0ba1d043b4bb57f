#pragma once

#include "server/ingest/facts.h"
#include "server/ingest/subject.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"
#include "server/persistence/sqlite/inbox/record_store.h"
#include "shared/domain/ids.h"

#include <string>
#include <vector>

namespace orderdeck::server::ingest {

/// A source system as one account sees it.
struct KnownSource {
    std::int64_t system = 0;
    SourceSystem name;
    domain::SourceId row; ///< in the synced table "source"
};

/// A fact that is kept as a record, with what decides whether it counts.
struct KnownFact {
    FactBody body;
    const KnownSource* source = nullptr;
    std::string key;
    std::int64_t version = 0;
    base::Timestamp received_at;
    base::Timestamp stated_at;
    std::int64_t inbox = 0;
    std::int64_t file_line = 0;

    /// Unique among all facts about one subject; the projected row keeps it and by it its id.
    std::string natural_key() const { return std::to_string(source->system) + "/" + key; }
};

/// 0 when a source of this kind owns such facts, more the further it is from owning them: prices and
/// terms belong to sales, produced quantities to production, shipped ones to the warehouse, accepted ones to the
/// customer, money to finance.
int ownership_rank(const FactBody& body, const std::string& source_kind);

/// Puts the facts that count first in front: owner, then higher version, then stated later; ties by source and key.
void sort_by_precedence(std::vector<KnownFact>& facts);

/// Two sources, or two rows of one message, that contradict each other in one field.
struct Conflict {
    std::string field;
    std::int64_t inbox = 0; ///< of the fact that does not count
    std::int64_t file_line = 0;
    std::int64_t other_line = 0; ///< of the fact that counts
};

/// One value for each field of a head: the first that states it, in order of precedence; later ones only fill gaps.
/// Fields that facts of one message state differently are reported. The facts are already sorted.
OrderFact merge_order(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts);
LineFact merge_line(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts);
ShipmentFact merge_shipment(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts);
InvoiceFact merge_invoice(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts);

} // namespace orderdeck::server::ingest
