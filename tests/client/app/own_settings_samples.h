#pragma once

#include "client/app/update.h"

#include <string>

namespace orderdeck::client::app::test {

using domain::FieldFault;
using domain::SettingsField;
using platform::HttpMethod;
using platform::HttpOutcome;

template <typename Wanted>
const Wanted* find_effect(const Effects& effects) {
    for (const Effect& effect : effects)
        if (const auto* found = std::get_if<Wanted>(&effect)) return found;
    return nullptr;
}

inline platform::HttpResponse answer(int status, std::string body = {}) {
    platform::HttpResponse response;
    response.outcome = HttpOutcome::answered;
    response.status = status;
    response.body = std::move(body);
    return response;
}

inline platform::HttpResponse no_answer() { return {}; }

inline api::OwnSettingsInfo stored_info() {
    api::OwnSettingsInfo info;
    info.email = "lin@example.com";
    info.settings.name = "Lin Fang";
    info.settings.time_zone = "Asia/Shanghai";
    return info;
}

inline std::string refusal(std::string field, std::string code) {
    api::Problem problem;
    problem.status = 422;
    problem.code = api::kInvalidFields;
    problem.errors = {{std::move(field), std::move(code)}};
    return api::encode_problem(problem);
}

/// Logged in, with the settings page open and read.
inline Model opened() {
    Model model;
    api::SessionInfo session;
    session.user_name = "Lin Fang";
    session.email = "lin@example.com";
    session.account_name = "Huading Motors";
    session.time_zone = "Asia/Shanghai";
    session.csrf_token = "proof";
    update(model, SessionRead{session});
    update(model, RouteEntered{SettingsRoute{}});
    update(model,
           RequestEnded{Asked::own_settings, {}, answer(200, api::encode_own_settings_info(stored_info()))});
    return model;
}

inline void type_name(Model& model, std::string name) {
    domain::OwnSettings draft = model.own_settings.form.draft;
    draft.name = std::move(name);
    update(model, SettingsTyped{draft});
}

inline std::string answer_to_save(std::string name) {
    api::OwnSettingsInfo info = stored_info();
    info.settings.name = std::move(name);
    return api::encode_own_settings_info(info);
}

} // namespace orderdeck::client::app::test
