#include "client/app/update.h"

namespace orderdeck::client::app {
namespace {

constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kUnprocessable = 422;
constexpr int kTooMany = 429;

} // namespace

Effects update_answer(Model& model, const RequestEnded& action) {
    switch (action.asked) {
    case Asked::own_settings: return settings_read(model, action.response);
    case Asked::save_settings: return settings_saved(model, action.response);
    case Asked::change_password: return password_changed(model, action.response);
    case Asked::sessions: return sessions_read(model, action.response);
    case Asked::end_session: return session_ended(model, action);
    case Asked::end_other_sessions: return other_sessions_ended(model, action.response);
    case Asked::imports:
    case Asked::more_imports: return imports_read(model, action);
    case Asked::import: return import_read(model, action);
    case Asked::more_findings: return findings_read(model, action);
    case Asked::excerpt: return excerpt_read(model, action);
    case Asked::repair: return repair_ended(model, action);
    }
    return {};
}

platform::HttpRequest proven_request(const Model& model, platform::HttpMethod method, std::string path,
                                     std::string body) {
    platform::HttpRequest request;
    request.method = method;
    request.path = std::move(path);
    if (model.session) request.headers.push_back({std::string(api::kCsrfHeader), model.session->csrf_token});
    if (!body.empty()) request.headers.push_back({"Content-Type", "application/json"});
    request.body = std::move(body);
    return request;
}

Sending failure_of(const platform::HttpResponse& response) {
    if (response.outcome != platform::HttpOutcome::answered) return Sending::unreachable;
    if (response.status == kUnprocessable) return Sending::invalid;
    return response.status == kTooMany ? Sending::must_wait : Sending::refused;
}

Effects effects_of_refusal(const platform::HttpResponse& response) {
    if (response.status == kUnauthorized) return {SyncNow{}};
    if (response.status == kForbidden) return {ReadSession{}};
    return {};
}

} // namespace orderdeck::client::app
