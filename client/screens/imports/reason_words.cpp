#include "client/screens/imports/reason_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace orderdeck::client::screens {
namespace {

struct Reason {
    constexpr Reason(std::string_view found, i18n::MessageId told) : code(found), title(told) {}
    constexpr Reason(std::string_view found, i18n::MessageId told, i18n::MessageId ended_by)
        : code(found), title(told), remedy(ended_by) {}

    std::string_view code;
    i18n::MessageId title;
    std::optional<i18n::MessageId> remedy;
};

constexpr Reason kReasons[] = {
    // The file as a whole.
    {"bad_file", "reason_of.file", "remedy.feed"},
    {"empty_file", "reason_of.empty", "remedy.source"},
    {"missing_column", "reason_of.missing_column", "remedy.feed"},
    {"no_rows", "reason_of.no_rows", "remedy.feed"},
    {"bad_document", "reason_of.document", "remedy.source"},
    {"bad_payload", "reason_of.document", "remedy.source"},
    {"bad_event", "reason_of.event", "remedy.source"},
    {"not_taken", "reason_of.not_taken", "remedy.ignore"},
    {"no_issue_date", "reason_of.undated", "remedy.undated"},
    {"bad_encoding", "reason_of.encoding", "remedy.encoding"},
    {"nul_byte", "reason_of.encoding", "remedy.encoding"},
    {"repeated_column", "reason_of.repeated_column"},
    {"unmapped_column", "reason_of.unmapped_column", "remedy.unmapped_column"},
    // The form of a row.
    {"too_few_cells", "reason_of.too_few_cells", "remedy.source"},
    {"too_many_cells", "reason_of.too_many_cells", "remedy.quoting"},
    {"unterminated_quote", "reason_of.open_quote", "remedy.source"},
    {"shifted_by_quote", "reason_of.stray_quote", "remedy.quoting"},
    {"stray_quote", "reason_of.stray_quote", "remedy.quoting"},
    // A value.
    {"bad_date", "reason_of.date", "remedy.format"},
    {"bad_number", "reason_of.number", "remedy.format"},
    {"bad_amount", "reason_of.number", "remedy.format"},
    {"bad_currency", "reason_of.currency", "remedy.source"},
    {"other_currency", "reason_of.other_currency", "remedy.source"},
    {"bad_word", "reason_of.word", "remedy.mapping"},
    {"unknown_code", "reason_of.word", "remedy.mapping"},
    {"not_plain", "reason_of.not_plain", "remedy.not_plain"},
    {"not_captured", "reason_of.not_captured"},
    {"inexact_price", "reason_of.inexact_price"},
    // What it is about.
    {"unknown_party", "reason_of.customer", "remedy.customer"},
    {"ambiguous_party", "reason_of.customers", "remedy.customers"},
    {"no_key", "reason_of.key", "remedy.source"},
    {"no_order", "reason_of.no_order"},
    {"no_subject", "reason_of.no_subject"},
    {"no_line_number", "reason_of.order_line", "remedy.source"},
    {"no_order_line", "reason_of.order_line", "remedy.source"},
    {"repeated_key", "reason_of.repeated", "remedy.source"},
    {"doubled_key", "reason_of.repeated", "remedy.source"},
    {"unmatched_key", "reason_of.unmatched", "remedy.together"},
    {"reference", "reason_of.reference"},
    {"reference_not_found", "reason_of.reference_not_found", "remedy.together"},
    {"order_without_lines", "reason_of.lineless", "remedy.lines"},
    {"number_reused", "reason_of.reused", "remedy.reused"},
    {"number_used_again", "reason_of.several_parcels"},
    {"contradiction", "reason_of.contradiction", "remedy.source"},
    // What it says.
    {"ignored_row", "reason_of.ignored_row"},
    {"nothing_to_show", "reason_of.nothing_to_show"},
    {"declared_error", "reason_of.declared_error"},
    {"carrier_message", "reason_of.carrier_message"},
    {"substituted", "reason_of.substituted"},
    {"said_to_be_paid", "reason_of.said_to_be_paid", "remedy.said_to_be_paid"},
    {"reason_given", "reason_of.reason_given"},
};

/// What a carrier writes, without the number of the parcel before it.
std::string_view carriers_words(const api::InboxFinding& finding) {
    const std::string before = "parcel " + finding.value + ": ";
    std::string_view message = finding.message;
    if (!finding.value.empty() && message.starts_with(before)) message.remove_prefix(before.size());
    return message;
}

} // namespace

ReasonWords reason_words(const ViewContext& context, const api::InboxFinding& finding) {
    if (!finding.choices.empty())
        return {context.text("reason_of.word", {{"value", finding.value}}), context.text("remedy.word"),
                true};
    const auto* known = std::find_if(std::begin(kReasons), std::end(kReasons),
                                     [&](const Reason& reason) { return reason.code == finding.code; });
    if (known == std::end(kReasons)) return {finding.message, {}, false};
    ReasonWords words{context.text(known->title, {{"value", finding.value}}), {}, true};
    if (finding.code == "carrier_message")
        words.title = context.text(known->title, {{"value", carriers_words(finding)}});
    if (finding.code == "unknown_party" && !finding.value.empty())
        words.title = context.text("reason_of.customer_named", {{"value", finding.value}});
    if (known->remedy) words.remedy = context.text(*known->remedy);
    return words;
}

} // namespace orderdeck::client::screens
