#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <string>
#include <string_view>

namespace orderdeck::server::http {

/// The bytes as one gzip member (RFC 1952), level 6. Empty only when there is no memory for it.
std::string gzip(std::string_view bytes);

/// Compresses the body when the client takes gzip and the body is long enough to gain by it.
void compress_for(const Request& request, Response& response);

} // namespace orderdeck::server::http
