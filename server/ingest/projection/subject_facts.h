#pragma once

#include "server/ingest/projection/known_fact.h"

#include <map>
#include <string>
#include <vector>

namespace orderdeck::server::ingest {

/// Facts of one kind about one subject; those that count come first.
using Facts = std::vector<const KnownFact*>;

/// The facts about one order, sorted out.
struct OrderFacts {
    Facts heads;
    Facts milestones; ///< of the order as a whole
    Facts holds;      ///< of the order as a whole
    Facts invoice_lines;
    Facts payments;
    Facts instalments;
    Facts relations;
    Facts documents;
    struct AboutLine {
        Facts heads;
        Facts quantities;
        Facts promises;
        Facts links;
        Facts milestones;
        Facts holds;
        Facts operations;
    };
    std::map<std::string, AboutLine> lines;
};

OrderFacts sort_out(const std::vector<KnownFact>& facts);

/// Those with one kind of body.
template <typename Fact>
Facts facts_of(const std::vector<KnownFact>& facts) {
    Facts matching;
    for (const KnownFact& fact : facts) {
        if (std::holds_alternative<Fact>(fact.body)) matching.push_back(&fact);
    }
    return matching;
}

/// Those of the source that counts most: of a list that several sources keep, one source tells the whole.
Facts of_first_source(const Facts& facts);

/// The row's fields as the merged facts of its head state them; ids and numbers are left to the caller.
domain::Order order_of(const OrderFact& fact);
domain::Line line_of(const LineFact& fact);
domain::Shipment shipment_of(const ShipmentFact& fact);
domain::Invoice invoice_of(const InvoiceFact& fact);
void set_quantity(domain::Line& line, const QuantityFact& fact);

} // namespace orderdeck::server::ingest
