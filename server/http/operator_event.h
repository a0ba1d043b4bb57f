#pragma once

#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <cstdint>
#include <string>

namespace orderdeck::server::http {

/// What happened to somebody's account by their own hand, for the operator's log.
enum class OperatorEvent : std::uint8_t {
    password_changed,
    password_refused, ///< the current password was wrong
    sessions_ended,
};

/// What staff did to an import.
enum class RepairKind : std::uint8_t { retried, ignored, withdrawn, code_mapped };

struct RepairEvent {
    RepairKind kind = RepairKind::retried;
    std::int64_t message = 0; ///< in the inbox; 0 for the meaning of a word
    domain::UserId by;
};

/// "2026-11-22T10:00:00Z event import_withdrawn message=7 by=12": who it was is told by a number, which says nothing to
/// somebody who has only the log.
std::string to_event_line(base::Timestamp at, const RepairEvent& event);

/// "2026-11-22T10:00:00Z event password_changed sessions_ended=2": one line that names nobody, so that the log can be kept
/// and handed on.
std::string to_event_line(base::Timestamp at, OperatorEvent event, int sessions_ended);

} // namespace orderdeck::server::http
