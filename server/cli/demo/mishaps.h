#pragma once

#include "server/cli/demo/source_files.h"

#include <vector>

namespace orderdeck::server::cli::demo {

/// Puts among the exports what goes wrong between systems in a fortnight, so that there is something to repair: a date
/// that a spreadsheet has rewritten, with the corrected file that followed; a sum below the rows; a file with renamed
/// columns, sent again as it should be; orders of the training system, taken back; orders of a company and scans of a
/// parcel that nobody has told the portal about; an export that came twice. The files may be in any order.
void add_mishaps(std::vector<SourceFile>& files, base::Timestamp now);

} // namespace orderdeck::server::cli::demo
