#include "client/app/update.h"

#include <iterator>

namespace orderdeck::client::app {
namespace {

constexpr int kOk = 200;
constexpr int kNotFound = 404;

SendRequest get(Asked asked, std::string path, std::string subject) {
    platform::HttpRequest request;
    request.path = std::move(path);
    return SendRequest{asked, request, std::move(subject)};
}

SendRequest read_message(const ImportPageState& page) {
    return get(Asked::import, api::message_path(page.message), page.message);
}

} // namespace

Effects enter_import(Model& model, const std::string& message) {
    ImportPageState& page = model.import_page;
    if (page.message != message) page = ImportPageState{.message = message};
    if (page.reading != Reading::done) page.reading = Reading::running;
    if (!is_staff(model)) return {};
    return {read_message(page)};
}

Effects read_more_findings(Model& model) {
    ImportPageState& page = model.import_page;
    if (!page.detail || !page.detail->next || page.more == Reading::running) return {};
    page.more = Reading::running;
    return {get(Asked::more_findings, api::message_path(page.message) + "?cursor=" + *page.detail->next,
                page.message)};
}

Effects import_read(Model& model, const RequestEnded& action) {
    ImportPageState& page = model.import_page;
    if (action.subject != page.message) return {};
    auto detail = api::decode_inbox_detail(action.response.body);
    if (action.response.status != kOk || !detail) {
        page.is_missing = action.response.status == kNotFound;
        if (!page.detail || page.is_missing) page.reading = Reading::failed;
        return effects_of_refused_staff(action.response);
    }
    page.reading = Reading::done;
    page.is_missing = false;
    page.more = Reading::not_asked;
    page.detail = std::move(*detail);
    // After a repair the findings are others.
    for (auto open = page.excerpts.begin(); open != page.excerpts.end();)
        open = !open->first.empty() && find_finding(page, open->first) == nullptr ? page.excerpts.erase(open)
                                                                                  : std::next(open);
    if (page.form == RepairForm::explain && find_finding(page, page.finding) == nullptr)
        page.form = RepairForm::none;
    return {};
}

Effects findings_read(Model& model, const RequestEnded& action) {
    ImportPageState& page = model.import_page;
    if (action.subject != page.message || page.more != Reading::running || !page.detail) return {};
    auto detail = api::decode_inbox_detail(action.response.body);
    if (action.response.status != kOk || !detail) {
        page.more = Reading::failed;
        return effects_of_refused_staff(action.response);
    }
    page.more = Reading::done;
    page.detail->next = std::move(detail->next);
    page.detail->found.insert(page.detail->found.end(), std::make_move_iterator(detail->found.begin()),
                              std::make_move_iterator(detail->found.end()));
    return {};
}

Effects toggle_excerpt(Model& model, const ExcerptToggled& action) {
    ImportPageState& page = model.import_page;
    const auto open = page.excerpts.find(action.finding);
    // What could not be read is asked for again.
    if (open != page.excerpts.end() && open->second.reading != Reading::failed) {
        page.excerpts.erase(open);
        return {};
    }
    page.excerpts[action.finding] = ExcerptState{};
    return {get(Asked::excerpt, api::excerpt_path(page.message, action.finding), action.finding)};
}

Effects excerpt_read(Model& model, const RequestEnded& action) {
    ImportPageState& page = model.import_page;
    const auto open = page.excerpts.find(action.subject);
    if (open == page.excerpts.end()) return {};
    auto excerpt = api::decode_inbox_excerpt(action.response.body);
    if (action.response.status != kOk || !excerpt) {
        open->second.reading = Reading::failed;
        return effects_of_refusal(action.response);
    }
    open->second = ExcerptState{Reading::done, std::move(*excerpt)};
    return {};
}

} // namespace orderdeck::client::app
