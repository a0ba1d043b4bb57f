#pragma once

#include "server/http/policy.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <cstddef>
#include <optional>

namespace orderdeck::server::http {

/// Refuses what no route may ever see, before routing: unknown hosts, transfer codings and compressed bodies (both
/// would pass the size limit), bodies of GET and HEAD (request smuggling), contradicting or oversized lengths.
std::optional<Problem> refused_by_guards(const Request& request, const SitePolicy& policy,
                                         std::size_t max_body);

} // namespace orderdeck::server::http
