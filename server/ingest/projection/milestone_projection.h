#pragma once

#include "server/ingest/projection/account_context.h"
#include "server/ingest/projection/row_ids.h"

namespace orderdeck::server::ingest {

using MilestoneIds = RowIds<domain::Milestone, persistence::sqlite::IdsByKey>;

/// Writes the milestones that the facts state about `subject`, whose order, line or shipment is set. Facts of one
/// source that differ in nothing but their words are one event, with all the words as its note.
base::Result<void> project_milestones(AccountContext& context, const domain::Milestone& subject,
                                      const std::vector<const KnownFact*>& facts, MilestoneIds& ids);

} // namespace orderdeck::server::ingest
