#include "client/screens/imports/import_view.h"

#include "client/screens/imports/reason_words.h"
#include "shared/i18n/domain_words.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

using api::FindingSeverity;
using api::InboxFinding;

PillView severity_view(const ViewContext& context, const app::ImportPageState& page,
                       FindingSeverity severity) {
    switch (severity) {
    case FindingSeverity::info: return {context.text("reasons.note"), words::Tone::info};
    case FindingSeverity::warning: return {context.text("reasons.remark"), words::Tone::warn};
    case FindingSeverity::error: break;
    }
    const bool is_rejected = page.detail && page.detail->message.state == api::InboxState::rejected;
    return {
        context.text(is_rejected ? i18n::MessageId("reasons.misfit") : i18n::MessageId("reasons.left_out")),
        words::Tone::bad};
}

std::string place_of(const ViewContext& context, const InboxFinding& finding) {
    std::vector<std::string> parts;
    if (finding.line > 0) parts.push_back(context.text("reasons.line", {{"line", finding.line}}));
    if (!finding.column.empty())
        parts.push_back(context.text("reasons.column", {{"column", finding.column}}));
    if (finding.occurrences > 1)
        parts.push_back(context.text("reasons.times", {{"count", finding.occurrences}}));
    return join_facts(parts);
}

/// Our word as people call it, with the word itself: "sample (sample)" says nothing more than "sample".
std::string choice_label(const ViewContext& context, const std::string& vocabulary, const std::string& word) {
    const std::string key = vocabulary + "." + word;
    auto message = i18n::find_message("value." + key);
    if (!message) message = i18n::find_message(key);
    std::string plain = word;
    std::replace(plain.begin(), plain.end(), '_', ' ');
    if (!message) return plain;
    const std::string label = context.text(*message);
    return label == plain ? label : label + " (" + word + ")";
}

ExplainView explain_view(const ViewContext& context, const app::ImportPageState& page,
                         const InboxFinding& finding) {
    ExplainView view;
    view.field.label = context.text("reasons.means", {{"word", finding.value}});
    for (const std::string& word : finding.choices)
        view.choices.push_back(
            {word, choice_label(context, finding.vocabulary, word), {}, word == page.means});
    view.placeholder = context.text("reasons.means_choose");
    view.list_name = context.text("reasons.means_list");
    view.nothing = context.text("reasons.means_nothing");
    view.more = context.text("settings.zone_more");
    view.running = page.running == app::Repair::explain;
    view.ready = !page.means.empty() && page.running == app::Repair::none;
    view.save = view.running ? context.text("reasons.saving") : context.text("reasons.save");
    view.cancel = context.text("import.cancel");
    if (page.failed == app::Repair::explain) view.failure = repair_failure_words(context, page);
    return view;
}

enum class Around : std::uint8_t { finding, nothing };

ExcerptView excerpt_view(const ViewContext& context, const app::ExcerptState& state, Around around) {
    ExcerptView view;
    if (state.reading == app::Reading::failed) view.note = context.text("reasons.text_failed");
    if (state.reading == app::Reading::running) view.note = context.text("reasons.text_loading");
    if (state.reading != app::Reading::done) return view;
    const api::InboxExcerpt& excerpt = state.excerpt;
    const bool is_unplaced = around == Around::finding && excerpt.marked_line == 0;
    view.note = is_unplaced ? context.text("reasons.text_unplaced") : excerpt.file;
    std::int64_t line = excerpt.first_line;
    for (const std::string& text : excerpt.lines) {
        view.lines.push_back({std::to_string(line), text, line == excerpt.marked_line});
        ++line;
    }
    return view;
}

} // namespace

TextView text_view(const ViewContext& context, const app::ImportPageState& page, std::string finding) {
    TextView view;
    view.label = context.text("reasons.text");
    const auto open = page.excerpts.find(finding);
    const Around around = finding.empty() ? Around::nothing : Around::finding;
    if (open != page.excerpts.end()) view.excerpt = excerpt_view(context, open->second, around);
    view.finding = std::move(finding);
    return view;
}

ReasonRowView reason_view(const ViewContext& context, const app::ImportPageState& page,
                          const InboxFinding& finding) {
    ReasonRowView view;
    view.id = finding.id;
    view.severity = severity_view(context, page, finding.severity);
    view.place = place_of(context, finding);
    ReasonWords words = reason_words(context, finding);
    view.title = std::move(words.title);
    view.remedy = std::move(words.remedy);
    view.text = text_view(context, page, finding.id);
    if (view.text.excerpt && words.is_ours) view.text.excerpt->original = finding.message;
    if (finding.choices.empty()) return view;
    if (page.form == app::RepairForm::explain && page.finding == finding.id)
        view.explaining = explain_view(context, page, finding);
    else
        view.explain = context.text("reasons.explain");
    return view;
}

} // namespace orderdeck::client::screens
