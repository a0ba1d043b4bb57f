#include "client/app/update.h"

namespace orderdeck::client::app {
namespace {

/// Good news is short; what went wrong is to be read.
constexpr base::Duration kGoodNews = base::Duration::seconds(8);
constexpr base::Duration kBadNews = base::Duration::seconds(20);

void tell(Model& model, DownloadPhase phase) {
    DownloadState& state = model.download;
    state = {.phase = phase, .file_name = {}, .left_out = 0, .until = {}, .version = state.version + 1};
    state.until = model.clock.now + (phase == DownloadPhase::saved ? kGoodNews : kBadNews);
}

DownloadPhase phase_of(const platform::DownloadEnd& end) {
    constexpr int kTooLarge = 413;
    constexpr int kTooManyRequests = 429;
    constexpr int kUnavailable = 503;
    switch (end.outcome) {
    case platform::DownloadOutcome::saved: return DownloadPhase::saved;
    case platform::DownloadOutcome::unreachable:
    case platform::DownloadOutcome::timed_out: return DownloadPhase::unreachable;
    case platform::DownloadOutcome::refused: break;
    }
    if (end.status == kTooLarge) return DownloadPhase::too_many;
    if (end.status == kTooManyRequests || end.status == kUnavailable) return DownloadPhase::busy;
    return DownloadPhase::failed;
}

} // namespace

Effects update_export(Model& model, const ExportChosen& action) {
    model.menu = Menu::none;
    // Without the session's token the server would refuse.
    if (!model.session) return {SyncNow{}};
    if (model.download.phase == DownloadPhase::preparing) return {};
    if (action.kind != ExportKind::print) tell(model, DownloadPhase::preparing);
    return {ExportList{.query = model.orders.query,
                       .kind = action.kind,
                       .restrictions = action.restrictions,
                       .language = model.language,
                       .csrf_token = model.session->csrf_token}};
}

Effects update_own_data(Model& model) {
    model.menu = Menu::none;
    if (!model.sync.has_replica || model.download.phase == DownloadPhase::preparing) return {};
    tell(model, DownloadPhase::preparing);
    if (!model.session) return {SaveOwnData{}};
    return {SaveOwnData{.account = model.session->account_name, .person = model.session->user_name}};
}

Effects update_download(Model& model, const DownloadEnded& action) {
    constexpr int kUnauthenticated = 401;
    tell(model, phase_of(action.end));
    model.download.file_name = action.end.file_name;
    model.download.left_out = action.end.left_out;
    // The next question to the server finds out that nobody is logged in and leads to the log-in page.
    if (action.end.status == kUnauthenticated) return {SyncNow{}};
    return {};
}

void forget_download(Model& model) {
    if (model.download.phase == DownloadPhase::preparing || model.clock.now < model.download.until) return;
    model.download.phase = DownloadPhase::none;
}

} // namespace orderdeck::client::app
