#pragma once

#include "shared/domain/progress/line_facts.h"

namespace orderdeck::domain {

/// How far `needed` of the line has come. What shipments carry is counted by their milestones; the line's own
/// quantities are added only for what no shipment carries, so nothing counts twice.
Reach reach_of(const LineFacts& facts, Quantity needed);

/// Whether an event of the line speaks about all of it.
bool is_about_all(const Milestone& milestone);

} // namespace orderdeck::domain
