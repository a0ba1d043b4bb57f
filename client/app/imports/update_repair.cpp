#include "client/app/update.h"

#include "shared/base/utf8.h"

namespace orderdeck::client::app {
namespace {

constexpr int kOk = 200;
constexpr int kConflict = 409;
/// A large file takes minutes to be read again.
constexpr double kRepairTimeoutMs = 600'000;

std::string path_for(const ImportPageState& page, Repair repair) {
    switch (repair) {
    case Repair::retry: return api::retry_path(page.message);
    case Repair::ignore: return api::ignore_path(page.message);
    case Repair::withdraw: return api::withdraw_path(page.message);
    case Repair::explain: return std::string(api::kCodeMapPath);
    case Repair::none: break;
    }
    return {};
}

std::string body_for(const ImportPageState& page, Repair repair) {
    if (repair == Repair::ignore)
        return api::encode_ignore_reason(base::truncate_utf8(page.reason, api::kLongestIgnoreReason));
    const api::InboxFinding* finding = find_finding(page, page.finding);
    if (repair != Repair::explain || finding == nullptr) return {};
    return api::encode_code_meaning(
        {page.detail->message.source, finding->column, finding->value, page.means});
}

RepairFailure failure_of_repair(const platform::HttpResponse& response) {
    if (response.outcome != platform::HttpOutcome::answered) return RepairFailure::unreachable;
    return response.status == kConflict ? RepairFailure::conflict : RepairFailure::refused;
}

ToastKind toast_for(Repair repair, api::InboxState state) {
    if (repair == Repair::ignore) return ToastKind::import_ignored;
    if (repair == Repair::withdraw) return ToastKind::import_withdrawn;
    if (repair == Repair::explain) return ToastKind::word_explained;
    return api::needs_attention(state) ? ToastKind::import_read_again : ToastKind::import_repaired;
}

bool took(ImportPageState& page, Repair repair, const platform::HttpResponse& response) {
    if (response.status != kOk) return false;
    if (repair == Repair::explain) {
        const auto messages = api::decode_messages_read_anew(response.body);
        if (messages) page.changed = *messages;
        return messages.has_value();
    }
    auto change = api::decode_inbox_change(response.body);
    if (!change) return false;
    page.changed = change->rows_changed;
    page.detail->message = std::move(change->message);
    return true;
}

} // namespace

Effects repair(Model& model, Repair repair) {
    ImportPageState& page = model.import_page;
    if (page.running != Repair::none || !page.detail) return {};
    if (repair == Repair::explain && page.means.empty()) return {};
    page.running = repair;
    page.failed = Repair::none;
    page.failure = RepairFailure::none;
    SendRequest sent{
        Asked::repair,
        proven_request(model, platform::HttpMethod::post, path_for(page, repair), body_for(page, repair)),
        page.message};
    sent.request.timeout_ms = kRepairTimeoutMs;
    return {sent};
}

Effects press_repair(Model& model, const RepairPressed& action) {
    ImportPageState& page = model.import_page;
    switch (action.repair) {
    case Repair::ignore:
        if (page.form == RepairForm::ignore) return repair(model, action.repair);
        page.form = RepairForm::ignore;
        page.reason.clear();
        return {};
    case Repair::withdraw: return model.own_settings.asking = Asking::withdraw_import, Effects{};
    case Repair::retry:
    case Repair::explain: return repair(model, action.repair);
    case Repair::none: break;
    }
    page.form = RepairForm::none;
    return {};
}

Effects explain_word(Model& model, const ExplainPressed& action) {
    ImportPageState& page = model.import_page;
    page.form = RepairForm::explain;
    page.finding = action.finding;
    page.means.clear();
    return {};
}

Effects repair_ended(Model& model, const RequestEnded& action) {
    ImportPageState& page = model.import_page;
    // The person has gone on to another message, which has a state of its own.
    if (action.subject != page.message || !page.detail) return {};
    const Repair done = page.running;
    page.running = Repair::none;
    // Whatever happened, what stands here may be out of date.
    Effects effects = enter_import(model, page.message);
    if (took(page, done, action.response)) {
        page.form = RepairForm::none;
        show_toast(model, toast_for(done, page.detail->message.state));
        return effects;
    }
    page.failed = done;
    page.failure = failure_of_repair(action.response);
    for (Effect& effect : effects_of_refused_staff(action.response))
        effects.push_back(std::move(effect));
    return effects;
}

} // namespace orderdeck::client::app
