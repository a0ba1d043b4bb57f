#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::http {

/// Whether an Accept-Encoding value takes the coding; "q=0" refuses it (RFC 9110, 12.5.3). No header accepts nothing.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

/// Language tags of an Accept-Language value, the most wanted first, at most ten.
std::vector<std::string> accepted_languages(std::string_view accept_language);

/// Whether an If-None-Match value names this entity tag (weak comparison, RFC 9110, 13.1.2). `etag` has its quotes.
bool matches_etag(std::string_view if_none_match, std::string_view etag);

} // namespace orderdeck::server::http
