#include "client/app/update.h"

#include "shared/base/text.h"

#include <iterator>

namespace orderdeck::client::app {
namespace {

constexpr int kOk = 200;
constexpr std::string_view kPageSize = "30";

std::string list_path(const ImportsQuery& query, const std::optional<std::string>& cursor) {
    std::string path = std::string(api::kInboxPath) + "?limit=" + std::string(kPageSize);
    if (query.state != kAllImports) path += "&state=" + query.state;
    if (!query.feed.empty()) path += "&feed=" + base::percent_encode(query.feed);
    if (cursor) path += "&cursor=" + *cursor;
    return path;
}

/// The answer is known by what was asked for.
SendRequest request_for(Asked asked, const ImportsQuery& query, const std::optional<std::string>& cursor) {
    platform::HttpRequest request;
    request.path = list_path(query, cursor);
    return SendRequest{asked, request, path_of(query)};
}

} // namespace

bool is_staff(const Model& model) { return model.session && model.session->is_staff; }

Effects enter_imports(Model& model, const ImportsQuery& query) {
    ImportsState& state = model.imports;
    // Numbers of another list would be wrong ones; the same list stays while it is read again.
    if (!(state.query == query)) state.page.messages.clear();
    if (!(state.query == query) || state.reading != Reading::done) state.reading = Reading::running;
    state.query = query;
    state.more = Reading::not_asked;
    if (!is_staff(model)) return {};
    return {request_for(Asked::imports, query, std::nullopt)};
}

Effects read_more_imports(Model& model) {
    ImportsState& state = model.imports;
    if (!state.page.next || state.more == Reading::running) return {};
    state.more = Reading::running;
    return {request_for(Asked::more_imports, state.query, state.page.next)};
}

Effects imports_read(Model& model, const RequestEnded& action) {
    ImportsState& state = model.imports;
    if (action.subject != path_of(state.query)) return {};
    const bool is_more = action.asked == Asked::more_imports;
    // The list was entered anew since.
    if (is_more && state.more != Reading::running) return {};
    auto page = api::decode_inbox_page(action.response.body);
    if (action.response.status != kOk || !page) {
        // A list that could not be read anew is still one.
        if (is_more)
            state.more = Reading::failed;
        else if (state.reading != Reading::done)
            state.reading = Reading::failed;
        return effects_of_refused_staff(action.response);
    }
    (is_more ? state.more : state.reading) = Reading::done;
    if (is_more) {
        std::vector<api::InboxMessage> all = std::move(state.page.messages);
        all.insert(all.end(), std::make_move_iterator(page->messages.begin()),
                   std::make_move_iterator(page->messages.end()));
        page->messages = std::move(all);
    }
    state.page = std::move(*page);
    return {};
}

Effects effects_of_refused_staff(const platform::HttpResponse& response) {
    constexpr int kNotFound = 404;
    // Whoever lost the role is told as if there were nothing.
    if (response.status == kNotFound) return {ReadSession{}};
    return effects_of_refusal(response);
}

Effects leave_empty_start(const Model& model) {
    const bool is_first_page = model.page_version == 1 && std::holds_alternative<OrdersRoute>(model.route);
    if (!is_first_page || !is_staff(model) || !model.orders.listing) return {};
    if (model.orders.query.is_restricted() || model.orders.listing->figures.orders != 0) return {};
    return {ReplaceRoute{std::string(kImportsPage)}};
}

} // namespace orderdeck::client::app
