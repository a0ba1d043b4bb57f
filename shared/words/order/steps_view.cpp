#include "shared/words/order/order_view.h"
#include "shared/words/status_words.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"

namespace orderdeck::words {
namespace {

using Progress = domain::StepState::Progress;

StepLook look_of(Progress progress) {
    switch (progress) {
    case Progress::ahead: return StepLook::upcoming;
    case Progress::partly: return StepLook::current;
    case Progress::done: return StepLook::done;
    case Progress::skipped: return StepLook::skipped;
    }
    return StepLook::upcoming;
}

bool is_production(const domain::StepState& step) { return step.step == domain::Step::production; }

std::string part_words(const ViewContext& context, const domain::StepState& step,
                       const domain::OrderSummary& summary) {
    if (is_production(step) && summary.production_permille)
        return context.text(
            "track.percent",
            {{"percent", i18n::format_percent(context.language, *summary.production_permille)}});
    if (step.lines_done == 0) return {};
    return context.text("track.lines", {{"count", step.lines_done}, {"of", step.lines_of}});
}

std::vector<StepNoteView> notes_of(const ViewContext& context, const domain::StepState& step,
                                   const domain::OrderSummary& summary) {
    std::vector<StepNoteView> notes;
    const auto note = [&](std::string text, Tone tone) { notes.push_back({std::move(text), tone}); };
    if (step.progress == Progress::skipped) {
        note(is_production(step) ? context.text("track.not_needed") : "–", Tone::mute);
        return notes;
    }
    if (step.progress == Progress::done) {
        note(step.actual_on ? context.date(*step.actual_on) : "–", Tone::mute);
        return notes;
    }
    const std::string planned =
        step.planned_on ? context.text("track.planned", {{"date", context.date(*step.planned_on)}}) : "";
    const std::string part =
        step.progress == Progress::partly ? part_words(context, step, summary) : std::string();
    const std::string first = join_facts({part, planned});
    if (!first.empty()) note(first, part.empty() ? Tone::mute : Tone::none);
    if (step.forecast_on && (!step.planned_on || *step.forecast_on != *step.planned_on)) {
        const bool slips = step.planned_on && *step.forecast_on > *step.planned_on;
        note(context.text("track.forecast", {{"date", context.date(*step.forecast_on)}}),
             slips ? Tone::bad : Tone::mute);
    }
    if (notes.empty()) note("–", Tone::mute);
    return notes;
}

std::string short_label(const ViewContext& context, const domain::StepState& step,
                        const domain::OrderSummary& summary) {
    const std::string_view name = context.language.raw(i18n::message_of(step.step));
    if (step.progress != Progress::partly) return std::string(name);
    if (is_production(step) && summary.production_permille)
        return context.text(
            "track.short_percent",
            {{"step", name},
             {"percent", i18n::format_percent(context.language, *summary.production_permille)}});
    if (step.lines_done == 0) return std::string(name);
    return context.text("track.short_lines",
                        {{"step", name}, {"count", step.lines_done}, {"of", step.lines_of}});
}

} // namespace

std::vector<StepView> steps_view(const ViewContext& context, const domain::OrderDetails& details) {
    const auto fills = step_fills(details.summary);
    std::vector<StepView> views;
    for (const domain::StepState& step : domain::steps_of(details.records)) {
        StepView view;
        view.label = context.language.raw(i18n::message_of(step.step));
        view.short_label = short_label(context, step, details.summary);
        view.number = std::to_string(static_cast<int>(step.step) + 1);
        view.look = look_of(step.progress);
        view.fill = fills[static_cast<std::size_t>(step.step)]; // the list's track: both agree
        view.notes = notes_of(context, step, details.summary);
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace orderdeck::words
