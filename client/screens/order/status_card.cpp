#include "client/screens/order/order_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/track.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr ui::TextStyle kHeadline = ui::style::title;
constexpr float kReasonGap = 10;

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

std::vector<ui::Run> runs_of(const std::vector<TextSpan>& spans) {
    std::vector<ui::Run> runs;
    for (const TextSpan& span : spans) {
        const bool strong = span.emphasis == Emphasis::strong;
        runs.push_back({span.text, strong ? ui::Weight::semibold : ui::Weight::regular,
                        strong ? ui::Ink::text : ui::Ink::text2});
    }
    return runs;
}

ui::StageState state_of(StepLook look) {
    switch (look) {
    case StepLook::done: return ui::StageState::done;
    case StepLook::current: return ui::StageState::current;
    case StepLook::upcoming: return ui::StageState::upcoming;
    case StepLook::skipped: return ui::StageState::skipped;
    }
    return ui::StageState::upcoming;
}

struct StatusCard {
    ui::Ui& ui;
    const OrderPageView& page;
    const OrderView& order;

    bool is_open() const { return page.why_state == app::Disclosure::open; }

    /// On phones with the most telling pill: in the corner, or below where the words need the width.
    float headline(const ui::Rect& area, Draw draw) const {
        if (!is_phone(ui) || order.pills.empty()) return headline_words(area, draw);
        constexpr float kNarrowestWords = 190;
        const PillView& pill = order.pills.front();
        ui::Rect words = area;
        ui::Rect corner = words.take_right(ui::pill_width(ui, pill.label));
        words.take_right(10);
        const bool wraps = headline_words(words, Draw::no) > headline_words(area, Draw::no);
        const bool beside = words.width >= scaled(ui, kNarrowestWords) && !wraps;
        float height = headline_words(beside ? words : area, draw);
        corner.height = ui.line_height(kHeadline.size);
        if (!beside) {
            corner = {area.x, area.y + height + 4, area.width, ui::pill_height(ui)};
            height += 4 + corner.height + 4;
        }
        if (draw == Draw::yes) ui::pill(ui, corner, pill.label, tone_of(pill.tone));
        return height;
    }

    float headline_words(const ui::Rect& area, Draw draw) const {
        const float height = ui::paragraph_height(ui, area.width, order.headline, kHeadline);
        if (draw == Draw::no) return height;
        const ui::Scope heading(ui, {.role = ui::Role::heading,
                                     .id = ui.id("headline"),
                                     .rect = {area.x, area.y, area.width, height},
                                     .level = 2});
        return ui::paragraph(ui, area, order.headline, kHeadline);
    }

    float explanation(const ui::Rect& area, Draw draw) const {
        const std::vector<ui::Run> runs = runs_of(order.explanation);
        if (draw == Draw::no) return ui::paragraph_height(ui, area.width, runs, ui::TextSize::body);
        return ui::paragraph(ui, area, runs, ui::TextSize::body);
    }

    float reason(const ui::Rect& area, const ReasonView& view, Draw draw) const {
        ui::Rect rest = area;
        const float text = ui::paragraph_height(ui, area.width, view.text, ui::style::body);
        const float evidence = view.evidence.empty()
                                   ? 0
                                   : ui::paragraph_height(ui, area.width, view.evidence, ui::style::caption);
        if (draw == Draw::no) return text + evidence;
        const ui::Scope item(
            ui, {.role = ui::Role::list_item, .rect = {area.x, area.y, area.width, text + evidence}});
        rest.take_top(ui::paragraph(ui, rest, view.text, ui::style::body));
        if (evidence > 0) ui::paragraph(ui, rest, view.evidence, ui::style::caption);
        return text + evidence;
    }

    float reasons(const ui::Rect& area, Draw draw) const {
        constexpr float kPadding = 16;
        ui::Rect rest = area;
        rest.take_top(12);
        ui::Rect inner = rest.inset(kPadding, 0);
        inner.take_top(kPadding);
        float height = 2 * kPadding + ui.line_height(ui::TextSize::body);
        for (const ReasonView& view : order.reasons)
            height += reason(inner, view, Draw::no) + kReasonGap;
        if (draw == Draw::no) return 12 + height;
        ui.painter().fill({rest.x, rest.y, rest.width, height}, ui::Fill::page, 10);
        ui::heading(ui, inner.take_top(ui.line_height(ui::TextSize::body)), page.why_title, 3,
                    ui::style::body_strong);
        inner.take_top(kReasonGap);
        const float end = rest.y + height - kPadding;
        const ui::List list(ui, {inner.x, inner.y, inner.width, end - inner.y}, "reasons", page.why_title);
        for (const ReasonView& view : order.reasons)
            inner.take_top(reason(inner, view, Draw::yes) + kReasonGap);
        return 12 + height;
    }

    float track(const ui::Rect& area, Draw draw) const {
        return is_phone(ui) ? compact_track(area, draw) : wide_track(area, draw);
    }

    float wide_track(const ui::Rect& area, Draw draw) const {
        std::vector<std::vector<ui::StageNote>> notes;
        std::vector<ui::StageSpec> stages;
        for (const StepView& step : order.steps) {
            notes.emplace_back();
            for (const StepNoteView& note : step.notes)
                notes.back().push_back({.text = note.text, .ink = ink_of(note.tone)});
        }
        bool is_marked = false; // the first step under way is where the order stands
        for (std::size_t i = 0; i < order.steps.size(); ++i) {
            const StepView& step = order.steps[i];
            const bool here = step.look == StepLook::current && !is_marked;
            // The line behind a node leads to the next step: it never runs past one that is not reached.
            const float filled = i + 1 < order.steps.size() ? order.steps[i + 1].fill : 0.0F;
            stages.push_back({.label = step.label,
                              .state = state_of(step.look),
                              .node_text = here ? std::string_view(step.number) : std::string_view(),
                              .filled = filled,
                              .notes = notes[i]});
            is_marked = is_marked || here;
        }
        const float height = ui::stage_track_height(ui, stages, area.width);
        if (draw == Draw::yes)
            ui::stage_track(ui, {area.x, area.y, area.width, height}, page.track_name, stages);
        return height;
    }

    /// Segments with their words below.
    float compact_track(const ui::Rect& area, Draw draw) const {
        constexpr float kTrack = 4;
        if (draw == Draw::yes) {
            std::vector<float> fills;
            for (const StepView& step : order.steps)
                fills.push_back(step.fill);
            ui::step_track(ui, {area.x, area.y, area.width, kTrack}, fills, order.progress_words);
        }
        ui::Rect words = area;
        words.take_top(kTrack + 6);
        return kTrack + 6 + step_words(words, draw);
    }

    /// With their figures where these fit, else without, else only those that are under way.
    float step_words(const ui::Rect& area, Draw draw) const {
        constexpr float kLeastGap = 5;
        for (const auto label : {&StepView::short_label, &StepView::label}) {
            if (gap_between(area.width, label) < kLeastGap) continue;
            const float line = ui.line_height(ui::TextSize::caption);
            if (draw == Draw::yes) draw_labels({area.x, area.y, area.width, line}, label);
            return line;
        }
        std::vector<std::string> under_way;
        for (const StepView& step : order.steps)
            if (step.look == StepLook::current) under_way.push_back(step.short_label);
        const std::string words = under_way.empty() ? order.progress_words : join_facts(under_way);
        const ui::TextStyle style = ui::style::with(ui::style::caption, ui::Ink::text2);
        if (draw == Draw::no) return ui::paragraph_height(ui, area.width, words, style);
        return ui::paragraph(ui, area, words, style);
    }

    float gap_between(float width, std::string StepView::*label) const {
        float words = 0;
        for (const StepView& step : order.steps)
            words += ui::text_width(ui, step.*label, ui::style::caption);
        return (width - words) / static_cast<float>(std::max<std::size_t>(2, order.steps.size()) - 1);
    }

    void draw_labels(ui::Rect area, std::string StepView::*label) const {
        const ui::Scope list(ui, {.role = ui::Role::ordered_list, .rect = area, .name = page.track_name});
        const float gap = gap_between(area.width, label);
        for (const StepView& step : order.steps) {
            const ui::Rect place = area.take_left(ui::text_width(ui, step.*label, ui::style::caption) + 1);
            area.take_left(gap - 1);
            const bool current = step.look == StepLook::current;
            const ui::Scope item(ui, {.role = ui::Role::list_item,
                                      .rect = place,
                                      .current = current ? ui::Current::step : ui::Current::none});
            const ui::Ink ink = current ? ui::Ink::text : ui::Ink::text2;
            ui::text(ui, place, step.*label, ui::style::with(ui::style::caption, ink));
        }
    }
};

} // namespace

float draw_status_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order,
                       Actions& actions) {
    const StatusCard card{ui, page, order};
    const float side = is_phone(ui) ? 16.0F : 24.0F;
    const float top = is_phone(ui) ? 16.0F : 20.0F;
    const float why_line = std::max(24.0F, ui.line_height(ui::TextSize::body));
    const auto walk = [&](Draw draw) {
        ui::Rect content = area.inset(side, 0);
        content.take_top(top);
        content.take_top(card.headline(content, draw) + 4);
        content.take_top(card.explanation(content, draw) + 4);
        const ui::Rect why = content.take_top(why_line);
        const ui::Tri expanded = card.is_open() ? ui::Tri::on : ui::Tri::off;
        if (draw == Draw::yes && ui::disclosure(ui, why, "why", page.why, expanded))
            actions.push_back(app::WhyToggled{});
        if (card.is_open()) content.take_top(card.reasons(content, draw));
        content.take_top(is_phone(ui) ? 12.0F : 20.0F);
        content.take_top(card.track(content, draw));
        return content.y + top - area.y;
    };
    const float height = walk(Draw::no);
    ui::card(ui, {area.x, area.y, area.width, height});
    walk(Draw::yes);
    return height;
}

} // namespace orderdeck::client::screens
