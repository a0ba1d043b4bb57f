#pragma once

#include "server/ingest/projection/keyed_rows.h"
#include "server/ingest/projection/subject_facts.h"

#include <optional>
#include <string>

namespace orderdeck::server::ingest {

/// Brings the rows of one order (head, lines, links to shipments, milestones, promises, holds, what is billed and paid,
/// relations, documents) in line with its records. Facts about a line wait in the records until the line itself is known. Returns the order's id, absent when
/// there is no such order any more.
base::Result<std::optional<domain::OrderId>> project_order(AccountContext& context,
                                                           const std::string& number);

/// Writes the documents that the facts name about what `about` is of.
base::Result<void> project_documents(const domain::Document& about, const Facts& facts,
                                     KeyedRows<domain::Document>& rows);

} // namespace orderdeck::server::ingest
