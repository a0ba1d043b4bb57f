#include "shared/words/order/order_view.h"

#include "shared/domain/relations/kit_parts.h"
#include "shared/domain/relations/order_set.h"
#include "shared/domain/why.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"

#include <algorithm>

namespace orderdeck::words {
namespace {

using domain::Stage;

domain::Quantity active_of(const domain::LineProgress& progress) {
    return progress.ordered - progress.cancelled;
}

/// The stage that tells most: the furthest that any of it has reached. While parts of it are made, it is in production,
/// though some pieces are beyond.
Stage told_stage(const domain::LineProgress& progress) {
    const bool partly_made =
        progress.reached_any == Stage::quality_check && progress.reached < Stage::quality_check;
    return partly_made ? Stage::in_production : progress.reached_any;
}

/// How much of the line stands at that stage.
domain::Quantity done_of(const domain::LineProgress& progress) {
    const Stage stage = told_stage(progress);
    if (stage == Stage::in_production) return progress.produced;
    if (progress.reached == progress.reached_any) return active_of(progress);
    if (stage >= Stage::accepted) return progress.accepted;
    if (stage >= Stage::delivered) return progress.delivered;
    if (stage >= Stage::shipped) return progress.shipped;
    if (stage >= Stage::packed) return progress.packed;
    return progress.produced;
}

/// Of the quantity that is not cancelled; all of it once the whole line has reached the stage.
float share_at(const domain::LineProgress& progress, Stage stage, domain::Quantity done) {
    if (progress.wholly_cancelled) return 0;
    if (progress.reached >= stage) return 1;
    constexpr float kWhole = 1000;
    return std::min(1.0F, static_cast<float>(domain::permille(done, active_of(progress))) / kWhole);
}

LineShares shares_of(const domain::LineProgress& progress) {
    LineShares shares;
    shares.delivered = share_at(progress, Stage::delivered, std::max(progress.delivered, progress.accepted));
    shares.shipped = std::max(shares.delivered, share_at(progress, Stage::shipped, progress.shipped));
    const domain::Quantity made = std::max(progress.produced, progress.packed);
    shares.made = std::max(shares.shipped, share_at(progress, Stage::quality_check, made));
    return shares;
}

/// What the words tell, as a share: nothing is made before production.
float told_share(const domain::LineProgress& progress) {
    const Stage stage = told_stage(progress);
    if (stage < Stage::in_production) return 0;
    constexpr float kWhole = 1000;
    if (stage == Stage::in_production)
        return static_cast<float>(progress.production_permille.value_or(0)) / kWhole;
    return share_at(progress, std::max(stage, Stage::quality_check), done_of(progress));
}

struct LineWriter {
    const ViewContext& context;
    const domain::OrderDetails& details;

    std::string caption(const domain::Line& line, const domain::Item* item) const {
        std::string quantity = i18n::format_quantity(context.language, line.ordered);
        if (!line.unit.empty()) quantity += " " + i18n::unit_words(context.language, line.unit, line.ordered);
        return join_facts({item == nullptr ? std::string() : item->sku, quantity, line.customer_reference});
    }

    bool is_blocking(const domain::Line& line) const { return details.summary.blocking_line == line.id; }

    /// Of a kit the component that holds it up.
    const domain::Line* missing_part_of(const domain::Line& line) const {
        if (!details.summary.blocking_line) return nullptr;
        const domain::OrderRecords* records = &details.records;
        for (const domain::KitPart& part : domain::kit_parts_of(std::span(&records, 1)))
            if (part.kit == line.id && part.component == *details.summary.blocking_line)
                return domain::find_line(details.records, part.component);
        return nullptr;
    }

    int days_late(const domain::LineProgress& progress) const {
        if (!progress.promised_on || progress.wholly_cancelled) return 0;
        if (progress.fulfilled && !progress.fulfilled_on) return 0;
        if (!progress.fulfilled && !progress.open.is_positive()) return 0;
        const base::LocalDate until = progress.fulfilled_on.value_or(context.clock.today());
        return std::max(0, until - *progress.promised_on);
    }

    std::string warning(const domain::Line& line, const domain::LineProgress& progress) const {
        std::vector<std::string> parts;
        if (is_blocking(line)) parts.push_back(context.text("lines.blocking"));
        if (const domain::Line* missing = missing_part_of(line))
            parts.push_back(context.text("lines.waits_for", {{"line", missing->number}}));
        if (progress.on_hold) parts.push_back(context.text("lines.on_hold"));
        if (const int late = days_late(progress); late > 0)
            parts.push_back(context.text("lines.late", {{"count", late}}));
        else if (is_blocking(line))
            parts.push_back(last_move_of(line));
        return join_facts(parts);
    }

    std::string last_move_of(const domain::Line& line) const {
        const domain::PromiseRevision* last = nullptr;
        for (const domain::PromiseRevision& promise : details.records.promises)
            if (promise.line == line.id && !promise.reason.empty() &&
                (last == nullptr || last->stated_at < promise.stated_at))
                last = &promise;
        return last == nullptr ? std::string()
                               : promise_reason_words(context, last->reason, last->reason_names);
    }

    Tone tone(const domain::Line& line, const domain::LineProgress& progress) const {
        return is_blocking(line) || progress.on_hold ? Tone::warn : Tone::mute;
    }

    /// While it is made: "In production 70 % · 3 of 5 operations", "In production 30 of 50", or only that it is.
    std::string making(const domain::LineProgress& progress) const {
        std::string stage = context.text(i18n::message_of(Stage::in_production));
        if (!progress.production_permille) return stage;
        const std::string percent = i18n::format_percent(context.language, *progress.production_permille);
        return context.text("lines.operations", {{"stage", stage},
                                                 {"percent", percent},
                                                 {"done", progress.operations_finished},
                                                 {"of", progress.operations}});
    }

    void write_progress(LineView& view, const domain::LineProgress& progress) const {
        if (progress.wholly_cancelled) {
            view.progress = context.text("lines.cancelled");
            view.progress_short = view.progress;
            return;
        }
        const std::string done = i18n::format_quantity(context.language, done_of(progress));
        const std::string of = i18n::format_quantity(context.language, active_of(progress));
        const std::string_view stage = context.language.raw(i18n::message_of(told_stage(progress)));
        view.progress = context.text("lines.progress", {{"stage", stage}, {"done", done}, {"of", of}});
        const bool is_making = told_stage(progress) == Stage::in_production;
        if (is_making && (progress.operations > 0 || !progress.production_permille))
            view.progress = making(progress);
        const bool all_there = done_of(progress) == active_of(progress);
        view.progress_short = all_there ? std::string(stage) : view.progress;
        view.shares = shares_of(progress);
        view.told = told_share(progress);
    }
};

LineView line_view(const LineWriter& writer, const domain::Line& line, const domain::LineProgress& progress) {
    const ViewContext& context = writer.context;
    const domain::Item* item = domain::item_of(writer.details, line.item);
    LineView view;
    view.key = std::to_string(line.id.value());
    view.number = line.number;
    view.name = item == nullptr ? context.text("orders.item_unknown") : item->name.in(context.language.tag());
    view.caption = writer.caption(line, item);
    view.warning = writer.warning(line, progress);
    view.warning_tone = writer.days_late(progress) > 0 ? Tone::bad : Tone::warn;
    view.tone = writer.tone(line, progress);
    writer.write_progress(view, progress);
    if (line.amount_minor)
        view.amount =
            i18n::format_money(context.language, {*line.amount_minor, writer.details.records.order.currency});
    view.compact_caption = join_facts({view.number, view.caption, view.amount});
    view.bar_name = context.text("lines.bar", {{"line", line.number}, {"words", view.progress}});
    return view;
}

} // namespace

std::vector<LineView> lines_view(const ViewContext& context, const domain::OrderDetails& details) {
    const LineWriter writer{context, details};
    const std::vector<domain::LineProgress> progress = domain::line_progress(details.records);
    std::vector<LineView> views;
    for (std::size_t i = 0; i < details.records.lines.size(); ++i)
        views.push_back(line_view(writer, details.records.lines[i], progress[i]));
    return views;
}

} // namespace orderdeck::words
