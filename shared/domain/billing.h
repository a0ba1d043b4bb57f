#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"
#include "shared/domain/milestone.h"
#include "shared/domain/money.h"
#include "shared/domain/quantity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// Values are stored and sent: append only.
enum class InvoiceKind : std::uint8_t { invoice = 0, credit_note = 1, debit_note = 2, pro_forma = 3 };
inline constexpr int kInvoiceKindCount = 4;
std::string_view name_of(InvoiceKind kind);
std::optional<InvoiceKind> invoice_kind_from(std::string_view name);

/// What the customer has answered to an invoice, in the words of Peppol's InvoiceResponse. Values are stored and sent:
/// append only.
enum class InvoiceState : std::uint8_t {
    issued = 0,
    under_query = 1, ///< the customer disputes it
    accepted = 2,
    rejected = 3,
    cancelled = 4,
};
inline constexpr int kInvoiceStateCount = 5;
std::string_view name_of(InvoiceState state);
std::optional<InvoiceState> invoice_state_from(std::string_view name);

/// A bill or its correction. It may bill lines of several orders: what belongs to which is on InvoiceLine.
struct Invoice {
    InvoiceId id;
    AccountId account;
    std::string number;
    InvoiceKind kind = InvoiceKind::invoice;
    InvoiceState state = InvoiceState::issued;
    std::string corrects; ///< number of the invoice that a credit or debit note corrects
    Currency currency;
    std::int64_t total_minor = 0; ///< payable, in minor units; positive for a credit note too
    std::optional<std::int64_t> tax_minor;
    std::optional<base::LocalDate> issued_on;
    std::optional<base::LocalDate> due_on;
};

/// What an invoice bills of an order, or with `line` of one of its lines.
struct InvoiceLine {
    InvoiceLineId id;
    InvoiceId invoice;
    OrderId order;
    std::optional<LineId> line;
    Quantity quantity;
    std::optional<std::int64_t> amount_minor; ///< minor units of the invoice's currency
};

/// Money that came in (positive) or was paid back (negative), allocated to an invoice, else to an order (a deposit).
struct Payment {
    PaymentId id;
    std::optional<InvoiceId> invoice;
    std::optional<OrderId> order; ///< set where `invoice` is not
    std::int64_t amount_minor = 0;
    Currency currency;
    base::LocalDate on;
    std::string method; ///< as the source says: "T/T", "credit_card"
    SourceId source;
    base::Timestamp received_at;
};

/// One part of the payment terms of an order: "30 % 14 days after shipped".
struct Instalment {
    InstalmentId id;
    OrderId order;
    int number = 1;
    int share_permille = 0; ///< of the order's total; 0 when `amount_minor` says it
    std::optional<std::int64_t> amount_minor;
    MilestoneCode trigger = MilestoneCode::invoiced; ///< the days are counted from it
    int days = 0;
    std::optional<base::LocalDate> due_on; ///< where the source names the day itself
    std::string method;                    ///< "T/T", "L/C at sight"
};

} // namespace orderdeck::domain
