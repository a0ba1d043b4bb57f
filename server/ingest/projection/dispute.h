#pragma once

#include "server/ingest/projection/known_fact.h"

#include <string>
#include <vector>

namespace orderdeck::server::ingest {

/// Two rows of one message that state one field differently: a finding about the message.
struct Conflict {
    std::string field;
    std::int64_t inbox = 0; ///< of the fact that does not count
    std::int64_t file_line = 0;
    std::int64_t other_line = 0; ///< of the fact that counts
};

/// Two sources that state one field differently now: a contradiction about the order or shipment. Without another value the
/// other source owns the field and has not said it: what counts is inferred.
struct Disagreement {
    std::string key; ///< unique, with the other source, among the disagreements about one subject
    std::string field;
    std::string value; ///< as shown; counts
    const KnownFact* fact = nullptr;
    std::string other_value;
    const KnownFact* other = nullptr;
};

/// What was found while facts became one row.
struct Disputes {
    std::vector<Conflict> conflicts;
    std::vector<Disagreement> disagreements;
};

} // namespace orderdeck::server::ingest
