#include "server/ingest/projection/speakers.h"

#include "server/ingest/fact_content.h"
#include "server/ingest/projection/ownership.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace orderdeck::server::ingest {

void Speakers::add(const std::vector<KnownFact>& facts) {
    for (const KnownFact& fact : facts) {
        const KnownFact*& first = first_[fact.source->name.name];
        const bool is_earlier = first == nullptr || std::tie(fact.received_at, fact.key) <
                                                        std::tie(first->received_at, first->key);
        if (is_earlier) first = &fact;
    }
}

void Speakers::note_gap(const KnownFact& counts, std::string_view owned, std::string_view field,
                        std::string value, Disputes& disputes) const {
    const std::string_view kind = kind_of(counts.body);
    const auto owns = [&](const KnownFact& fact) {
        return ownership_rank(kind, owned, fact.source->name.kind) == 0;
    };
    if (owns(counts)) return;
    const auto found =
        std::find_if(first_.begin(), first_.end(), [&](const auto& each) { return owns(*each.second); });
    if (found == first_.end()) return;
    disputes.disagreements.push_back({.key = "gap/" + std::string(field),
                                      .field = std::string(field),
                                      .value = std::move(value),
                                      .fact = &counts,
                                      .other_value = {},
                                      .other = found->second});
}

bool is_marked_when_inferred(std::string_view field) {
    constexpr std::array<std::string_view, 5> kFields = {"placed", "valid_until", "commercial", "ordered",
                                                         "requested_on"};
    return std::find(kFields.begin(), kFields.end(), field) != kFields.end();
}

} // namespace orderdeck::server::ingest
