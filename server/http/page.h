#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <string>
#include <string_view>

namespace orderdeck::server::http {

/// Text made safe inside HTML elements and quoted attributes.
std::string escape_html(std::string_view text);

/// Whether a person's browser asks for a page, as opposed to a program for data.
bool wants_page(const Request& request);

/// 404: a small page for people, a problem document for programs. `page` is the site's; empty: a bare one.
/// The same bytes for every unknown address.
Response not_found(const Request& request, std::string_view page = {});

/// 405 in the same two forms; `allowed` are the methods that the address takes.
Response method_not_allowed(const Request& request, std::string_view allowed);

} // namespace orderdeck::server::http
