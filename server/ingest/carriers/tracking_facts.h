#pragma once

#include "server/ingest/carriers/carrier_answer.h"
#include "server/ingest/facts.h"

#include <string>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// To whom a tracking number belongs; found out elsewhere.
struct ParcelOwner {
    std::string account;  ///< code
    std::string shipment; ///< number; empty while no shipment is known to carry the parcel
};

/// One parcel of an answer as facts: its scans, the carrier's forecast and, where the shipment is known, the number under
/// which another carrier goes on. The same scan told again, in whatever payload, has the same key; a payload that tells
/// one scan twice gives it once. Telephones and names of couriers are hidden: the customer reads the facts, the payload
/// stays in the inbox. `source` is the index of the carrier's system in the batch.
std::vector<Fact> tracking_facts(const ParsedParcel& parcel, const ParcelOwner& owner, std::size_t source,
                                 base::Timestamp received);

} // namespace orderdeck::server::ingest::carriers
