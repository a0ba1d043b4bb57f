#include "client/app/imports/imports.h"

#include "client/app/orders_query.h"
#include "shared/base/text.h"

namespace orderdeck::client::app {
namespace {

bool is_known_state(std::string_view state) {
    return state == kAllImports || state == api::kAttention || api::inbox_state_from(state).has_value();
}

} // namespace

std::string path_of(const ImportsQuery& query) {
    std::string path(kImportsPage);
    if (query.state != api::kAttention) path += "?state=" + query.state;
    if (!query.feed.empty())
        path += (path == kImportsPage ? "?feed=" : "&feed=") + base::percent_encode(query.feed);
    return path;
}

ImportsQuery decode_imports_query(std::string_view query) {
    ImportsQuery wanted;
    for (const std::string_view term : base::split(query, '&')) {
        const std::size_t equals = term.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string value = percent_decode(term.substr(equals + 1));
        if (term.substr(0, equals) == "state" && is_known_state(value)) wanted.state = value;
        if (term.substr(0, equals) == "feed") wanted.feed = value;
    }
    return wanted;
}

std::string import_path(std::string_view message) {
    return std::string(kImportsPage) + "/" + std::string(message);
}

const api::InboxFinding* find_finding(const ImportPageState& page, std::string_view id) {
    if (!page.detail) return nullptr;
    for (const api::InboxFinding& finding : page.detail->found)
        if (finding.id == id) return &finding;
    return nullptr;
}

} // namespace orderdeck::client::app
