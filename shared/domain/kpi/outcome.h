#pragma once

#include "shared/domain/order_records.h"

#include <array>
#include <optional>
#include <vector>

namespace orderdeck::domain {

/// Which promised date a figure measures by.
enum class PromiseBasis : std::uint8_t {
    requested,       ///< what the customer asked for
    first_confirmed, ///< the first promise
    agreed,          ///< the first promise, moved only by the customer or for an accepted reason
    last_confirmed,  ///< the promise as it stands
};
inline constexpr int kPromiseBasisCount = 4;
std::string_view name_of(PromiseBasis basis);
std::optional<PromiseBasis> promise_basis_from(std::string_view name);

/// One line as the figures see it. "Delivered" means: at the place where the order's Incoterm ends the seller's
/// responsibility, by default at the customer. Dates are days at the place of the event.
struct LineOutcome {
    LineId line;
    bool wholly_cancelled = false;
    Quantity wanted; ///< ordered - cancelled
    std::array<std::optional<base::LocalDate>, kPromiseBasisCount> promised_on{};
    bool has_promise = false;
    int promise_moves = 0;
    std::optional<base::LocalDate> first_delivered_on; ///< the first of it
    std::optional<base::LocalDate> delivered_on;       ///< enough of it, by the tolerance
    std::optional<base::LocalDate> first_shipped_on;
    Quantity first_shipped; ///< what left on that day, at most `wanted`
    /// When all of it had this milestone, by an event that says so: nothing is inferred from later stages.
    std::array<std::optional<base::LocalDate>, kMilestoneCodeCount> happened_on{};
    /// Some of it is returned or is to be, was received with a remark (short, rejected), or damaged or lost on its way.
    bool is_troubled = false;
    /// The first day of that; absent where some of it has no day.
    std::optional<base::LocalDate> troubled_on;
    bool is_open = false;                   ///< some of it is still to be delivered to the customer
    std::optional<std::int64_t> open_minor; ///< value of that, in minor units; nullopt without a price

    std::optional<base::LocalDate> promised(PromiseBasis basis) const {
        return promised_on[static_cast<std::size_t>(basis)];
    }
};

/// A paper that must be there with the goods and is not the customer's to bring.
struct RequiredPaper {
    std::optional<base::LocalDate> received_on;
    std::optional<base::LocalDate> expires_on;
};

/// One order as the figures see it.
struct OrderOutcome {
    OrderId order;
    OrderKind kind = OrderKind::standard;
    std::optional<base::LocalDate> placed_on;
    Currency currency;
    AmountBasis amount_basis = AmountBasis::unstated;
    std::vector<RequiredPaper> papers;
    bool has_refused_bill = false;  ///< the customer rejected or questions one of its invoices
    std::vector<LineOutcome> lines; ///< all, in the order of the records
};

/// Reads an order once for all figures. A line counts as delivered in full when at most `short_permille` thousandths of
/// what is wanted are missing.
OrderOutcome outcome_of(const OrderRecords& records, int short_permille = 0);

} // namespace orderdeck::domain
