#include "server/http/page.h"

#include "server/http/url.h"

namespace orderdeck::server::http {
namespace {

constexpr std::string_view kNotFoundPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width\"><title>404</title><h1>404</h1><p lang=\"en\">There is no such page. "
    "<p lang=\"zh-CN\">没有这个页面。<p><a href=\"/\">Orderdeck</a></html>";

} // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out.push_back(c);
        }
    }
    return out;
}

bool wants_page(const Request& request) {
    return request.headers.value("Accept").find("text/html") != std::string_view::npos &&
           !canonical_target(request.target).starts_with("/api/");
}

Response not_found(const Request& request, std::string_view page) {
    if (wants_page(request)) return Response::html(404, std::string(page.empty() ? kNotFoundPage : page));
    return problem(problems::kNotFound);
}

Response method_not_allowed(const Request& request, std::string_view allowed) {
    Response response = wants_page(request) ? Response::html(405, std::string(kNotFoundPage))
                                            : problem(problems::kMethodNotAllowed);
    response.headers.set("Allow", allowed);
    return response;
}

} // namespace orderdeck::server::http
