#include "shared/domain/promise_story.h"

#include "shared/domain/delay_reason.h"
#include "shared/domain/progress/order_facts.h"

#include <cstdlib>

namespace orderdeck::domain {
namespace {

PromiseMove move_of(const PromiseRevision& revision, const PromiseRevision* before) {
    const DelayReason* reason = delay_reason(revision.reason);
    PromiseMove move;
    move.promise = revision.id;
    move.on = revision.promised_on;
    if (before != nullptr) {
        move.from = before->promised_on;
        move.days = revision.promised_on - before->promised_on;
    }
    move.stated_at = revision.stated_at;
    move.reason = revision.reason;
    move.party = revision.party;
    if (move.party == Party::unknown && reason != nullptr) move.party = reason->party;
    move.acceptable = move.party == Party::customer || (reason != nullptr && reason->acceptable);
    move.source = revision.source;
    move.received_at = revision.received_at;
    return move;
}

void tell(const PromiseHistory& history, PromiseStory& story) {
    story.first_confirmed_on = history.first_on();
    story.last_confirmed_on = history.last_on();
    story.binding_on = history.first_on();
    story.moves = history.moves();
    if (story.first_confirmed_on) story.net_days = *story.last_confirmed_on - *story.first_confirmed_on;
    const PromiseRevision* before = nullptr;
    for (const PromiseRevision* revision : history.revisions) {
        const PromiseMove& move = story.history.emplace_back(move_of(*revision, before));
        story.path_days += std::abs(move.days);
        if (move.days != 0 && move.acceptable) story.binding_on = move.on;
        before = revision;
    }
}

} // namespace

std::vector<PromiseStory> promise_stories(const OrderRecords& records) {
    const OrderFacts facts(records);
    std::vector<PromiseStory> stories;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineProgress& progress = facts.progress()[i];
        PromiseStory& story = stories.emplace_back();
        story.line = progress.line;
        story.requested_on = records.lines[i].requested_on;
        story.estimated_on = progress.fulfilment_forecast_on;
        story.actual_on = progress.fulfilled_on;
        tell(facts.promises()[i], story);
    }
    return stories;
}

} // namespace orderdeck::domain
