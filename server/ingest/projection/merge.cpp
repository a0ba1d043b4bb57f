#include "server/ingest/projection/merge.h"

#include "server/ingest/fact_content.h"
#include "server/ingest/fact_fields.h"
#include "server/ingest/projection/ownership.h"
#include "server/ingest/projection/stated_text.h"

#include <algorithm>
#include <set>

namespace orderdeck::server::ingest {
namespace {

/// Only what one message says differently at once is a conflict; anything else is a correction.
bool said_at_once(const KnownFact& left, const KnownFact& right) {
    return left.source == right.source && left.version == right.version && left.stated_at == right.stated_at;
}

template <typename Fact>
class Merger {
public:
    Merger(const Facts& facts, Disputes& disputes, const Speakers* speakers = nullptr)
        : facts_(facts), disputes_(disputes), speakers_(speakers) {
        for (const KnownFact* fact : facts)
            several_sources_ = several_sources_ || fact->source != facts.front()->source;
    }

    Fact merge() {
        Fact merged;
        std::apply([&](const auto&... field) { (fill(merged, field), ...); }, fields_of<Fact>());
        return merged;
    }

private:
    template <typename Value>
    using Optional = FactField<Fact, std::optional<Value>>;

    void fill(Fact& merged, const FactField<Fact, std::string>& field) {
        if (!facts_.empty()) merged.*field.member = std::get<Fact>(facts_.front()->body).*field.member;
    }

    template <typename Value>
    void fill(Fact& merged, const Optional<Value>& field) {
        const KnownFact* counts = best(field);
        if (counts == nullptr) return;
        const Value& value = *said(*counts, field);
        merged.*field.member = value;
        if (speakers_ != nullptr && is_marked_when_inferred(field.name))
            speakers_->note_gap(*counts, field.name, field.name, stated_text(value), disputes_);
        std::set<const KnownSource*> heard{counts->source};
        for (const KnownFact* fact : facts_) {
            const auto& other = said(*fact, field);
            if (!other) continue;
            const bool is_news = heard.insert(fact->source).second;
            if (*other == value) continue;
            if (said_at_once(*counts, *fact))
                disputes_.conflicts.push_back({.field = std::string(field.name),
                                               .inbox = fact->inbox,
                                               .file_line = fact->file_line,
                                               .other_line = counts->file_line});
            // Of another source only what it says last is its word.
            if (is_news) disagree(field.name, *counts, stated_text(value), *fact, stated_text(*other));
        }
    }

    void disagree(std::string_view field, const KnownFact& counts, std::string value, const KnownFact& other,
                  std::string other_value) {
        if (other_value.empty() || reads_the_same(value, other_value)) return;
        disputes_.disagreements.push_back({.key = std::string(field),
                                           .field = std::string(field),
                                           .value = std::move(value),
                                           .fact = &counts,
                                           .other_value = std::move(other_value),
                                           .other = &other});
    }

    /// Of the owner's, else of the next in rank; the facts of one source are sorted already.
    template <typename Value>
    const KnownFact* best(const Optional<Value>& field) const {
        const KnownFact* best = nullptr;
        int best_rank = 0;
        for (const KnownFact* fact : facts_) {
            if (!said(*fact, field)) continue;
            if (!several_sources_) return fact;
            const int rank = ownership_rank(kind_of(fact->body), field.name, fact->source->name.kind);
            if (best != nullptr && rank >= best_rank) continue;
            best = fact;
            best_rank = rank;
        }
        return best;
    }

    template <typename Value>
    static const std::optional<Value>& said(const KnownFact& fact, const Optional<Value>& field) {
        return std::get<Fact>(fact.body).*field.member;
    }

    const Facts& facts_;
    Disputes& disputes_;
    const Speakers* speakers_;
    bool several_sources_ = false;
};

/// One fact for each `what`, the first; those of other sources that state another value disagree with it.
template <typename Fact, typename What, typename Value>
Facts first_of_each(const Facts& facts, What what, Value value, std::string_view field, Disputes& disputes) {
    std::map<std::string, const KnownFact*> first;
    std::set<std::pair<std::string, const KnownSource*>> heard;
    for (const KnownFact* known : facts) {
        const auto& fact = std::get<Fact>(known->body);
        const std::string key(what(fact));
        const KnownFact* counts = first.emplace(key, known).first->second;
        const bool is_news = heard.emplace(key, known->source).second;
        const auto& counting = value(std::get<Fact>(counts->body));
        if (counts == known || !is_news || value(fact) == counting) continue;
        disputes.disagreements.push_back({.key = std::string(field) + "/" + key,
                                          .field = field.empty() ? key : std::string(field),
                                          .value = stated_text(counting),
                                          .fact = counts,
                                          .other_value = stated_text(value(fact)),
                                          .other = known});
    }
    Facts counting;
    for (const auto& [key, known] : first)
        counting.push_back(known);
    return counting;
}

bool stated_before(const KnownFact* left, const KnownFact* right) {
    const auto stated = [](const KnownFact* known) {
        return std::get<PromiseFact>(known->body).stated_at.value_or(known->received_at);
    };
    return stated(left) < stated(right);
}

const domain::Quantity& quantity_of_fact(const QuantityFact& fact) { return fact.quantity; }
const domain::Quantity& quantity_of_link(const ShipmentLineFact& fact) { return fact.quantity; }

} // namespace

OrderFact merge_order(const Facts& facts, const Speakers& speakers, Disputes& disputes) {
    return Merger<OrderFact>(facts, disputes, &speakers).merge();
}

LineFact merge_line(const Facts& facts, const Speakers& speakers, Disputes& disputes) {
    return Merger<LineFact>(facts, disputes, &speakers).merge();
}

ShipmentFact merge_shipment(const Facts& facts, Disputes& disputes) {
    return Merger<ShipmentFact>(facts, disputes).merge();
}

InvoiceFact merge_invoice(const Facts& facts, Disputes& disputes) {
    return Merger<InvoiceFact>(facts, disputes).merge();
}

Facts merge_quantities(const Facts& facts, const Speakers& speakers, Disputes& disputes) {
    const Facts counting = first_of_each<QuantityFact>(
        facts, [](const QuantityFact& fact) { return name_of(fact.kind); }, quantity_of_fact, "", disputes);
    for (const KnownFact* known : counting) {
        const auto& fact = std::get<QuantityFact>(known->body);
        // Finance says these by its bills.
        if (fact.kind == QuantityKind::invoiced || fact.kind == QuantityKind::credited) continue;
        speakers.note_gap(*known, name_of(fact.kind), name_of(fact.kind), stated_text(fact.quantity),
                          disputes);
    }
    return counting;
}

Facts merge_links(const Facts& facts, Disputes& disputes) {
    return first_of_each<ShipmentLineFact>(
        facts, [](const ShipmentLineFact& fact) { return std::string_view(fact.shipment); }, quantity_of_link,
        "shipped", disputes);
}

Facts merge_promises(const Facts& facts, const Speakers& speakers, Disputes& disputes) {
    Facts counting;
    std::set<const KnownSource*> heard;
    const auto date = [](const KnownFact* known) { return std::get<PromiseFact>(known->body).promised_on; };
    for (const KnownFact* known : facts) {
        // Facts are sorted by rank: the first tells which rank counts.
        if (known->rank == facts.front()->rank) {
            counting.push_back(known);
            continue;
        }
        if (!heard.insert(known->source).second) continue;
        const bool was_made = std::any_of(counting.begin(), counting.end(),
                                          [&](const KnownFact* own) { return date(own) == date(known); });
        if (was_made) continue;
        const KnownFact* last = *std::max_element(counting.begin(), counting.end(), stated_before);
        disputes.disagreements.push_back({.key = "promised_on",
                                          .field = "promised_on",
                                          .value = date(last).to_string(),
                                          .fact = last,
                                          .other_value = date(known).to_string(),
                                          .other = known});
    }
    if (!counting.empty()) {
        const KnownFact* last = *std::max_element(counting.begin(), counting.end(), stated_before);
        speakers.note_gap(*last, "promised_on", "promised_on", date(last).to_string(), disputes);
    }
    return counting;
}

} // namespace orderdeck::server::ingest
