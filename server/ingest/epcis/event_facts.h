#pragma once

#include "server/ingest/documents/code_table.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/documents/statement.h"
#include "server/ingest/epcis/event.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::server::ingest::epcis {

/// What an event is about, as far as we keep such things.
struct Subjects {
    std::optional<std::string> order;    ///< of a purchase order
    std::optional<std::string> shipment; ///< of a despatch advice
    std::vector<std::string> parcels;    ///< SSCCs; of an aggregation the outer one first
    std::vector<documents::Party> customers;

    bool empty() const { return !order && !shipment && parcels.empty(); }
    /// "order 4711, shipment 1152": for messages.
    std::string described() const;
};

Subjects subjects_of(const Event& event);

/// Rises where an event is declared an error, so that the declaration replaces what it said, whichever came first.
std::int64_t version_of(const Event& event);

/// Adds what the event says about its subjects, under keys of its eventID. Of an event that is declared an error the same
/// facts are added as statements of nothing. False when there is nothing to show.
bool add_facts(const Event& event, const Subjects& subjects, const documents::CodeTable& codes,
               documents::Statement& statement);

} // namespace orderdeck::server::ingest::epcis
