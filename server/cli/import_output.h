#pragma once

#include "server/ingest/files/import_file.h"

#include <cstdint>
#include <iosfwd>
#include <vector>

namespace orderdeck::server::cli {

enum class ImportMode : std::uint8_t { stored, dry_run };

/// `orders.csv:17 "Scheduled Delivery Date": "32-Jun-06" is not a date; ...`, and how often when it is not once.
std::string describe(const ingest::ImportReport& report, const ingest::Finding& finding);

/// What became of each file, for people: counts, findings by kind, the first of them.
void print_text(std::ostream& out, const std::vector<ingest::ImportReport>& reports, ImportMode mode);
/// The same as one JSON object {"files": [...]}.
void print_json(std::ostream& out, const std::vector<ingest::ImportReport>& reports, ImportMode mode);

} // namespace orderdeck::server::cli
