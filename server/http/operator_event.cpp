#include "server/http/operator_event.h"

#include <string_view>

namespace orderdeck::server::http {
namespace {

std::string_view name_of(OperatorEvent event) {
    switch (event) {
    case OperatorEvent::password_changed: return "password_changed";
    case OperatorEvent::password_refused: return "password_refused";
    case OperatorEvent::sessions_ended: return "sessions_ended";
    }
    return "unknown";
}

std::string_view name_of(RepairKind kind) {
    switch (kind) {
    case RepairKind::retried: return "import_retried";
    case RepairKind::ignored: return "import_ignored";
    case RepairKind::withdrawn: return "import_withdrawn";
    case RepairKind::code_mapped: return "code_mapped";
    }
    return "unknown";
}

} // namespace

std::string to_event_line(base::Timestamp at, const RepairEvent& event) {
    std::string line = at.to_string() + " event " + std::string(name_of(event.kind));
    if (event.message != 0) line += " message=" + std::to_string(event.message);
    return line + " by=" + std::to_string(event.by.value());
}

std::string to_event_line(base::Timestamp at, OperatorEvent event, int sessions_ended) {
    return at.to_string() + " event " + std::string(name_of(event)) +
           " sessions_ended=" + std::to_string(sessions_ended);
}

} // namespace orderdeck::server::http
