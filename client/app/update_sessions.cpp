#include "client/app/update.h"

#include <algorithm>

namespace orderdeck::client::app {
namespace {

constexpr int kNoContent = 204;
constexpr int kNotFound = 404;

} // namespace

Effects end_session(Model& model, const EndSessionPressed& action) {
    SessionList& list = model.own_settings.sessions;
    if (!list.ending.insert(action.session).second) return {};
    list.sending = Sending::running;
    return {SendRequest{Asked::end_session,
                        proven_request(model, platform::HttpMethod::erase, api::session_path(action.session)),
                        action.session}};
}

Effects end_other_sessions(Model& model) {
    SessionList& list = model.own_settings.sessions;
    if (list.ending_others) return {};
    list.ending_others = true;
    list.sending = Sending::running;
    return {SendRequest{Asked::end_other_sessions,
                        proven_request(model, platform::HttpMethod::erase, std::string(api::kSessionsPath))}};
}

Effects sessions_read(Model& model, const platform::HttpResponse& response) {
    SessionList& list = model.own_settings.sessions;
    const auto entries = api::decode_sessions(response.body);
    if (response.status != 200 || !entries) {
        if (list.reading != Reading::done) list.reading = Reading::failed;
        return effects_of_refusal(response);
    }
    list.reading = Reading::done;
    list.entries = *entries;
    return {};
}

Effects session_ended(Model& model, const RequestEnded& action) {
    SessionList& list = model.own_settings.sessions;
    list.ending.erase(action.subject);
    // Not found: it had ended already.
    const bool is_gone = action.response.status == kNoContent || action.response.status == kNotFound;
    list.sending = is_gone ? Sending::idle : failure_of(action.response);
    if (!is_gone) return effects_of_refusal(action.response);
    const auto gone = std::remove_if(list.entries.begin(), list.entries.end(),
                                     [&](const auto& entry) { return entry.id == action.subject; });
    list.entries.erase(gone, list.entries.end());
    show_toast(model, ToastKind::session_ended);
    return {};
}

Effects other_sessions_ended(Model& model, const platform::HttpResponse& response) {
    SessionList& list = model.own_settings.sessions;
    list.ending_others = false;
    const bool done = response.status == kNoContent;
    list.sending = done ? Sending::idle : failure_of(response);
    if (!done) return effects_of_refusal(response);
    const auto gone = std::remove_if(list.entries.begin(), list.entries.end(),
                                     [](const api::SessionEntry& entry) { return !entry.current; });
    list.entries.erase(gone, list.entries.end());
    show_toast(model, ToastKind::others_ended);
    return {};
}

} // namespace orderdeck::client::app
