#include "shared/words/order/order_view.h"

#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"

#include <algorithm>

namespace orderdeck::words {
namespace {

/// How the reader learns when all of it is, was, or should have been there.
std::string when_complete(const ViewContext& context, const domain::OrderDetails& details) {
    const domain::OrderSummary& summary = details.summary;
    if (summary.complete) {
        if (!summary.delivered_on) return context.text("explain.cancelled");
        const std::string date = context.date(*summary.delivered_on);
        if (!summary.promised_on) return context.text("explain.complete_unpromised", {{"date", date}});
        const std::string promised = context.date(*summary.promised_on);
        if (*summary.delivered_on < *summary.promised_on)
            return context.text("explain.complete_early", {{"date", date}, {"promised", promised}});
        if (summary.delivered_late_days <= 0)
            return context.text("explain.complete_on_time", {{"date", date}});
        return context.text("explain.complete_late",
                            {{"date", date}, {"promised", promised}, {"count", summary.delivered_late_days}});
    }
    if (!summary.promised_on) {
        if (summary.forecast_on)
            return context.text("explain.expected", {{"date", context.near_date(*summary.forecast_on)}});
        return context.text("explain.no_promise");
    }
    const std::string promised = context.near_date(*summary.promised_on);
    if (summary.forecast_on && *summary.forecast_on > *summary.promised_on)
        return context.text("explain.expected_late", {{"date", context.near_date(*summary.forecast_on)},
                                                      {"promised", context.date(*summary.promised_on)}});
    if (domain::is_late(summary, context.clock.now)) {
        const int days = std::max(1, domain::late_days(summary, details.records.order, context.clock.now));
        return context.text("explain.overdue", {{"date", promised}, {"count", days}});
    }
    if (summary.promised_first_on && *summary.promised_first_on != *summary.promised_on)
        return context.text("explain.promised_moved",
                            {{"date", promised}, {"first", context.date(*summary.promised_first_on)}});
    return context.text("explain.promised", {{"date", promised}});
}

/// The moves of the line that was moved most often, each with its cause: "drawing change (you, +2)".
std::vector<std::string> move_reasons(const ViewContext& context, const domain::OrderDetails& details) {
    std::vector<std::string> told;
    for (const domain::Reason& reason : domain::explain(details.records)) {
        if (reason.kind != domain::Reason::Kind::promise_moved || reason.days == 0) continue;
        std::string part = move_words(context, reason);
        // Lines that moved together for one cause are one move to the reader.
        if (std::find(told.begin(), told.end(), part) == told.end()) told.push_back(std::move(part));
    }
    return told;
}

std::string moves(const ViewContext& context, const domain::OrderDetails& details) {
    const int count = details.summary.promise_moves;
    if (count == 0) return {};
    const std::vector<std::string> reasons = move_reasons(context, details);
    if (reasons.empty() || static_cast<int>(reasons.size()) > count + 1)
        return context.text("explain.moved_plain", {{"count", count}});
    std::string list;
    for (const std::string& reason : reasons) {
        if (!list.empty()) list += context.language.raw("list.separator");
        list += reason;
    }
    return context.text("explain.moved", {{"count", count}, {"reasons", list}});
}

std::string hold(const ViewContext& context, const domain::OrderSummary& summary) {
    if (!summary.hold_reason || !summary.hold_since) return {};
    const std::string_view reason = context.language.raw(i18n::message_of(*summary.hold_reason));
    return context.text("explain.hold", {{"date", context.date(*summary.hold_since)}, {"reason", reason}});
}

std::string blocking(const ViewContext& context, const domain::OrderDetails& details) {
    if (!details.summary.blocking_line) return {};
    const domain::Line* line = domain::line_of(details, *details.summary.blocking_line);
    return line == nullptr ? std::string() : context.text("explain.blocking", {{"line", line->number}});
}

std::string requested(const ViewContext& context, const domain::OrderSummary& summary) {
    if (summary.complete || !summary.requested_on) return {};
    if (summary.promised_on && *summary.promised_on <= *summary.requested_on) return {};
    return context.text("explain.requested", {{"date", context.date(*summary.requested_on)}});
}

} // namespace

std::string promise_reason_words(const ViewContext& context, const std::string& code,
                                 const std::string& names) {
    if (names.empty()) return i18n::reason_words(context.language, code);
    return domain::decode_localized(code, names).in(context.language.tag());
}

std::string move_words(const ViewContext& context, const domain::Reason& reason) {
    const std::string words = reason.text.empty()
                                  ? context.text("explain.move_unstated")
                                  : promise_reason_words(context, reason.text, reason.text_names);
    const std::string days = i18n::format_signed(context.language, reason.days);
    const std::string_view party = i18n::party_word(context.language, reason.party);
    if (party.empty()) return context.text("explain.move", {{"reason", words}, {"days", days}});
    return context.text("explain.move_party", {{"reason", words}, {"party", party}, {"days", days}});
}

std::vector<TextSpan> explanation_view(const ViewContext& context, const domain::OrderDetails& details) {
    const domain::OrderSummary& summary = details.summary;
    const bool customers_turn = !summary.complete && summary.turn == domain::Party::customer;
    const std::string sentences[] = {
        when_complete(context, details),
        requested(context, summary),
        moves(context, details),
        summary.complete ? std::string() : hold(context, summary),
        customers_turn ? context.text("explain.hold_owner_customer") : std::string(),
        blocking(context, details),
    };
    std::string all;
    for (const std::string& sentence : sentences) {
        if (sentence.empty()) continue;
        all = all.empty() ? sentence : context.text("explain.join", {{"first", all}, {"second", sentence}});
    }
    return split_emphasis(all);
}

} // namespace orderdeck::words
