#include "shared/domain/order.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kAmountBasisCount> kAmountBases{"unstated", "net", "gross"};
constexpr std::array<std::string_view, kPartyCount> kParties{"unknown", "us",       "customer",
                                                             "carrier", "supplier", "authority"};
constexpr std::array<std::string_view, kHoldReasonCount> kHoldReasons{
    "other", "credit", "payment", "customer_request", "quality", "document", "customs", "fraud", "drawing"};

constexpr std::array<std::string_view, kOrderKindCount> kOrderKinds{"standard", "framework_contract",
                                                                    "sample", "replacement"};
constexpr std::array<std::string_view, kPriorityCount> kPriorities{"normal", "urgent"};

} // namespace

std::string_view name_of(AmountBasis basis) { return name_in(kAmountBases, basis); }
std::optional<AmountBasis> amount_basis_from(std::string_view name) {
    return value_in<AmountBasis>(kAmountBases, name);
}

std::string_view name_of(OrderKind kind) { return name_in(kOrderKinds, kind); }
std::optional<OrderKind> order_kind_from(std::string_view name) {
    return value_in<OrderKind>(kOrderKinds, name);
}

std::string_view name_of(Priority priority) { return name_in(kPriorities, priority); }
std::optional<Priority> priority_from(std::string_view name) { return value_in<Priority>(kPriorities, name); }

std::string_view name_of(Party party) { return name_in(kParties, party); }
std::optional<Party> party_from(std::string_view name) { return value_in<Party>(kParties, name); }

std::string_view name_of(HoldReason reason) { return name_in(kHoldReasons, reason); }
std::optional<HoldReason> hold_reason_from(std::string_view name) {
    return value_in<HoldReason>(kHoldReasons, name);
}

} // namespace orderdeck::domain
