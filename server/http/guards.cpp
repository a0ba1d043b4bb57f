#include "server/http/guards.h"

#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::http {
namespace {

/// The length that the body will have; nullopt when the header is malformed or there twice.
std::optional<std::size_t> body_length(const Headers& headers) {
    if (headers.count("Content-Length") > 1) return std::nullopt;
    const auto text = headers.find("Content-Length");
    if (!text) return 0;
    const bool digits = !text->empty() && std::all_of(text->begin(), text->end(), base::is_digit);
    const auto length = base::parse_int(*text);
    if (!digits || !length) return std::nullopt;
    return static_cast<std::size_t>(*length);
}

} // namespace

std::optional<Problem> refused_by_guards(const Request& request, const SitePolicy& policy,
                                         std::size_t max_body) {
    if (request.headers.count("Host") != 1) return problems::kBadRequest;
    if (!policy.knows_host(request.headers.value("Host"))) return problems::kMisdirected;
    if (request.headers.has("Transfer-Encoding")) return problems::kBadRequest;
    if (request.headers.has("Content-Encoding")) return problems::kUnsupportedMediaType;
    const std::optional<std::size_t> length = body_length(request.headers);
    if (!length) return problems::kBadRequest;
    if (*length > max_body) return problems::kTooLarge;
    if (*length > 0 && !is_unsafe(request.method)) return problems::kBadRequest;
    return std::nullopt;
}

} // namespace orderdeck::server::http
