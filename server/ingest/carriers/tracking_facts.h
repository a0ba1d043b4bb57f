#pragma once

#include "server/ingest/carriers/carrier_answer.h"
#include "server/ingest/facts.h"

#include <string>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// One parcel of an answer as facts: its scans and the carrier's forecast. The same scan told again, in whatever payload, has the same key; a payload that tells
/// one scan twice gives it once. Telephones and names of couriers are hidden: the customer reads the facts, the payload
/// stays in the inbox. `account` is a code, empty where nobody is known to have the number; `source` is the index of the
/// carrier's system in the batch.
std::vector<Fact> tracking_facts(const ParsedParcel& parcel, const std::string& account, std::size_t source,
                                 base::Timestamp received);

} // namespace orderdeck::server::ingest::carriers
