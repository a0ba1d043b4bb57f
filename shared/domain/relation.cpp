#include "shared/domain/relation.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kRelationKindCount> kNames{
    "kit_component_of", "part_of_project", "call_off_of",  "backorder_of", "split_from",
    "shipped_with",     "replacement_for", "repair_of",    "return_of",    "sample_for",
    "follow_up_of",     "amends",          "accessory_of", "quotation_of"};

} // namespace

std::string_view name_of(RelationKind kind) { return name_in(kNames, kind); }
std::optional<RelationKind> relation_kind_from(std::string_view name) {
    return value_in<RelationKind>(kNames, name);
}

} // namespace orderdeck::domain
