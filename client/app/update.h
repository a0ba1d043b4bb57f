#pragma once

#include "client/app/action.h"
#include "client/app/effect.h"

namespace orderdeck::client::app {

/// Changes the model as the action says and returns what is to be done outside. Depends on nothing else.
Effects update(Model& model, const Action& action);

// One function a feature; each is called by `update` only.
Effects update_route(Model& model, const RouteEntered& action);
Effects update_search(Model& model, const SearchTyped& action);
Effects update_restrictions(Model& model, const OrdersQuery& query);
Effects update_preferences(Model& model, Preferences preferences);
Effects update_clock(Model& model, const ClockRead& action);
Effects update_sync(Model& model, const SyncReported& action);
Effects update_find(Model& model);
Effects update_export(Model& model, const ExportChosen& action);
Effects update_own_data(Model& model);
Effects update_download(Model& model, const DownloadEnded& action);
/// Takes the message about the last download away when it has been there for long enough.
void forget_download(Model& model);
Effects update_page(Model& model, const PageShown& action);
Effects update_session(Model& model, const SessionRead& action);
Effects update_environment(Model& model, const EnvironmentRead& action);
Effects update_zone(Model& model, const ZoneRead& action);
Effects update_answer(Model& model, const RequestEnded& action);
Effects update_question(Model& model, const QuestionAnswered& action);
Effects update_toast(Model& model, const ToastUsed& action);
Effects enter_own_settings(Model& model);
Effects type_settings(Model& model, const SettingsTyped& action);
Effects save_settings(Model& model);
Effects discard_settings(Model& model);
Effects type_password(Model& model, const PasswordTyped& action);
Effects change_password(Model& model);
Effects end_session(Model& model, const EndSessionPressed& action);
Effects end_other_sessions(Model& model);
Effects log_out(Model& model);
bool is_staff(const Model& model);
Effects enter_imports(Model& model, const ImportsQuery& query);
Effects read_more_imports(Model& model);
Effects enter_import(Model& model, const std::string& message);
Effects read_more_findings(Model& model);
Effects toggle_excerpt(Model& model, const ExcerptToggled& action);
Effects press_repair(Model& model, const RepairPressed& action);
Effects explain_word(Model& model, const ExplainPressed& action);
Effects repair(Model& model, Repair repair);
/// Staff without any order begins at the imports.
Effects leave_empty_start(const Model& model);

// The ends of the requests that those have sent.
Effects settings_read(Model& model, const platform::HttpResponse& response);
Effects settings_saved(Model& model, const platform::HttpResponse& response);
Effects password_changed(Model& model, const platform::HttpResponse& response);
Effects sessions_read(Model& model, const platform::HttpResponse& response);
Effects session_ended(Model& model, const RequestEnded& action);
Effects other_sessions_ended(Model& model, const platform::HttpResponse& response);
Effects imports_read(Model& model, const RequestEnded& action);
Effects import_read(Model& model, const RequestEnded& action);
Effects findings_read(Model& model, const RequestEnded& action);
Effects excerpt_read(Model& model, const RequestEnded& action);
Effects repair_ended(Model& model, const RequestEnded& action);

/// Language and zone of whoever is logged in come into force, and this device remembers them.
Effects follow_person(Model& model);
void show_toast(Model& model, ToastKind kind);
/// An unsafe request with the proof of this page.
platform::HttpRequest proven_request(const Model& model, platform::HttpMethod method, std::string path,
                                     std::string body = {});
/// How a request went whose answer is no success.
Sending failure_of(const platform::HttpResponse& response);
/// What every refused request leads to: a log-in again when the session has ended, a fresh token when it was outdated.
Effects effects_of_refusal(const platform::HttpResponse& response);
/// The same for what only staff may ask for.
Effects effects_of_refused_staff(const platform::HttpResponse& response);

} // namespace orderdeck::client::app
