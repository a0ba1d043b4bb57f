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

} // namespace orderdeck::client::app
