#pragma once

#include "server/ingest/facts.h"
#include "server/persistence/sqlite/store.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace orderdeck::server::ingest {

/// Facts with an account each, and what those wait for that have none.
struct Addressed {
    std::optional<std::vector<Fact>> facts; ///< absent when all of the given facts name their accounts
    std::set<std::string> waits_for;
};

/// Finds the account for facts that leave it empty, as carriers do: the one with a shipment or parcel of the number. A
/// number that no account has, or several have, waits.
base::Result<Addressed> address(persistence::sqlite::Store& store, const std::vector<Fact>& facts);

} // namespace orderdeck::server::ingest
