#include "server/http/request.h"

#include "shared/base/text.h"

#include <array>

namespace orderdeck::server::http {
namespace {

constexpr std::array<std::string_view, 7> kMethodNames = {"GET",   "HEAD",   "POST",   "PUT",
                                                          "PATCH", "DELETE", "OPTIONS"};

} // namespace

Method method_from(std::string_view token) {
    for (std::size_t i = 0; i < kMethodNames.size(); ++i) {
        if (kMethodNames[i] == token) return static_cast<Method>(i);
    }
    return Method::other;
}

std::string_view name_of(Method method) {
    return method == Method::other ? std::string_view{} : kMethodNames[static_cast<std::size_t>(method)];
}

bool is_unsafe(Method method) {
    return method != Method::get && method != Method::head && method != Method::options;
}

std::optional<std::string_view> cookie(const Request& request, std::string_view name) {
    std::optional<std::string_view> found;
    const std::string_view header = request.headers.value("Cookie");
    for (const std::string_view part : base::split(header, ';')) {
        const std::string_view pair = base::trim(part);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
        if (found) return std::nullopt;
        found = pair.substr(equals + 1);
    }
    return found;
}

std::string media_type(std::string_view content_type) {
    return base::to_lower_ascii(base::trim(content_type.substr(0, content_type.find(';'))));
}

} // namespace orderdeck::server::http
