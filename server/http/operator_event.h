#pragma once

#include "shared/base/timestamp.h"

#include <cstdint>
#include <string>

namespace orderdeck::server::http {

/// What happened to somebody's account by their own hand, for the operator's log.
enum class OperatorEvent : std::uint8_t {
    password_changed,
    password_refused, ///< the current password was wrong
    sessions_ended,
};

/// "2026-11-22T10:00:00Z event password_changed sessions_ended=2": one line that names nobody, so that the log can be kept
/// and handed on.
std::string to_event_line(base::Timestamp at, OperatorEvent event, int sessions_ended);

} // namespace orderdeck::server::http
