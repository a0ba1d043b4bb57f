#pragma once

#include "server/http/response.h"

#include <chrono>
#include <string>

namespace orderdeck::server::http::socket {

/// Waits until there is something to read, or the other side has closed; false when neither came in time.
bool is_ready(int socket, std::chrono::milliseconds wait);

/// Sends an answer without the library and without waiting. `status` is what follows the version in the first line, with
/// further header lines if need be. The connection is to be closed afterwards.
void send_refusal(int socket, const std::string& status, const Response& response);

/// Turns a connection away that nobody has time for.
void answer_busy(int socket, const Response& response);

/// Says that nothing more will be sent and reads on for a moment. Closing with unread bytes resets the connection, and the
/// sender would never see why it was refused.
void close_gently(int socket);

} // namespace orderdeck::server::http::socket
