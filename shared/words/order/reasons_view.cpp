#include "shared/words/order/order_view.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order/line_words.h"
#include "shared/words/source_words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace orderdeck::words {
namespace {

using Kind = domain::Reason::Kind;

/// So many reasons of one kind are read; of more, only their number.
constexpr int kMostOfOneKind = 6;

/// One reason, with all lines of which the same is true.
struct ReasonGroup {
    domain::Reason reason;
    std::vector<std::string> lines;
};

bool is_whole(const domain::Reason& reason) { return reason.quantity == reason.of; }

/// Whether two reasons differ in their line only, so that they are told in one sentence.
bool same_but_line(const domain::Reason& left, const domain::Reason& right) {
    if (left.kind == Kind::line_at_stage && !(is_whole(left) && is_whole(right))) return false;
    const auto key = [](const domain::Reason& r) {
        return std::tuple(r.kind, r.shipment, r.stage, r.from, r.on, r.days, r.party, r.hold_reason, r.text,
                          r.source);
    };
    return left.line && right.line && key(left) == key(right);
}

std::vector<ReasonGroup> groups_of(const domain::OrderDetails& details) {
    std::vector<ReasonGroup> groups;
    for (const domain::Reason& reason : domain::explain(details.records)) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const ReasonGroup& group) {
            return same_but_line(group.reason, reason);
        });
        ReasonGroup& group = same == groups.end() ? groups.emplace_back(ReasonGroup{reason, {}}) : *same;
        const domain::Line* line = reason.line ? domain::line_of(details, *reason.line) : nullptr;
        if (line != nullptr) group.lines.push_back(line->number);
        if (reason.received_at > group.reason.received_at) group.reason.received_at = reason.received_at;
    }
    return groups;
}

struct ReasonWords {
    const ViewContext& context;
    const domain::OrderDetails& details;
    const ReasonGroup& group;
    const domain::Reason& reason = group.reason;

    std::string lines() const { return lines_in_words(context, group.lines); }
    /// Shipments are numbered on the page as they come in the records.
    std::string shipment() const {
        const auto& rows = details.records.shipments;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (reason.shipment == rows[i].id) return std::to_string(i + 1);
        return "–";
    }
    std::string date(const std::optional<base::LocalDate>& day) const {
        return day ? context.date(*day) : std::string("–");
    }
    std::string hold_since() const { return date(reason.on ? reason.on : reason.from); }
    std::string hold_reason() const {
        std::string words(context.language.raw(i18n::message_of(reason.hold_reason)));
        return reason.text.empty() ? words : join_facts({words, reason.text});
    }
    std::string_view stage() const { return context.language.raw(i18n::stage_in_sentence(reason.stage)); }

    std::string at_stage() const {
        if (is_whole(reason))
            return context.text("why.lines_at_stage", {{"lines", lines()}, {"stage", stage()}});
        return context.text("why.line_at_stage",
                            {{"lines", lines()},
                             {"stage", stage()},
                             {"done", i18n::format_quantity(context.language, reason.quantity)},
                             {"of", i18n::format_quantity(context.language, reason.of)}});
    }
    std::string shipment_at() const {
        if (!reason.on)
            return context.text("why.shipment_at", {{"shipment", shipment()}, {"stage", stage()}});
        return context.text("why.shipment_at_since",
                            {{"shipment", shipment()}, {"stage", stage()}, {"date", date(reason.on)}});
    }
    std::string blocking() const {
        // A promise that has passed says nothing about when the line will come.
        const bool is_past = reason.on && *reason.on < context.clock.today();
        if (!reason.on || is_past) return context.text("why.blocking_line_undated", {{"lines", lines()}});
        return context.text("why.blocking_line", {{"lines", lines()}, {"date", date(reason.on)}});
    }
    std::string conflict() const {
        const std::string_view finding = i18n::finding_words(context.language, reason.text);
        if (group.lines.empty()) return context.text("why.fact_conflict", {{"finding", finding}});
        return context.text("why.fact_conflict_lines", {{"lines", lines()}, {"finding", finding}});
    }
    std::string moved() const {
        return context.text("why.promise_moved", {{"lines", lines()},
                                                  {"from", date(reason.from)},
                                                  {"date", date(reason.on)},
                                                  {"reason", move_words(context, reason)}});
    }
};

std::string words_of(const ReasonWords& say) {
    const ViewContext& context = say.context;
    const domain::Reason& reason = say.reason;
    switch (reason.kind) {
    case Kind::line_at_stage: return say.at_stage();
    case Kind::line_cancelled: return context.text("why.line_cancelled", {{"lines", say.lines()}});
    case Kind::line_on_hold:
        return context.text(
            "why.line_on_hold",
            {{"lines", say.lines()}, {"date", say.hold_since()}, {"reason", say.hold_reason()}});
    case Kind::order_on_hold:
        return context.text("why.order_on_hold", {{"date", say.hold_since()}, {"reason", say.hold_reason()}});
    case Kind::shipment_at: return say.shipment_at();
    case Kind::promise_moved: return say.moved();
    case Kind::forecast_after_promise:
        return context.text("why.forecast_after_promise",
                            {{"lines", say.lines()}, {"date", say.date(reason.on)}, {"count", reason.days}});
    case Kind::blocking_line: return say.blocking();
    case Kind::delivered_late:
        return context.text("why.delivered_late",
                            {{"lines", say.lines()}, {"date", say.date(reason.on)}, {"count", reason.days}});
    case Kind::fact_conflict: return say.conflict();
    }
    return {};
}

std::string evidence_of(const ViewContext& context, const domain::OrderDetails& details,
                        const domain::Reason& reason) {
    const std::string name = reason.source ? source_words(context, details, *reason.source) : std::string();
    if (name.empty()) return {};
    if (!reason.received_at) return name;
    return context.text("why.evidence", {{"source", name}, {"age", context.age(*reason.received_at)}});
}

} // namespace

std::vector<ReasonView> reasons_view(const ViewContext& context, const domain::OrderDetails& details) {
    const std::vector<ReasonGroup> groups = groups_of(details);
    std::map<Kind, int> left;
    for (const ReasonGroup& group : groups)
        ++left[group.reason.kind];
    std::map<Kind, int> told;
    std::vector<ReasonView> views = overdue_reasons(context, details);
    for (const ReasonGroup& group : groups) {
        const Kind kind = group.reason.kind;
        const int number = ++told[kind];
        const ReasonWords say{context, details, group};
        if (number <= kMostOfOneKind)
            views.push_back({words_of(say), evidence_of(context, details, group.reason)});
        else if (number == kMostOfOneKind + 1)
            views.push_back({context.text("why.more", {{"count", left[kind] - kMostOfOneKind}}), {}});
    }
    return views;
}

} // namespace orderdeck::words
