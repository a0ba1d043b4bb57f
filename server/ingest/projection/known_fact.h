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
    int rank = 0; ///< of the source among those that state such facts: 0 owns them

    /// Unique among all facts about one subject; the projected row keeps it and by it its id.
    std::string natural_key() const { return std::to_string(source->system) + "/" + key; }
};

/// Puts the facts that count first in front: lower rank, then higher version, then stated later; ties by source and key.
void sort_by_precedence(std::vector<KnownFact>& facts);

} // namespace orderdeck::server::ingest
