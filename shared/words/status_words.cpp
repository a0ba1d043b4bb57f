#include "shared/words/status_words.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"

#include <algorithm>

namespace orderdeck::words {
namespace {

constexpr int kPermille = 1000;

/// Part of a line has left: neither the stage of the rest nor "shipped" would be true of the order.
std::string partly_shipped_headline(const ViewContext& context, const domain::OrderSummary& summary) {
    if (summary.headline.of == 1) return context.text("headline.partly_shipped");
    return context.text("headline.lines_partly_shipped",
                        {{"count", summary.lines_partly_shipped}, {"of", summary.headline.of}});
}

/// "2 ready, 1 confirmed": what has come further first.
std::string mixed_headline(const ViewContext& context, const domain::OrderSummary& summary) {
    std::string words;
    for (std::size_t at = summary.lines_at.size(); at-- > 0;) {
        const int count = summary.lines_at[at];
        if (count == 0) continue;
        if (!words.empty()) words += context.language.raw("list.comma");
        words += context.text(i18n::part_message(static_cast<domain::Stage>(at)), {{"count", count}});
    }
    return words;
}

std::string stage_headline(const ViewContext& context, const domain::OrderSummary& summary) {
    if (summary.lines_partly_shipped > 0) return partly_shipped_headline(context, summary);
    // The slowest stage alone would belie a track that shows how far the others are.
    if (summary.headline.count < summary.headline.of) return mixed_headline(context, summary);
    const std::string stage = context.text(i18n::message_of(summary.headline.stage));
    if (summary.headline.stage != domain::Stage::in_production || !summary.production_permille) return stage;
    const std::string percent = i18n::format_percent(context.language, *summary.production_permille);
    return context.text("headline.stage_percent", {{"stage", stage}, {"percent", percent}});
}

std::string lines_headline(const ViewContext& context, const domain::Headline& headline) {
    const i18n::MessageId id =
        headline.stage == domain::Stage::accepted    ? i18n::MessageId("headline.lines_accepted")
        : headline.stage == domain::Stage::delivered ? i18n::MessageId("headline.lines_delivered")
                                                     : i18n::MessageId("headline.lines_shipped");
    return context.text(id, {{"count", headline.count}, {"of", headline.of}});
}

/// "16 of 28 shipped": of the only line.
std::string units_headline(const ViewContext& context, const domain::Headline& headline) {
    const i18n::MessageId id =
        headline.stage == domain::Stage::accepted    ? i18n::MessageId("headline.units_accepted")
        : headline.stage == domain::Stage::delivered ? i18n::MessageId("headline.units_delivered")
                                                     : i18n::MessageId("headline.units_shipped");
    return context.text(id, {{"part", i18n::format_quantity(context.language, headline.part)},
                             {"whole", i18n::format_quantity(context.language, headline.whole)}});
}

/// What has come further than the headline says: "1 delivered".
std::string further_words(const ViewContext& context, const domain::OrderSummary& summary) {
    const domain::Headline& headline = summary.headline;
    const bool is_shipped = headline.stage == domain::Stage::shipped;
    if (headline.kind == domain::HeadlineKind::units_at) {
        if (!headline.further.is_positive()) return {};
        const i18n::MessageId id = is_shipped ? i18n::MessageId("headline.further_delivered")
                                              : i18n::MessageId("headline.further_accepted");
        return context.text(id, {{"part", i18n::format_quantity(context.language, headline.further)}});
    }
    const domain::Stage next = is_shipped ? domain::Stage::delivered : domain::Stage::accepted;
    const int count = is_shipped                                   ? summary.lines_delivered
                      : headline.stage == domain::Stage::delivered ? summary.lines_accepted
                                                                   : 0;
    return count == 0 ? std::string() : context.text(i18n::part_message(next), {{"count", count}});
}

std::string hold_headline(const ViewContext& context, const domain::OrderSummary& summary) {
    const auto reason = i18n::message_of(summary.hold_reason.value_or(domain::HoldReason::other));
    return context.text("headline.on_hold", {{"reason", context.language.raw(reason)}});
}

std::string returned_headline(const ViewContext& context, const domain::Headline& headline) {
    if (headline.count >= headline.of) return context.text("headline.returned");
    return context.text("headline.lines_returned", {{"count", headline.count}, {"of", headline.of}});
}

std::optional<PillView> ended_pill(const ViewContext& context, const domain::OrderSummary& summary) {
    if (summary.headline.kind == domain::HeadlineKind::cancelled)
        return PillView{context.text("pill.cancelled"), Tone::mute};
    if (summary.headline.kind == domain::HeadlineKind::returned)
        return PillView{context.text("pill.returned"), Tone::mute};
    if (!summary.complete) return std::nullopt;
    if (summary.delivered_late_days > 0)
        return PillView{context.text("pill.late", {{"count", summary.delivered_late_days}}), Tone::mute};
    if (!summary.promised_on || !summary.delivered_on) return std::nullopt;
    return PillView{context.text("pill.on_time"), Tone::ok};
}

} // namespace

std::string short_headline(const ViewContext& context, const domain::OrderSummary& summary) {
    switch (summary.headline.kind) {
    case domain::HeadlineKind::stage: return stage_headline(context, summary);
    case domain::HeadlineKind::lines_at: return lines_headline(context, summary.headline);
    case domain::HeadlineKind::cancelled: return context.text("headline.cancelled");
    case domain::HeadlineKind::on_hold: return hold_headline(context, summary);
    case domain::HeadlineKind::returned: return returned_headline(context, summary.headline);
    case domain::HeadlineKind::empty: return context.text("headline.empty");
    case domain::HeadlineKind::units_at: return units_headline(context, summary.headline);
    }
    return {};
}

std::string long_headline(const ViewContext& context, const domain::OrderSummary& summary) {
    std::string sentence = short_headline(context, summary);
    const bool by_lines = summary.headline.kind == domain::HeadlineKind::lines_at;
    if (!by_lines && summary.headline.kind != domain::HeadlineKind::units_at) return sentence;
    if (const std::string further = further_words(context, summary); !further.empty())
        sentence += std::string(context.language.raw("list.comma")) + further;
    if (!by_lines) return sentence;
    for (int i = 0; i < static_cast<int>(summary.headline.stage); ++i) {
        const int count = summary.lines_at[static_cast<std::size_t>(i)];
        if (count == 0) continue;
        sentence += context.language.raw("list.comma");
        sentence += context.text(i18n::part_message(static_cast<domain::Stage>(i)), {{"count", count}});
    }
    return sentence;
}

std::optional<PillView> moved_pill(const ViewContext& context, const domain::OrderSummary& summary) {
    const int days = summary.promise_net_days;
    if (summary.promise_moves == 0 || days == 0) return std::nullopt;
    const std::string text =
        context.text("pill.moved", {{"count", days < 0 ? -days : days},
                                    {"days", i18n::format_signed(context.language, days)}});
    return PillView{text, days > 0 ? Tone::warn : Tone::mute};
}

std::optional<PillView> main_pill(const ViewContext& context, const domain::OrderSummary& summary,
                                  const domain::Order& order) {
    if (auto ended = ended_pill(context, summary)) return ended;
    if (summary.complete) return std::nullopt;
    if (domain::is_in_trouble(summary, context.clock.now))
        return PillView{context.text("pill.in_trouble"), Tone::bad};
    if (domain::is_late(summary, context.clock.now)) {
        const int days = std::max(1, domain::late_days(summary, order, context.clock.now));
        return PillView{context.text("pill.late", {{"count", days}}), Tone::bad};
    }
    if (summary.turn == domain::Party::customer) return PillView{context.text("pill.your_turn"), Tone::info};
    if (summary.hold_reason) return PillView{context.text("pill.on_hold"), Tone::warn};
    if (domain::is_at_risk(summary, context.clock.now))
        return PillView{context.text("pill.at_risk"), Tone::warn};
    return moved_pill(context, summary);
}

std::array<float, domain::kStepCount> step_fills(const domain::OrderSummary& summary) {
    std::array<float, domain::kStepCount> fills{};
    for (int i = 0; i < domain::kStepCount; ++i) {
        const int part = std::clamp(summary.progress_permille - i * kPermille, 0, kPermille);
        fills[static_cast<std::size_t>(i)] = static_cast<float>(part) / static_cast<float>(kPermille);
    }
    return fills;
}

std::string progress_words(const ViewContext& context, const domain::OrderSummary& summary) {
    int reached = std::clamp(summary.progress_permille / kPermille, 1, domain::kStepCount);
    // Production is a step to be in; the others are named after their end and count when they are reached.
    if (reached == static_cast<int>(domain::Step::production) && summary.progress_permille % kPermille != 0)
        ++reached;
    const auto name = i18n::message_of(static_cast<domain::Step>(reached - 1));
    return context.text(
        "orders.progress",
        {{"step", reached}, {"steps", domain::kStepCount}, {"name", context.language.raw(name)}});
}

std::string join_facts(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += " · ";
        out += part;
    }
    return out;
}

} // namespace orderdeck::words
