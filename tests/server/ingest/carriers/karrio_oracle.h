#pragma once

#include "server/ingest/carriers/carrier_answer.h"

#include <set>
#include <string>
#include <string_view>

namespace orderdeck::test {

/// Compares what we read with an expectation of the data set karrio_tracking: number, overall status, delivered, expected
/// day, and of each event day, local minute, code, text, status and reason; of errors code and text. Each difference is a
/// line "what: theirs -> ours". White space in texts counts as one blank; the expectation's `timestamp` is no oracle.
std::set<std::string> differences(const server::ingest::carriers::CarrierAnswer& answer,
                                  std::string_view expectation);

} // namespace orderdeck::test
