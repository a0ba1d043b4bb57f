#include "server/ingest/projection/milestone_projection.h"

#include "server/ingest/projection/merge.h"
#include "server/ingest/projection/stated_text.h"
#include "shared/base/text.h"

#include <algorithm>
#include <map>
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

/// The fact as its source said it, of which `counting` may have lost some dates.
const KnownFact& as_said(const Facts& said, const KnownFact& counting) {
    return **std::find_if(said.begin(), said.end(), [&](const KnownFact* fact) {
        return fact->source == counting.source && fact->key == counting.key;
    });
}

/// Of the facts about one milestone that state a date of one kind, the one that counts most tells it.
template <typename Value>
void note_gap_of(const Facts& said, const Facts& facts, std::optional<Value> MilestoneFact::*member,
                 std::string_view ending, const Speakers& speakers, Disputes& disputes) {
    const KnownFact* first = nullptr;
    for (const KnownFact* fact : facts) {
        if (!(milestone_of(*fact).*member)) continue;
        if (first == nullptr ||
            std::pair(fact->rank, fact->natural_key()) < std::pair(first->rank, first->natural_key()))
            first = fact;
    }
    if (first == nullptr) return;
    const std::string code(name_of(milestone_of(*first).code));
    speakers.note_gap(as_said(said, *first), code, code + std::string(ending),
                      stated_text(*(milestone_of(*first).*member)), disputes);
}

void note_gaps(const Facts& said, const Facts& facts, const Speakers& speakers, Disputes& disputes) {
    std::map<domain::MilestoneCode, Facts> by_code;
    for (const KnownFact* fact : facts)
        by_code[milestone_of(*fact).code].push_back(fact);
    for (const auto& [code, told] : by_code) {
        note_gap_of(said, told, &MilestoneFact::planned, ".planned", speakers, disputes);
        note_gap_of(said, told, &MilestoneFact::forecast, ".forecast", speakers, disputes);
        note_gap_of(said, told, &MilestoneFact::actual, "", speakers, disputes);
    }
}

} // namespace

base::Result<void> project_milestones(const domain::Milestone& subject, const Facts& facts,
                                      KeyedRows<domain::Milestone>& rows, const Speakers& speakers,
                                      Disputes& disputes) {
    std::vector<KnownFact> trimmed;
    const Facts counting = merge_milestones(facts, disputes, trimmed);
    note_gaps(facts, counting, speakers, disputes);
    for (const Event& event : events_of(counting))
        TRY(rows.write(event.front()->natural_key(), row_of(event, subject)));
    return {};
}

} // namespace orderdeck::server::ingest
