#pragma once

#include "shared/domain/order_records.h"

#include <vector>

namespace orderdeck::domain {

/// What is still to be paid of one invoice.
struct UnpaidBill {
    const Invoice* invoice = nullptr; ///< in the records
    std::int64_t missing_minor = 0;   ///< positive, in minor units of its currency
};

/// The invoices that are not paid in full, first due first. Credit notes reduce the invoice that they correct; money that
/// came for the order as a whole, such as a deposit, pays what is due first.
std::vector<UnpaidBill> unpaid_bills(const OrderRecords& records);

} // namespace orderdeck::domain
