#include "client/screens/order/order_view.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"

#include <map>

namespace orderdeck::client::screens {
namespace {

using Kind = domain::Reason::Kind;

/// So many reasons of one kind are read; of more, only their number.
constexpr int kMostOfOneKind = 6;

struct ReasonWords {
    const ViewContext& context;
    const app::OrderDetails& details;

    std::string line(const domain::Reason& reason) const {
        const domain::Line* line = reason.line ? app::line_of(details, *reason.line) : nullptr;
        return line == nullptr ? std::string("–") : line->number;
    }
    /// Shipments are numbered on the page as they come in the records.
    std::string shipment(const domain::Reason& reason) const {
        const auto& rows = details.records.shipments;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (reason.shipment == rows[i].id) return std::to_string(i + 1);
        return "–";
    }
    std::string date(const std::optional<base::LocalDate>& day) const { return day ? context.date(*day) : std::string("–"); }
    std::string_view stage(const domain::Reason& reason) const {
        return context.language.raw(i18n::stage_in_sentence(reason.stage));
    }
    std::string hold_reason(const domain::Reason& reason) const {
        std::string words(context.language.raw(i18n::message_of(reason.hold_reason)));
        return reason.text.empty() ? words : join_facts({words, reason.text});
    }
};

std::string words_of(const ReasonWords& say, const domain::Reason& reason) {
    const ViewContext& context = say.context;
    switch (reason.kind) {
    case Kind::line_at_stage:
        return context.text("why.line_at_stage", {{"line", say.line(reason)},
                                                  {"stage", say.stage(reason)},
                                                  {"done", i18n::format_quantity(context.language, reason.quantity)},
                                                  {"of", i18n::format_quantity(context.language, reason.of)}});
    case Kind::line_cancelled: return context.text("why.line_cancelled", {{"line", say.line(reason)}});
    case Kind::line_on_hold:
        return context.text("why.line_on_hold", {{"line", say.line(reason)},
                                                 {"date", say.date(reason.on ? reason.on : reason.from)},
                                                 {"reason", say.hold_reason(reason)}});
    case Kind::order_on_hold:
        return context.text("why.order_on_hold", {{"date", say.date(reason.on ? reason.on : reason.from)},
                                                  {"reason", say.hold_reason(reason)}});
    case Kind::shipment_at:
        if (!reason.on)
            return context.text("why.shipment_at", {{"shipment", say.shipment(reason)}, {"stage", say.stage(reason)}});
        return context.text("why.shipment_at_since", {{"shipment", say.shipment(reason)},
                                                      {"stage", say.stage(reason)},
                                                      {"date", say.date(reason.on)}});
    case Kind::promise_moved:
        return context.text("why.promise_moved", {{"line", say.line(reason)},
                                                  {"from", say.date(reason.from)},
                                                  {"date", say.date(reason.on)},
                                                  {"reason", move_words(context, reason)}});
    case Kind::forecast_after_promise:
        return context.text("why.forecast_after_promise",
                            {{"line", say.line(reason)}, {"date", say.date(reason.on)}, {"count", reason.days}});
    case Kind::blocking_line:
        if (!reason.on) return context.text("why.blocking_line_undated", {{"line", say.line(reason)}});
        return context.text("why.blocking_line", {{"line", say.line(reason)}, {"date", say.date(reason.on)}});
    case Kind::delivered_late:
        return context.text("why.delivered_late",
                            {{"line", say.line(reason)}, {"date", say.date(reason.on)}, {"count", reason.days}});
    case Kind::fact_conflict: return context.text("why.fact_conflict", {{"finding", i18n::finding_words(context.language, reason.text)}});
    }
    return {};
}

std::string evidence_of(const ViewContext& context, const app::OrderDetails& details, const domain::Reason& reason) {
    const domain::Source* source = reason.source ? app::source_of(details, *reason.source) : nullptr;
    if (source == nullptr || !reason.received_at) return source == nullptr ? std::string() : source->name;
    return context.text("why.evidence", {{"source", source->name}, {"age", context.age(*reason.received_at)}});
}

} // namespace

std::vector<ReasonView> reasons_view(const ViewContext& context, const app::OrderDetails& details) {
    const ReasonWords say{context, details};
    const std::vector<domain::Reason> reasons = domain::explain(details.records);
    std::map<Kind, int> left;
    for (const domain::Reason& reason : reasons) ++left[reason.kind];
    std::map<Kind, int> told;
    std::vector<ReasonView> views;
    for (const domain::Reason& reason : reasons) {
        const int number = ++told[reason.kind];
        if (number <= kMostOfOneKind) views.push_back({words_of(say, reason), evidence_of(context, details, reason)});
        else if (number == kMostOfOneKind + 1)
            views.push_back({context.text("why.more", {{"count", left[reason.kind] - kMostOfOneKind}}), {}});
    }
    return views;
}

} // namespace orderdeck::client::screens
