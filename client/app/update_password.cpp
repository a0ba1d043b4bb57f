#include "client/app/password_fault.h"
#include "client/app/update.h"

namespace orderdeck::client::app {

std::optional<domain::PasswordFault> fault_of(const Model& model, const api::PasswordChange& typed) {
    const std::vector<std::string> account{model.session ? model.session->account_name : std::string()};
    const auto words =
        domain::words_around(model.own_settings.form.email, model.own_settings.form.stored.name, account);
    return domain::password_fault(typed.new_password, words, typed.current_password);
}

namespace {

void refuse(Model& model) {
    PasswordForm& form = model.own_settings.password;
    form.sending = Sending::invalid;
    form.left = {PasswordField::current, PasswordField::next};
    model.own_settings.wrong_part = SettingsPart::password;
    ++model.own_settings.attempt;
}

void take_errors(PasswordForm& form, const api::Problem& problem) {
    for (const api::FieldProblem& error : problem.errors) {
        if (error.field == api::kCurrentPasswordField) form.current_is_wrong = true;
        if (error.field == api::kNewPasswordField) form.answered = domain::password_fault_from(error.code);
    }
}

} // namespace

Effects type_password(Model& model, const PasswordTyped& action) {
    PasswordForm& form = model.own_settings.password;
    if (form.sending == Sending::running) return {};
    if (form.typed.current_password != action.typed.current_password) form.current_is_wrong = false;
    if (form.typed.new_password != action.typed.new_password) form.answered.reset();
    form.typed = action.typed;
    form.sending = Sending::idle;
    return {};
}

Effects change_password(Model& model) {
    PasswordForm& form = model.own_settings.password;
    if (form.sending == Sending::running) return {};
    if (form.typed.current_password.empty() || fault_of(model, form.typed)) return refuse(model), Effects{};
    form.sending = Sending::running;
    return {SendRequest{Asked::change_password,
                        proven_request(model, platform::HttpMethod::post, std::string(api::kPasswordPath),
                                       api::encode_password_change(form.typed))}};
}

Effects password_changed(Model& model, const platform::HttpResponse& response) {
    PasswordForm& form = model.own_settings.password;
    if (response.status == 204) {
        const std::uint32_t version = form.version + 1;
        form = {};
        form.version = version;
        show_toast(model, ToastKind::password_changed);
        Effects effects = enter_own_settings(model);
        effects.emplace_back(ReadSession{});
        return effects;
    }
    form.sending = failure_of(response);
    const auto problem = api::decode_problem(response.body);
    if (problem && form.sending == Sending::invalid) {
        take_errors(form, *problem);
        const bool has_reason = form.current_is_wrong || form.answered;
        if (has_reason)
            refuse(model);
        else
            form.sending = Sending::refused;
    }
    return effects_of_refusal(response);
}

} // namespace orderdeck::client::app
