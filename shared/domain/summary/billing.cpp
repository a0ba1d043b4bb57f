#include "shared/domain/summary/bills.h"
#include "shared/domain/summary/summary_parts.h"
#include "shared/domain/unpaid_bill.h"
#include "shared/domain/wide.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::domain {
namespace {

using Date = std::optional<base::LocalDate>;

struct Extent {
    bool all = true;
    bool any = false;
    void add(Quantity part, Quantity whole) {
        all = all && part >= whole;
        any = any || part.is_positive();
    }
    bool is_all() const { return all && any; }
};

struct LinesBilled {
    Extent invoiced;
    Extent paid;
    Extent credited;
};

LinesBilled lines_billed(const OrderFacts& facts, const Bills& bills) {
    LinesBilled billed;
    for (const LineFacts& line : facts.lines()) {
        if (line.wholly_cancelled) continue;
        const Quantity stated =
            off_path_quantity(line, MilestoneCode::invoiced, line.line->invoiced,
                              [](const ShipmentFacts& shipment) { return shipment.invoiced; });
        const Quantity invoiced = std::max(stated, bills.billed_of(line.line->id));
        billed.invoiced.add(invoiced, line.active);
        billed.paid.add(off_path_quantity(line, MilestoneCode::paid, {},
                                          [](const ShipmentFacts& shipment) { return shipment.paid; }),
                        line.active);
        billed.credited.add(line.line->credited, std::max(line.active, invoiced));
    }
    for (const Milestone* milestone : facts.order_wide()) {
        if (milestone->code == MilestoneCode::deposit_paid && milestone->actual) billed.paid.any = true;
    }
    return billed;
}

BillingState billing_of(const OrderFacts& facts, const Bills& bills, std::int64_t value) {
    LinesBilled lines = lines_billed(facts, bills);
    const Bills::Cover cover = bills.whole_order(value);
    lines.invoiced.any = lines.invoiced.any || cover != Bills::Cover::nothing;
    lines.invoiced.all = lines.invoiced.all || cover == Bills::Cover::all;
    if (bills.is_disputed()) return BillingState::disputed;
    if (bills.is_credited() || lines.credited.is_all()) return BillingState::credited;
    // Without bills money is compared with the value of the order; only a gross value is what has to be paid.
    const bool is_gross = facts.records().order.amount_basis == AmountBasis::gross;
    const std::int64_t owed = bills.has_bills() ? bills.billed() : value;
    const bool over = owed > 0 && bills.paid() > owed && (bills.has_bills() || is_gross);
    if (over) return BillingState::overpaid;
    const bool any_paid = lines.paid.any || bills.paid() > 0;
    const bool all_paid = lines.paid.is_all() || (owed > 0 && bills.paid() >= owed);
    const bool all_billed = lines.invoiced.is_all();
    if (all_paid && (all_billed || !bills.has_bills())) return BillingState::paid;
    if (all_billed) return any_paid ? BillingState::partly_paid : BillingState::invoiced;
    return lines.invoiced.any ? BillingState::partly_invoiced : BillingState::not_invoiced;
}

/// When the milestone that an instalment waits for was reached by all of the order.
Date triggered_on(const OrderFacts& facts, MilestoneCode code) {
    const Order& order = facts.records().order;
    if (code == MilestoneCode::placed && order.placed) return order.placed->on;
    Date latest;
    if (const std::optional<Stage> stage = stage_of(code)) {
        for (const LineFacts& line : facts.lines()) {
            if (line.wholly_cancelled) continue;
            const Date on = line.reach.on(*stage);
            if (!on) return std::nullopt;
            latest = std::max(latest.value_or(*on), *on);
        }
        return latest;
    }
    for (const Milestone* milestone : facts.order_wide()) {
        if (milestone->code != code || !milestone->actual) continue;
        latest = std::max(latest.value_or(milestone->actual->on), milestone->actual->on);
    }
    return latest;
}

struct Due {
    base::LocalDate on;
    std::int64_t missing = 0;
};

void keep_earlier(std::optional<Due>& next, Date on, std::int64_t missing) {
    if (on && missing > 0 && (!next || *on < next->on)) next = Due{*on, missing};
}

std::vector<UnpaidBill> unpaid_of(const OrderRecords& records, const Bills& bills) {
    std::vector<const Invoice*> open;
    for (const Invoice& invoice : records.invoices) {
        if (counts_as_bill(invoice) && invoice.kind != InvoiceKind::credit_note) open.push_back(&invoice);
    }
    std::sort(open.begin(), open.end(), [](const Invoice* left, const Invoice* right) {
        const auto key = [](const Invoice& invoice) {
            return std::tuple(!invoice.due_on, invoice.due_on.value_or(base::LocalDate{}), invoice.id);
        };
        return key(*left) < key(*right);
    });
    std::vector<UnpaidBill> unpaid;
    std::int64_t money = std::max<std::int64_t>(0, bills.unallocated());
    for (const Invoice* invoice : open) {
        const std::int64_t missing = std::max<std::int64_t>(0, bills.missing_of(*invoice));
        const std::int64_t covered = bills.is_payable(*invoice) ? std::min(money, missing) : 0;
        money -= covered;
        if (missing > covered) unpaid.push_back({invoice, missing - covered});
    }
    return unpaid;
}

std::optional<Due> next_bill(const OrderRecords& records, const Bills& bills) {
    std::optional<Due> next;
    for (const UnpaidBill& bill : unpaid_of(records, bills))
        keep_earlier(next, bill.invoice->due_on, bill.missing_minor);
    return next;
}

/// What the bills so far make due of an instalment that waits for them: never all of it by the first of several.
std::optional<Due> due_by_bills(const OrderRecords& records, const Bills& bills,
                                const Instalment& instalment) {
    if (const auto bill = next_bill(records, bills)) return bill;
    const Date issued = bills.first_issued_on();
    if (!issued) return std::nullopt;
    return Due{issued->plus_days(instalment.days), subtract_amounts(bills.billed(), bills.paid())};
}

void keep_earlier(std::optional<Due>& next, const std::optional<Due>& due, std::int64_t at_most) {
    if (due) keep_earlier(next, due->on, std::min(due->missing, at_most));
}

/// Money fills the instalments in their order.
std::optional<Due> next_instalment(const OrderFacts& facts, const Bills& bills, std::int64_t value) {
    std::vector<const Instalment*> terms;
    for (const Instalment& instalment : facts.records().instalments)
        terms.push_back(&instalment);
    std::sort(terms.begin(), terms.end(), [](const Instalment* left, const Instalment* right) {
        return std::pair(left->number, left->id) < std::pair(right->number, right->id);
    });
    std::optional<Due> next;
    std::int64_t money = std::max<std::int64_t>(0, bills.paid());
    for (const Instalment* instalment : terms) {
        constexpr int kWhole = 1000;
        const std::int64_t amount = instalment->amount_minor.value_or(
            saturate(divide_rounded(Wide{value} * instalment->share_permille, kWhole)));
        const std::int64_t covered = std::clamp<std::int64_t>(money, 0, std::max<std::int64_t>(0, amount));
        money -= covered;
        const std::int64_t missing = subtract_amounts(amount, covered);
        if (!instalment->due_on && instalment->trigger == MilestoneCode::invoiced && bills.has_bills()) {
            keep_earlier(next, due_by_bills(facts.records(), bills, *instalment), missing);
            continue;
        }
        Date on = instalment->due_on;
        if (!on) {
            on = triggered_on(facts, instalment->trigger);
            if (on) on = on->plus_days(instalment->days);
        }
        keep_earlier(next, on, missing);
    }
    return next;
}

} // namespace

std::vector<UnpaidBill> unpaid_bills(const OrderRecords& records) {
    return unpaid_of(records, Bills(records));
}

void derive_billing(const OrderFacts& facts, OrderSummary& summary) {
    if (summary.lines == summary.lines_cancelled) return;
    const OrderRecords& records = facts.records();
    const Bills bills(records);
    summary.billing = billing_of(facts, bills, summary.total_minor);
    if (summary.billing == BillingState::paid || summary.billing == BillingState::overpaid) return;
    const std::optional<Due> next = records.instalments.empty()
                                        ? next_bill(records, bills)
                                        : next_instalment(facts, bills, summary.total_minor);
    if (!next) return;
    summary.payment_due_on = next->on;
    summary.payment_due_minor = next->missing;
    const auto offset = base::Duration::minutes(records.order.delivery_utc_offset_minutes);
    summary.due_at = base::Timestamp::at_start_of(next->on.plus_days(1)) - offset;
}

} // namespace orderdeck::domain
