#pragma once

#include "server/ingest/projection/dispute.h"
#include "server/ingest/projection/keyed_rows.h"
#include "server/ingest/projection/speakers.h"

namespace orderdeck::server::ingest {

/// Writes the milestones that the facts state about `subject`, whose order, line or shipment is set. Facts of one
/// source that differ in nothing but their words are one event, with all the words as its note. Dates that a source
/// states which does not own them only fill gaps, which are noted where a speaker owns them.
base::Result<void> project_milestones(const domain::Milestone& subject, const Facts& facts,
                                      KeyedRows<domain::Milestone>& rows, const Speakers& speakers,
                                      Disputes& disputes);

} // namespace orderdeck::server::ingest
