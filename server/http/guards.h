#pragma once

#include "server/http/policy.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <cstddef>
#include <optional>

namespace orderdeck::server::http {

/// What the body of a request may be.
struct BodyRules {
    std::size_t longest = 0;     ///< bytes
    bool may_be_chunked = false; ///< the reader of the body then counts its bytes
};

/// Refuses what the route must not see: unknown hosts, transfer codings where only an announced length keeps the limit,
/// compressed bodies (they would pass it), bodies of GET and HEAD (request smuggling), contradicting or oversized lengths.
std::optional<Problem> refused_by_guards(const Request& request, const SitePolicy& policy,
                                         const BodyRules& body);

} // namespace orderdeck::server::http
