#include "server/http/site/page_template.h"

namespace orderdeck::server::http::site {

std::string fill(std::string_view page_template, const TemplateValues& values) {
    std::string out;
    for (std::size_t at = 0; at < page_template.size();) {
        const std::size_t open = page_template.find("{{", at);
        const std::size_t close = open == std::string_view::npos ? open : page_template.find("}}", open);
        if (close == std::string_view::npos) {
            out += page_template.substr(at);
            break;
        }
        out += page_template.substr(at, open - at);
        const auto value = values.find(page_template.substr(open + 2, close - open - 2));
        out += value == values.end() ? page_template.substr(open, close + 2 - open)
                                     : std::string_view(value->second);
        at = close + 2;
    }
    return out;
}

} // namespace orderdeck::server::http::site
