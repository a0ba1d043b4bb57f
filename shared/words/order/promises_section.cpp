#include "shared/words/order/order_view.h"

#include "shared/domain/promise_story.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order/line_words.h"
#include "shared/words/source_words.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace orderdeck::words {
namespace {

/// One statement, with all lines about which the same was said.
struct Statement {
    domain::PromiseMove move;
    std::vector<std::string> lines;
};

bool is_same(const domain::PromiseMove& left, const domain::PromiseMove& right) {
    const auto key = [](const domain::PromiseMove& move) {
        return std::tie(move.from, move.on, move.stated_at, move.reason, move.party, move.source);
    };
    return key(left) == key(right);
}

std::vector<Statement> statements_of(const domain::OrderDetails& details) {
    std::vector<Statement> statements;
    for (const domain::PromiseStory& story : domain::promise_stories(details.records)) {
        const domain::Line* line = domain::line_of(details, story.line);
        for (const domain::PromiseMove& move : story.history) {
            // The same date said again is no news.
            if (move.from && move.days == 0) continue;
            const auto same = std::find_if(statements.begin(), statements.end(),
                                           [&](const Statement& other) { return is_same(other.move, move); });
            Statement& told = same == statements.end() ? statements.emplace_back(Statement{move, {}}) : *same;
            if (line != nullptr) told.lines.push_back(line->number);
        }
    }
    std::stable_sort(statements.begin(), statements.end(), [](const Statement& left, const Statement& right) {
        return left.move.stated_at > right.move.stated_at;
    });
    return statements;
}

std::string days_between(const ViewContext& context, int days) {
    if (days == 0) return context.text("promises.back");
    return context.text("promises.days",
                        {{"count", std::abs(days)}, {"days", i18n::format_signed(context.language, days)}});
}

/// The words of the reason that came with it.
std::string names_of(const domain::OrderDetails& details, domain::PromiseId promise) {
    for (const domain::PromiseRevision& revision : details.records.promises)
        if (revision.id == promise) return revision.reason_names;
    return {};
}

RowView row_of(const ViewContext& context, const domain::OrderDetails& details, const Statement& statement) {
    const domain::PromiseMove& said = statement.move;
    const std::string lines = lines_in_words(context, statement.lines);
    const std::string date = context.date(said.on);
    RowView row;
    if (said.from)
        row.title = context.text("promises.move", {{"lines", lines},
                                                   {"from", context.date(*said.from)},
                                                   {"date", date},
                                                   {"days", days_between(context, said.days)}});
    else
        row.title = context.text("promises.first", {{"lines", lines}, {"date", date}});
    const std::string day = context.date(said.stated_at.date_at(context.clock.offset_at(said.stated_at)));
    const std::string_view party = i18n::party_word(context.language, said.party);
    row.note = join_facts(
        {said.reason.empty() ? std::string()
                             : promise_reason_words(context, said.reason, names_of(details, said.promise)),
         party.empty() ? std::string() : context.text("promises.cause", {{"party", party}}),
         context.text("promises.said", {{"date", day}}), source_words(context, details, said.source)});
    return row;
}

} // namespace

SectionView promises_section(const ViewContext& context, const domain::OrderDetails& details) {
    const domain::OrderSummary& summary = details.summary;
    SectionView section{.key = "promises", .title = context.text("promises.title")};
    for (const Statement& statement : statements_of(details))
        section.rows.push_back(row_of(context, details, statement));
    if (section.rows.empty()) return section;
    section.more = context.text("promises.show", {{"count", section.rows.size()}});
    if (summary.promise_moves == 0) {
        section.summary = context.text("promises.never_moved");
        return section;
    }
    section.summary =
        context.text("promises.moved", {{"count", summary.promise_moves},
                                        {"days", days_between(context, summary.promise_net_days)}});
    if (summary.promise_net_days > 0 && !summary.complete) section.tone = Tone::warn;
    return section;
}

} // namespace orderdeck::words
