#include "shared/domain/relations/findings.h"

#include "shared/domain/name_table.h"
#include "shared/domain/relations/call_off.h"
#include "shared/domain/relations/cycles.h"

#include <utility>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kRelationFindingKindCount> kKinds{
    "cycle", "over_released", "expired_with_remainder", "unknown_end"};

void add_contract(const ContractStanding& contract, base::LocalDate today,
                  std::vector<RelationFinding>& findings) {
    const bool expired = contract.expired_with_remainder(today);
    for (const ContractLine& line : contract.lines) {
        const auto add = [&](RelationFindingKind kind, Quantity quantity) {
            findings.push_back({.kind = kind,
                                .ends = {{contract.contract, line.line}},
                                .quantity = quantity,
                                .relation = nullptr});
        };
        if (line.over_released().is_positive()) add(RelationFindingKind::over_released, line.over_released());
        if (expired && line.remaining().is_positive())
            add(RelationFindingKind::expired_with_remainder, line.remaining());
    }
}

} // namespace

std::string_view name_of(RelationFindingKind kind) { return name_in(kKinds, kind); }

std::vector<RelationFinding> relation_findings(const OrderSet& set, base::LocalDate today) {
    std::vector<RelationFinding> findings;
    for (std::vector<RelationEnd>& cycle : relation_cycles(set)) {
        findings.push_back({.kind = RelationFindingKind::cycle,
                            .ends = std::move(cycle),
                            .quantity = {},
                            .relation = nullptr});
    }
    for (const ContractStanding& contract : contracts_of(set))
        add_contract(contract, today, findings);
    for (const Relation* relation : set.unknown()) {
        findings.push_back({.kind = RelationFindingKind::unknown_end,
                            .ends = {{relation->order, relation->line}},
                            .quantity = {},
                            .relation = relation});
    }
    return findings;
}

} // namespace orderdeck::domain
