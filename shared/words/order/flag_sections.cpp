#include "shared/words/order/order_view.h"

#include "shared/i18n/domain_words.h"
#include "shared/words/order/line_words.h"
#include "shared/words/source_words.h"

#include <algorithm>

namespace orderdeck::words {
namespace {

std::string evidence(const ViewContext& context, const std::string& source, base::Timestamp received_at) {
    if (source.empty()) return {};
    return context.text("why.evidence", {{"source", source}, {"age", context.age(received_at)}});
}

RowView hold_row(const ViewContext& context, const domain::OrderDetails& details, const domain::Hold& hold) {
    RowView row;
    row.title = as_beginning(context.language.raw(i18n::message_of(hold.reason)));
    const std::string since = context.date(hold.since);
    const std::string_view owner = i18n::party_word(context.language, hold.owner);
    const bool is_open = !hold.until;
    if (!is_open) row.pill = {context.text("holds.released"), Tone::mute};
    row.note = join_facts(
        {hold.line ? line_in_words(context, details, *hold.line) : context.text("holds.whole_order"),
         is_open ? context.text("holds.since", {{"date", since}})
                 : context.text("holds.period", {{"from", since}, {"to", context.date(*hold.until)}}),
         is_open && !owner.empty() ? context.text("holds.waits_for", {{"party", owner}}) : std::string(),
         hold.note, evidence(context, source_words(context, details, hold.source), hold.received_at)});
    return row;
}

} // namespace

SectionView holds_section(const ViewContext& context, const domain::OrderDetails& details) {
    std::vector<const domain::Hold*> holds;
    for (const domain::Hold& hold : details.records.holds)
        holds.push_back(&hold);
    std::stable_sort(holds.begin(), holds.end(), [](const domain::Hold* left, const domain::Hold* right) {
        if (left->until.has_value() != right->until.has_value()) return !left->until;
        return left->since > right->since;
    });
    SectionView section{.key = "holds", .title = context.text("holds.title")};
    for (const domain::Hold* hold : holds)
        section.rows.push_back(hold_row(context, details, *hold));
    return section;
}

} // namespace orderdeck::words
