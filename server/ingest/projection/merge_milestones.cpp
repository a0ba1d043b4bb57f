#include "server/ingest/projection/merge.h"
#include "server/ingest/projection/stated_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace orderdeck::server::ingest {
namespace {

MilestoneFact& milestone_of(KnownFact& fact) { return std::get<MilestoneFact>(fact.body); }
const MilestoneFact& milestone_of(const KnownFact& fact) { return std::get<MilestoneFact>(fact.body); }

/// The dates of one kind (planned, forecast or actual) that the facts about one milestone of one subject state.
template <typename Value>
class DatesOfOneKind {
public:
    DatesOfOneKind(std::vector<KnownFact>& facts, std::optional<Value> MilestoneFact::*member,
                   std::string field)
        : facts_(facts), member_(member), field_(std::move(field)) {}

    /// Leaves only what the sources state that come first in rank.
    void keep_first_rank(Disputes& disputes, const Facts& said) {
        std::optional<int> first;
        for (const KnownFact& fact : facts_) {
            if (milestone_of(fact).*member_) first = std::min(first.value_or(fact.rank), fact.rank);
        }
        if (!first) return;
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            if (facts_[i].rank == *first && milestone_of(facts_[i]).*member_) counting_.push_back(said[i]);
        }
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            if (facts_[i].rank == *first || !(milestone_of(facts_[i]).*member_)) continue;
            note(disputes, *said[i]);
            (milestone_of(facts_[i]).*member_).reset();
        }
    }

private:
    std::string text_of(const KnownFact& fact) const { return stated_text(*(milestone_of(fact).*member_)); }

    /// A source disagrees when its first date is none of those that count.
    void note(Disputes& disputes, const KnownFact& other) {
        if (!heard_.insert(other.source).second) return;
        const bool is_repeated = std::any_of(counting_.begin(), counting_.end(), [&](const KnownFact* fact) {
            return text_of(*fact) == text_of(other);
        });
        if (is_repeated) return;
        disputes.disagreements.push_back({.key = field_,
                                          .field = field_,
                                          .value = text_of(*counting_.front()),
                                          .fact = counting_.front(),
                                          .other_value = text_of(other),
                                          .other = &other});
    }

    std::vector<KnownFact>& facts_;
    std::optional<Value> MilestoneFact::*member_;
    std::string field_;
    Facts counting_;
    std::set<const KnownSource*> heard_;
};

bool has_one_rank(const Facts& facts) {
    return std::all_of(facts.begin(), facts.end(),
                       [&](const KnownFact* fact) { return fact->rank == facts.front()->rank; });
}

std::vector<KnownFact> trim(const Facts& said, Disputes& disputes) {
    std::vector<KnownFact> facts;
    for (const KnownFact* fact : said)
        facts.push_back(*fact);
    const std::string name(name_of(milestone_of(*said.front()).code));
    DatesOfOneKind(facts, &MilestoneFact::planned, name + ".planned").keep_first_rank(disputes, said);
    DatesOfOneKind(facts, &MilestoneFact::forecast, name + ".forecast").keep_first_rank(disputes, said);
    DatesOfOneKind(facts, &MilestoneFact::actual, name).keep_first_rank(disputes, said);
    return facts;
}

bool says_something(const MilestoneFact& fact) { return fact.planned || fact.forecast || fact.actual; }

} // namespace

Facts merge_milestones(const Facts& facts, Disputes& disputes, std::vector<KnownFact>& trimmed) {
    if (facts.empty() || has_one_rank(facts)) return facts;
    std::map<domain::MilestoneCode, Facts> by_code;
    for (const KnownFact* fact : facts)
        by_code[milestone_of(*fact).code].push_back(fact);
    Facts counting;
    trimmed.clear();
    trimmed.reserve(facts.size());
    for (const auto& [code, said] : by_code) {
        if (has_one_rank(said)) {
            counting.insert(counting.end(), said.begin(), said.end());
            continue;
        }
        for (KnownFact& fact : trim(said, disputes)) {
            if (!says_something(milestone_of(fact))) continue;
            trimmed.push_back(std::move(fact));
            counting.push_back(&trimmed.back());
        }
    }
    return counting;
}

} // namespace orderdeck::server::ingest
