#pragma once

#include "tests/client/screens/portal_visit.h"

#include <string>

namespace orderdeck::client::screens::settings_visit {

using app::Asked;

inline platform::HttpResponse answer(int status, std::string body = {}) {
    platform::HttpResponse response;
    response.outcome = platform::HttpOutcome::answered;
    response.status = status;
    response.body = std::move(body);
    return response;
}

inline api::OwnSettingsInfo info() {
    api::OwnSettingsInfo info;
    info.email = "lin@example.com";
    info.settings.name = "Lin Fang";
    return info;
}

inline base::Timestamp at(std::string_view text) { return *base::Timestamp::parse(text); }

inline std::string sessions() {
    return api::encode_sessions({{.id = "here",
                                  .browser = "Firefox",
                                  .system = "Linux",
                                  .created_at = at("2026-11-20T02:00:00Z"),
                                  .seen_at = at("2026-11-22T02:00:00Z"),
                                  .current = true},
                                 {.id = "there",
                                  .browser = "Safari",
                                  .system = "iOS",
                                  .created_at = at("2026-11-01T02:00:00Z"),
                                  .seen_at = at("2026-11-21T02:00:00Z"),
                                  .current = false}});
}

/// The settings, read.
inline Visit opened(float width = 1280, float height = 800) {
    return Visit(width, height, {test::partly_shipped(1)}, "/settings");
}

inline void read(Visit& visit, const api::OwnSettingsInfo& settings = info()) {
    api::SessionInfo session;
    session.user_name = settings.settings.name;
    session.email = settings.email;
    session.csrf_token = "proof";
    visit.client.dispatch(app::SessionRead{session});
    visit.client.dispatch(
        app::RequestEnded{Asked::own_settings, {}, answer(200, api::encode_own_settings_info(settings))});
    visit.client.dispatch(app::RequestEnded{Asked::sessions, {}, answer(200, sessions())});
    visit.window.settle();
}

inline void leave_field(Visit& visit) { visit.window.send({.kind = platform::InputKind::focused, .id = 0}); }

} // namespace orderdeck::client::screens::settings_visit
