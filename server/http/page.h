#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <string>
#include <string_view>

namespace orderdeck::server::http {

/// Text made safe inside HTML elements and quoted attributes.
std::string escape_html(std::string_view text);

/// 404: a small page for people, a problem document for programs. The same bytes for every unknown address.
Response not_found(const Request& request);

} // namespace orderdeck::server::http
