#include "server/ingest/projection/known_fact.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::server::ingest {

void sort_by_precedence(std::vector<KnownFact>& facts) {
    // Systems are compared by name, for their ids depend on which delivered first.
    const auto before = [](const KnownFact& left, const KnownFact& right) {
        return std::tie(left.rank, right.version, right.stated_at, left.source->name.name, left.key) <
               std::tie(right.rank, left.version, left.stated_at, right.source->name.name, right.key);
    };
    std::sort(facts.begin(), facts.end(), before);
}

} // namespace orderdeck::server::ingest
