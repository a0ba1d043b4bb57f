#include "shared/domain/summary.h"
#include "shared/domain/unpaid_bill.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

namespace {

/// Two lines of 600.00 and 400.00.
struct Sale : OrderBuilder {
    LineId first = line(6);
    LineId second = line(4);
    Sale() {
        at(first).amount_minor = 60'000;
        at(second).amount_minor = 40'000;
    }
    BillingState billing() const { return summarise(records).billing; }
};

} // namespace

TEST_CASE("bills over quantities are partly, then wholly invoiced, then paid in parts and in full") {
    Sale sale;
    CHECK(sale.billing() == BillingState::not_invoiced);
    const InvoiceId first = sale.invoice(60'000, sale.first, 6).id;
    CHECK(sale.billing() == BillingState::partly_invoiced);
    sale.payment(60'000, first);
    CHECK(sale.billing() == BillingState::partly_invoiced);
    const InvoiceId second = sale.invoice(40'000, sale.second, 4).id;
    CHECK(sale.billing() == BillingState::partly_paid);
    sale.payment(40'000, second);
    CHECK(sale.billing() == BillingState::paid);
    sale.payment(1, second);
    CHECK(sale.billing() == BillingState::overpaid);
    sale.payment(-1, second);
    CHECK(sale.billing() == BillingState::paid);
}

TEST_CASE("a bill that names no line is over the order as far as its amount goes") {
    Sale sale;
    Invoice& bill = sale.invoice(100'000);
    CHECK(sale.billing() == BillingState::invoiced);
    bill.total_minor = 50'000;
    sale.records.invoice_lines.front().amount_minor = 50'000;
    CHECK(sale.billing() == BillingState::partly_invoiced);
    sale.records.invoice_lines.front().amount_minor.reset();
    CHECK(sale.billing() == BillingState::invoiced);
}

TEST_CASE("a bill that was cancelled or is pro forma bills nothing") {
    Sale sale;
    sale.invoice(100'000).state = InvoiceState::cancelled;
    sale.invoice(100'000).kind = InvoiceKind::pro_forma;
    CHECK(sale.billing() == BillingState::not_invoiced);
}

TEST_CASE("a credit note over all of it credits the order, one over a part lessens what is owed") {
    Sale sale;
    const InvoiceId bill = sale.invoice(100'000).id;
    sale.payment(70'000, bill);
    CHECK(sale.billing() == BillingState::partly_paid);
    Invoice& credit = sale.invoice(30'000, sale.second, 0);
    credit.kind = InvoiceKind::credit_note;
    credit.corrects = "IN-1";
    CHECK(sale.billing() == BillingState::paid);
    credit.total_minor = 100'000;
    CHECK(sale.billing() == BillingState::credited);
}

TEST_CASE("a bill that the customer queries is disputed until it is settled") {
    Sale sale;
    Invoice& bill = sale.invoice(100'000);
    bill.state = InvoiceState::under_query;
    CHECK(sale.billing() == BillingState::disputed);
    bill.state = InvoiceState::accepted;
    CHECK(sale.billing() == BillingState::invoiced);
    bill.state = InvoiceState::rejected;
    CHECK(sale.billing() == BillingState::disputed);
    sale.payment(100'000, bill.id);
    CHECK(sale.billing() == BillingState::paid);
}

TEST_CASE("without bills money is compared with the value of the order, which must be gross to be exceeded") {
    Sale sale;
    sale.payment(30'000);
    CHECK(sale.billing() == BillingState::not_invoiced);
    sale.payment(70'000);
    CHECK(sale.billing() == BillingState::paid);
    sale.payment(19'000);
    CHECK(sale.billing() == BillingState::paid);
    sale.records.order.amount_basis = AmountBasis::gross;
    CHECK(sale.billing() == BillingState::overpaid);
}

TEST_CASE("the next payment is the earliest instalment that is triggered and not covered") {
    Sale sale;
    sale.records.order.delivery_utc_offset_minutes = 480;
    sale.instalment(300, MilestoneCode::confirmed, 7);
    sale.instalment(700, MilestoneCode::shipped, 30);
    CHECK_FALSE(summarise(sale.records).payment_due_on);
    sale.fact(MilestoneCode::confirmed, 2);
    const OrderSummary deposit = summarise(sale.records);
    CHECK(deposit.payment_due_on == day(9));
    CHECK(deposit.payment_due_minor == 30'000);
    CHECK(deposit.due_at == instant(9, 16)); // 10 January, 00:00 at +08:00
    sale.payment(30'000);
    CHECK_FALSE(summarise(sale.records).payment_due_on);
    sale.fact(sale.first, MilestoneCode::shipped, 10);
    CHECK_FALSE(summarise(sale.records).payment_due_on);
    sale.fact(sale.second, MilestoneCode::shipped, 12);
    sale.payment(20'000);
    CHECK(summarise(sale.records).payment_due_on == day(42));
    CHECK(summarise(sale.records).payment_due_minor == 50'000);
    sale.payment(50'000);
    CHECK_FALSE(summarise(sale.records).payment_due_on);
}

TEST_CASE("an instalment on billing is due bill by bill, not as a whole after the first") {
    Sale sale;
    sale.instalment(1000, MilestoneCode::invoiced, 30);
    CHECK_FALSE(summarise(sale.records).payment_due_on);
    sale.invoice(60'000, sale.first, 6);
    sale.records.invoices.back().issued_on = day(5);
    CHECK(summarise(sale.records).payment_due_on == day(35));
    CHECK(summarise(sale.records).payment_due_minor == 60'000);
    sale.records.invoices.back().due_on = day(40); // a bill knows better
    CHECK(summarise(sale.records).payment_due_on == day(40));
    const InvoiceId first = sale.records.invoices.back().id;
    sale.invoice(40'000, sale.second, 4);
    sale.records.invoices.back().due_on = day(50);
    sale.payment(60'000, first);
    CHECK(summarise(sale.records).payment_due_on == day(50));
    CHECK(summarise(sale.records).payment_due_minor == 40'000);
}

TEST_CASE("without instalments the next payment is the earliest bill that is not paid") {
    Sale sale;
    const InvoiceId late = sale.invoice(60'000, sale.first, 6).id;
    sale.records.invoices.back().due_on = day(30);
    const InvoiceId early = sale.invoice(40'000, sale.second, 4).id;
    sale.records.invoices.back().due_on = day(20);
    sale.payment(15'000, early);
    CHECK(summarise(sale.records).payment_due_on == day(20));
    CHECK(summarise(sale.records).payment_due_minor == 25'000);
    sale.payment(25'000);
    CHECK(summarise(sale.records).payment_due_on == day(30));
    CHECK(summarise(sale.records).payment_due_minor == 60'000);
    sale.payment(60'000, late);
    CHECK_FALSE(summarise(sale.records).due_at);
}

TEST_CASE("a deposit pays what is due first, and a bill that it completes is not unpaid") {
    Sale sale;
    Invoice& late = sale.invoice(40'000, sale.second, 4);
    late.due_on = day(20);
    const InvoiceId late_id = late.id;
    Invoice& early = sale.invoice(60'000, sale.first, 6);
    early.due_on = day(10);
    const InvoiceId early_id = early.id;
    sale.payment(45'000, early_id);
    auto unpaid = unpaid_bills(sale.records);
    REQUIRE(unpaid.size() == 2);
    CHECK(unpaid.front().invoice->id == early_id);
    CHECK(unpaid.front().missing_minor == 15'000);
    sale.payment(15'000);
    unpaid = unpaid_bills(sale.records);
    REQUIRE(unpaid.size() == 1);
    CHECK(unpaid.front().invoice->id == late_id);
    CHECK(unpaid.front().missing_minor == 40'000);
    sale.payment(10'000);
    CHECK(unpaid_bills(sale.records).front().missing_minor == 30'000);
}
