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

} // namespace

std::string to_event_line(base::Timestamp at, OperatorEvent event, int sessions_ended) {
    return at.to_string() + " event " + std::string(name_of(event)) +
           " sessions_ended=" + std::to_string(sessions_ended);
}

} // namespace orderdeck::server::http
