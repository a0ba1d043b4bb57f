#include "shared/domain/billing.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kInvoiceKindCount> kKinds{"invoice", "credit_note", "debit_note",
                                                                 "pro_forma"};
constexpr std::array<std::string_view, kInvoiceStateCount> kStates{"issued", "under_query", "accepted",
                                                                   "rejected", "cancelled"};

} // namespace

std::string_view name_of(InvoiceKind kind) { return name_in(kKinds, kind); }
std::optional<InvoiceKind> invoice_kind_from(std::string_view name) {
    return value_in<InvoiceKind>(kKinds, name);
}

std::string_view name_of(InvoiceState state) { return name_in(kStates, state); }
std::optional<InvoiceState> invoice_state_from(std::string_view name) {
    return value_in<InvoiceState>(kStates, name);
}

} // namespace orderdeck::domain
