#pragma once

#include "server/ingest/projection/keyed_rows.h"
#include "server/ingest/projection/subject_facts.h"

namespace orderdeck::server::ingest {

/// Writes the milestones that the facts state about `subject`, whose order, line or shipment is set. Facts of one
/// source that differ in nothing but their words are one event, with all the words as its note.
base::Result<void> project_milestones(const domain::Milestone& subject, const Facts& facts,
                                      KeyedRows<domain::Milestone>& rows);

} // namespace orderdeck::server::ingest
