#pragma once

#include "server/ingest/projection/dispute.h"
#include "server/ingest/projection/speakers.h"
#include "server/ingest/projection/subject_facts.h"

namespace orderdeck::server::ingest {

/// One value for each field of a head: that of the source which owns the field, of its versions the one that counts;
/// other sources only fill gaps. What is stated differently is noted: by rows of one message as conflicts, by different
/// sources as disagreements; so are values that stand in for those of a speaker who owns the field. The facts are already
/// sorted.
OrderFact merge_order(const Facts& facts, const Speakers& speakers, Disputes& disputes);
LineFact merge_line(const Facts& facts, const Speakers& speakers, Disputes& disputes);
ShipmentFact merge_shipment(const Facts& facts, Disputes& disputes);
InvoiceFact merge_invoice(const Facts& facts, Disputes& disputes);

/// The quantity facts of a line that count, one of each kind.
Facts merge_quantities(const Facts& facts, const Speakers& speakers, Disputes& disputes);
/// The links of a line to shipments that count, one for each shipment.
Facts merge_links(const Facts& facts, Disputes& disputes);
/// The promises of a line by the source that owns them: those of others count only where it makes none. A source whose
/// last promise the owner has never made disagrees.
Facts merge_promises(const Facts& facts, const Speakers& speakers, Disputes& disputes);
/// The milestones of one subject: planned, forecast and actual dates each by the sources that own the milestone, as
/// far as they state them. The bodies of facts that lose some of their dates are copied into `trimmed`, which must outlive
/// the result.
Facts merge_milestones(const Facts& facts, Disputes& disputes, std::vector<KnownFact>& trimmed);

} // namespace orderdeck::server::ingest
