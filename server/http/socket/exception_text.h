#pragma once

#include <exception>
#include <string>

namespace orderdeck::server::http::socket {

/// What an exception of a library says, for the operator's log.
std::string text_of(const std::exception_ptr& thrown);

} // namespace orderdeck::server::http::socket
