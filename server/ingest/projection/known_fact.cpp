#include "server/ingest/projection/known_fact.h"

#include "server/ingest/fact_fields.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace orderdeck::server::ingest {
namespace {

/// The kinds in the order in which they are believed about what none of them owns.
constexpr std::array<std::string_view, 6> kSourceKinds = {"sales",   "production", "warehouse",
                                                          "carrier", "finance",    "customer"};

std::string_view owner_of(QuantityKind kind) {
    switch (kind) {
    case QuantityKind::confirmed:
    case QuantityKind::cancelled: return "sales";
    case QuantityKind::produced:
    case QuantityKind::scrapped:
    case QuantityKind::inspected_good:
    case QuantityKind::inspected_bad: return "production";
    case QuantityKind::reserved:
    case QuantityKind::replaced:
    case QuantityKind::returned: return "warehouse";
    case QuantityKind::accepted:
    case QuantityKind::return_requested: return "customer";
    case QuantityKind::credited:
    case QuantityKind::invoiced: return "finance";
    }
    return "sales";
}

struct FindOwner {
    std::string_view operator()(const QuantityFact& fact) const { return owner_of(fact.kind); }
    std::string_view operator()(const ShipmentFact&) const { return "warehouse"; }
    std::string_view operator()(const ShipmentLineFact&) const { return "warehouse"; }
    std::string_view operator()(const ParcelFact&) const { return "warehouse"; }
    std::string_view operator()(const TrackingEventFact&) const { return "carrier"; }
    std::string_view operator()(const ParcelForecastFact&) const { return "carrier"; }
    std::string_view operator()(const InvoiceFact&) const { return "finance"; }
    std::string_view operator()(const InvoiceLineFact&) const { return "finance"; }
    std::string_view operator()(const PaymentFact&) const { return "finance"; }
    template <typename Other>
    std::string_view operator()(const Other&) const {
        return "sales";
    }
};

/// Only what one message says differently at once is a contradiction; anything else is a correction or a lower rank.
bool said_at_once(const KnownFact& left, const KnownFact& right) {
    return left.source == right.source && left.version == right.version && left.stated_at == right.stated_at;
}

template <typename Fact>
class Merger {
public:
    explicit Merger(std::vector<Conflict>& conflicts) : conflicts_(conflicts) {}

    Fact merge(const std::vector<const KnownFact*>& facts) {
        Fact merged;
        for (const KnownFact* fact : facts)
            add(merged, facts, *fact);
        return merged;
    }

private:
    void add(Fact& merged, const std::vector<const KnownFact*>& facts, const KnownFact& known) {
        const Fact& fact = std::get<Fact>(known.body);
        std::apply([&](const auto&... field) { (fill(merged, facts, known, fact, field), ...); },
                   fields_of<Fact>());
    }

    template <typename Value>
    void fill(Fact& merged, const std::vector<const KnownFact*>& facts, const KnownFact& known,
              const Fact& fact, const FactField<Fact, std::optional<Value>>& field) {
        const std::optional<Value>& said = fact.*field.member;
        std::optional<Value>& counts = merged.*field.member;
        if (!said) return;
        if (!counts) {
            counts = said;
            return;
        }
        if (*counts == *said) return;
        const KnownFact& winner = first_that_states(facts, field);
        if (said_at_once(winner, known))
            conflicts_.push_back({.field = std::string(field.name),
                                  .inbox = known.inbox,
                                  .file_line = known.file_line,
                                  .other_line = winner.file_line});
    }
    void fill(Fact& merged, const std::vector<const KnownFact*>&, const KnownFact&, const Fact& fact,
              const FactField<Fact, std::string>& field) {
        merged.*field.member = fact.*field.member;
    }

    template <typename Value>
    static const KnownFact& first_that_states(const std::vector<const KnownFact*>& facts,
                                              const FactField<Fact, std::optional<Value>>& field) {
        return **std::find_if(facts.begin(), facts.end(), [&field](const KnownFact* fact) {
            return (std::get<Fact>(fact->body).*field.member).has_value();
        });
    }

    std::vector<Conflict>& conflicts_;
};

} // namespace

int ownership_rank(const FactBody& body, const std::string& source_kind) {
    if (std::visit(FindOwner{}, body) == source_kind) return 0;
    const auto found = std::find(kSourceKinds.begin(), kSourceKinds.end(), source_kind);
    return 1 + static_cast<int>(found - kSourceKinds.begin());
}

void sort_by_precedence(std::vector<KnownFact>& facts) {
    // Systems are compared by name, for their ids depend on which delivered first.
    const auto before = [](const KnownFact& left, const KnownFact& right) {
        const int left_rank = ownership_rank(left.body, left.source->name.kind);
        const int right_rank = ownership_rank(right.body, right.source->name.kind);
        return std::tie(left_rank, right.version, right.stated_at, left.source->name.name, left.key) <
               std::tie(right_rank, left.version, left.stated_at, right.source->name.name, right.key);
    };
    std::sort(facts.begin(), facts.end(), before);
}

OrderFact merge_order(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts) {
    return Merger<OrderFact>(conflicts).merge(facts);
}

LineFact merge_line(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts) {
    return Merger<LineFact>(conflicts).merge(facts);
}

ShipmentFact merge_shipment(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts) {
    return Merger<ShipmentFact>(conflicts).merge(facts);
}

InvoiceFact merge_invoice(const std::vector<const KnownFact*>& facts, std::vector<Conflict>& conflicts) {
    return Merger<InvoiceFact>(conflicts).merge(facts);
}

} // namespace orderdeck::server::ingest
