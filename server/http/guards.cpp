#include "server/http/guards.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

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

/// Whether the length is told in chunks and nowhere else (RFC 9112, 6.3): what two readers could understand in two ways
/// is refused.
bool is_chunked(const Headers& headers) {
    return headers.count("Transfer-Encoding") == 1 && !headers.has("Content-Length") &&
           base::to_lower_ascii(headers.value("Transfer-Encoding")) == "chunked";
}

} // namespace

std::optional<Problem> refused_by_guards(const Request& request, const SitePolicy& policy,
                                         const BodyRules& body) {
    if (request.headers.count("Host") != 1) return problems::kBadRequest;
    if (!policy.knows_host(request.headers.value("Host"))) return problems::kMisdirected;
    const bool has_coding = request.headers.has("Transfer-Encoding");
    if (has_coding && !(body.may_be_chunked && is_chunked(request.headers))) return problems::kBadRequest;
    if (request.headers.has("Content-Encoding")) return problems::kUnsupportedMediaType;
    const std::optional<std::size_t> length = body_length(request.headers);
    if (!length) return problems::kBadRequest;
    if (*length > body.longest) return problems::kTooLarge;
    if (*length > 0 && !is_unsafe(request.method)) return problems::kBadRequest;
    return std::nullopt;
}

} // namespace orderdeck::server::http
