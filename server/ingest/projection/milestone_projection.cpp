#include "server/ingest/projection/milestone_projection.h"

#include "server/ingest/projection/merge.h"
#include "shared/base/text.h"

#include <algorithm>
#include <set>

namespace orderdeck::server::ingest {
namespace {

/// Facts that describe one event; they are sorted by key, so that the first names it.
using Event = std::vector<const KnownFact*>;

const MilestoneFact& milestone_of(const KnownFact& known) { return std::get<MilestoneFact>(known.body); }

/// A milestone without any date takes back what was said under its key.
bool states_nothing(const MilestoneFact& fact) { return !fact.planned && !fact.forecast && !fact.actual; }

bool same_event(const KnownFact& left, const KnownFact& right) {
    const MilestoneFact& a = milestone_of(left);
    const MilestoneFact& b = milestone_of(right);
    return left.source == right.source && a.code == b.code && a.planned == b.planned &&
           a.forecast == b.forecast && a.actual == b.actual && a.quantity == b.quantity && a.place == b.place;
}

std::vector<Event> events_of(Facts facts) {
    std::sort(facts.begin(), facts.end(), [](const KnownFact* left, const KnownFact* right) {
        return left->natural_key() < right->natural_key();
    });
    std::vector<Event> events;
    for (const KnownFact* fact : facts) {
        if (states_nothing(milestone_of(*fact))) continue;
        const auto event = std::find_if(events.begin(), events.end(), [fact](const Event& known) {
            return same_event(*known.front(), *fact);
        });
        if (event == events.end())
            events.push_back({fact});
        else
            event->push_back(fact);
    }
    return events;
}

std::string note_of(const Event& event) {
    std::vector<std::string> notes;
    for (const KnownFact* fact : event) {
        const std::string& note = milestone_of(*fact).note;
        if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end())
            notes.push_back(note);
    }
    return base::join(notes, "; ");
}

domain::Milestone row_of(const Event& event, const domain::Milestone& subject) {
    const KnownFact& first = *event.front();
    const MilestoneFact& fact = milestone_of(first);
    domain::Milestone row = subject;
    row.code = fact.code;
    row.planned = fact.planned;
    row.forecast = fact.forecast;
    row.actual = fact.actual;
    row.quantity = fact.quantity;
    row.place = fact.place;
    row.note = note_of(event);
    row.source = first.source->row;
    row.received_at = first.received_at;
    for (const KnownFact* other : event)
        row.received_at = std::min(row.received_at, other->received_at);
    return row;
}

} // namespace

base::Result<void> project_milestones(const domain::Milestone& subject, const Facts& facts,
                                      KeyedRows<domain::Milestone>& rows, Disputes& disputes) {
    std::vector<KnownFact> trimmed;
    for (const Event& event : events_of(merge_milestones(facts, disputes, trimmed)))
        TRY(rows.write(event.front()->natural_key(), row_of(event, subject)));
    return {};
}

} // namespace orderdeck::server::ingest
