#pragma once

#include "server/ingest/projection/dispute.h"
#include "server/ingest/projection/subject_facts.h"

#include <map>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest {

/// The sources that speak about one order or shipment. A value is inferred when another of them owns its field and has not
/// said it: what nobody else could have said better is not marked.
class Speakers {
public:
    explicit Speakers(const std::vector<KnownFact>& facts) { add(facts); }
    /// The facts must outlive this.
    void add(const std::vector<KnownFact>& facts);

    /// Notes that `counts` states a value for a field in the owner's stead, if that is so. `owned` is the field of the fact's
    /// kind by which it is owned, `field` what people call it.
    void note_gap(const KnownFact& counts, std::string_view owned, std::string_view field, std::string value,
                  Disputes& disputes) const;

private:
    std::map<std::string, const KnownFact*> first_; ///< by the name of the source: what it said first
};

/// Whether people are told that a value of this field of an order or line is inferred: dates, quantities and states.
bool is_marked_when_inferred(std::string_view field);

} // namespace orderdeck::server::ingest
