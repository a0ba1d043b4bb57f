#pragma once

#include "shared/domain/order_records.h"
#include "shared/domain/wide.h"

#include <algorithm>
#include <optional>

namespace orderdeck::domain {

/// Whether money is owed or given back by it: neither what is cancelled nor a pro-forma invoice.
inline bool counts_as_bill(const Invoice& invoice) {
    return invoice.state != InvoiceState::cancelled && invoice.kind != InvoiceKind::pro_forma;
}

/// Minor units; what leaves int64 stays at its end.
inline std::int64_t add_amounts(std::int64_t left, std::int64_t right) {
    return saturate(Wide{left} + right);
}
inline std::int64_t subtract_amounts(std::int64_t left, std::int64_t right) {
    return saturate(Wide{left} - right);
}

/// The bills of an order and the money that came for them, in one currency: that of the bills, else the order's. An
/// invoice over several orders counts as a whole, as do its payments.
class Bills {
public:
    explicit Bills(const OrderRecords& records) : records_(records), currency_(records.order.currency) {
        const Invoice* first = nullptr;
        for (const Invoice& invoice : records.invoices) {
            if (counts_as_bill(invoice) && (first == nullptr || invoice.id < first->id)) first = &invoice;
        }
        if (first != nullptr) currency_ = first->currency;
        has_bills_ = first != nullptr;
        for (const Invoice& invoice : records.invoices) {
            if (!counts_as_bill(invoice) || invoice.currency != currency_) continue;
            const bool is_credit = invoice.kind == InvoiceKind::credit_note;
            billed_ = is_credit ? subtract_amounts(billed_, invoice.total_minor)
                                : add_amounts(billed_, invoice.total_minor);
            has_credit_ = has_credit_ || is_credit;
            const bool refused =
                invoice.state == InvoiceState::under_query || invoice.state == InvoiceState::rejected;
            disputed_ = disputed_ || (refused && !is_credit && missing_of(invoice) > 0);
        }
        for (const Payment& payment : records.payments) {
            if (payment.currency == currency_) paid_ = add_amounts(paid_, payment.amount_minor);
        }
    }

    bool has_bills() const { return has_bills_; }
    bool is_disputed() const { return disputed_; }
    bool is_credited() const { return has_credit_ && billed_ <= 0; }
    std::int64_t billed() const { return billed_; }
    std::int64_t paid() const { return paid_; }

    /// What is not paid of one invoice, after what corrects it.
    std::int64_t missing_of(const Invoice& invoice) const {
        std::int64_t missing = invoice.total_minor;
        for (const Invoice& other : records_.invoices) {
            if (!counts_as_bill(other) || other.kind != InvoiceKind::credit_note) continue;
            if (!invoice.number.empty() && other.corrects == invoice.number)
                missing = subtract_amounts(missing, other.total_minor);
        }
        for (const Payment& payment : records_.payments) {
            if (payment.invoice == invoice.id && payment.currency == invoice.currency)
                missing = subtract_amounts(missing, payment.amount_minor);
        }
        return missing;
    }

    /// What came for the order as a whole and can still be used for any of its bills.
    std::int64_t unallocated() const {
        std::int64_t sum = 0;
        for (const Payment& payment : records_.payments) {
            if (!payment.invoice && payment.currency == currency_)
                sum = add_amounts(sum, payment.amount_minor);
        }
        return sum;
    }

    /// Whether what came for the order as a whole is money of the invoice's kind.
    bool is_payable(const Invoice& invoice) const { return invoice.currency == currency_; }

    /// How much of a line is billed, credits taken off.
    Quantity billed_of(LineId line) const {
        Quantity sum;
        for (const InvoiceLine& bill : records_.invoice_lines) {
            const Invoice* invoice = bill.line == line ? invoice_of(bill) : nullptr;
            if (invoice == nullptr) continue;
            if (invoice->kind == InvoiceKind::invoice) sum += bill.quantity;
            if (invoice->kind == InvoiceKind::credit_note) sum -= bill.quantity;
        }
        return sum;
    }

    enum class Cover { nothing, some, all };
    /// Bills that name no line: over all of the order when they are not less than its value.
    Cover whole_order(std::int64_t value) const {
        bool any = false;
        std::int64_t sum = 0;
        for (const InvoiceLine& bill : records_.invoice_lines) {
            const Invoice* invoice = bill.line ? nullptr : invoice_of(bill);
            if (invoice == nullptr || invoice->kind != InvoiceKind::invoice) continue;
            if (!bill.amount_minor) return Cover::all;
            any = true;
            sum = add_amounts(sum, *bill.amount_minor);
        }
        if (!any) return Cover::nothing;
        return sum >= value ? Cover::all : Cover::some;
    }

    /// When the order was first billed.
    std::optional<base::LocalDate> first_issued_on() const {
        std::optional<base::LocalDate> first;
        for (const Invoice& invoice : records_.invoices) {
            if (!counts_as_bill(invoice) || !invoice.issued_on) continue;
            first = std::min(first.value_or(*invoice.issued_on), *invoice.issued_on);
        }
        return first;
    }

private:
    const Invoice* invoice_of(const InvoiceLine& bill) const {
        for (const Invoice& invoice : records_.invoices) {
            if (invoice.id == bill.invoice && counts_as_bill(invoice)) return &invoice;
        }
        return nullptr;
    }

    const OrderRecords& records_;
    Currency currency_;
    std::int64_t billed_ = 0;
    std::int64_t paid_ = 0;
    bool has_bills_ = false;
    bool has_credit_ = false;
    bool disputed_ = false;
};

} // namespace orderdeck::domain
