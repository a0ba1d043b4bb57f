#include "client/screens/imports/import_view.h"

#include "shared/i18n/format_number.h"

namespace orderdeck::client::screens {
namespace {

using api::InboxMessage;
using api::InboxState;
using app::Repair;

std::string number(const ViewContext& context, std::int64_t value) {
    return i18n::format_integer(context.language, value);
}

std::string explanation_of(const ViewContext& context, InboxState state) {
    switch (state) {
    case InboxState::received: return context.text("import_says.received");
    case InboxState::applied: return context.text("import_says.applied");
    case InboxState::applied_with_findings: return context.text("import_says.applied_with_findings");
    case InboxState::waiting: return context.text("import_says.waiting");
    case InboxState::rejected: return context.text("import_says.rejected");
    case InboxState::withdrawn: return context.text("import_says.withdrawn");
    case InboxState::ignored: break;
    }
    return context.text("import_says.ignored");
}

std::vector<RepairButtonView> buttons_view(const ViewContext& context, const app::ImportPageState& page) {
    const InboxState state = page.detail->message.state;
    std::vector<RepairButtonView> buttons;
    // What was withdrawn comes back only by being sent again; a form has buttons of its own.
    if (state == InboxState::withdrawn || page.form == app::RepairForm::ignore) return buttons;
    buttons.push_back(
        {Repair::retry, "retry",
         page.running == Repair::retry ? context.text("import.retry_running") : context.text("import.retry"),
         ui::Icon::refresh});
    if (api::needs_attention(state))
        buttons.push_back({Repair::ignore, "ignore", context.text("import.ignore"), ui::Icon::none});
    buttons.push_back({Repair::withdraw, "withdraw",
                       page.running == Repair::withdraw ? context.text("import.withdraw_running")
                                                        : context.text("import.withdraw"),
                       ui::Icon::none});
    return buttons;
}

ImportStateView state_view(const ViewContext& context, const app::ImportPageState& page) {
    const InboxMessage& message = page.detail->message;
    ImportStateView view;
    view.title = context.text("import.state");
    view.pill = {state_words(context, message.state), tone_of(message.state)};
    view.text = explanation_of(context, message.state);
    for (const std::string& what : message.waits_for)
        view.points.push_back(wait_words(context, what));
    if (message.state == InboxState::ignored && !message.reason.empty())
        view.detail = context.text("import.reason", {{"reason", message.reason}});
    // Why it does not fit is told below; of files that were rejected before that was told, by its text.
    if (message.state == InboxState::rejected && page.detail->found.empty()) {
        view.file_text = text_view(context, page, {});
        if (view.file_text->excerpt) view.file_text->excerpt->original = message.reason;
    }
    if (page.failed != Repair::explain) view.failure = repair_failure_words(context, page);
    view.buttons = buttons_view(context, page);
    view.running = page.running != Repair::none;
    if (page.form != app::RepairForm::ignore) return view;
    IgnoreFormView form;
    form.field.label = context.text("import.ignore_label");
    form.field.hint = context.text("import.ignore_hint");
    form.field.value = page.reason;
    form.confirm = context.text("import.ignore_confirm");
    form.cancel = context.text("import.cancel");
    view.ignoring = std::move(form);
    return view;
}

std::vector<words::FactView> facts_view(const ViewContext& context, const InboxMessage& message) {
    constexpr std::int64_t kKilobyte = 1000;
    std::string rows = number(context, message.rows);
    if (message.rows_rejected > 0)
        rows = join_facts({rows, context.text("imports.rows_left_out", {{"count", message.rows_rejected}})});
    const std::int64_t kilobytes = (message.bytes + kKilobyte - 1) / kKilobyte;
    return {{context.text("import.file"), message.file},
            {context.text("import.source"), message.source},
            {context.text("import.feed"), message.feed},
            {context.text("import.received"), context.instant(message.received)},
            {context.text("import.size"), context.text("import.kilobytes", {{"count", kilobytes}})},
            {context.text("import.rows"), std::move(rows)},
            {context.text("import.records"), number(context, message.records)}};
}

void add_orders(const ViewContext& context, const api::InboxDetail& detail, ImportPageView& view) {
    view.orders_title = join_facts({context.text("import.orders_title"),
                                    context.text("imports.orders", {{"count", detail.message.orders}})});
    for (const api::TouchedOrder& order : detail.orders)
        view.orders.push_back({order.number, order.account});
    const auto more = detail.message.orders - static_cast<std::int64_t>(detail.orders.size());
    if (more > 0) view.orders_more = context.text("import.orders_more", {{"count", more}});
}

AbsenceView missing_view(const ViewContext& context) {
    AbsenceView view;
    view.title = context.text("page_not_found.title");
    view.text = context.text("page_not_found.text");
    return view;
}

} // namespace

std::string repair_failure_words(const ViewContext& context, const app::ImportPageState& page) {
    switch (page.failure) {
    case app::RepairFailure::none: return {};
    case app::RepairFailure::unreachable: return context.text("import.unreachable");
    case app::RepairFailure::refused: return context.text("import.refused");
    case app::RepairFailure::conflict: break;
    }
    return page.failed == Repair::explain ? context.text("import.explain_conflict")
                                          : context.text("import.conflict");
}

QuestionView withdraw_question_view(const ViewContext& context, const app::ImportPageState& page) {
    QuestionView view;
    view.title = context.text("import.ask_title");
    view.confirm = context.text("import.withdraw");
    view.cancel = context.text("import.ask_keep");
    view.close_name = context.text("settings.close");
    if (!page.detail) return view;
    view.text = context.text("import.ask_text", {{"count", page.detail->message.orders}});
    if (page.detail->orders_alone > 0)
        view.text = context.text(
            "explain.join",
            {{"first", view.text},
             {"second", context.text("import.ask_alone", {{"count", page.detail->orders_alone}})}});
    return view;
}

ImportPageView import_page_view(const ViewContext& context, const app::Model& model) {
    const app::ImportPageState& page = model.import_page;
    ImportPageView view;
    view.back = context.text("import.back");
    view.back_href = app::path_of(model.imports.query);
    view.title = page.detail ? page.detail->message.file : context.text("import.title");
    if (page.is_missing) {
        view.absence = missing_view(context);
        return view;
    }
    if (page.reading == app::Reading::failed || waits_in_vain(model)) {
        view.absence = failed_view(context, model);
        return view;
    }
    if (!page.detail) {
        view.loading = context.text("import.loading");
        return view;
    }
    const api::InboxDetail& detail = *page.detail;
    view.subtitle =
        join_facts({detail.message.source, detail.message.feed, context.instant(detail.message.received)});
    view.state = state_view(context, page);
    view.form = page.form;
    view.reasons_title = context.text("reasons.title");
    for (const api::InboxFinding& finding : detail.found)
        view.reasons.push_back(reason_view(context, page, finding));
    view.more = more_view(context, detail.next.has_value(), page.more);
    view.facts_title = context.text("import.facts");
    view.facts = facts_view(context, detail.message);
    add_orders(context, detail, view);
    return view;
}

} // namespace orderdeck::client::screens
