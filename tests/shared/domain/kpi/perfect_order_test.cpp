#include "tests/shared/domain/kpi/figure_support.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::of_kind;
using orderdeck::test::only_verdict;
using orderdeck::test::Promised;

namespace {

constexpr int kLongAfter = 90;

FigureDefinition perfect(PromiseBasis basis = PromiseBasis::last_confirmed) {
    FigureDefinition definition = of_kind(FigureKind::perfect_order, FigureLevel::order);
    definition.basis = basis;
    return definition;
}

Verdict verdict(const Promised& promised, int today = kLongAfter) {
    return only_verdict(promised.order.records, perfect(), today);
}

Document& paper(Promised& promised) {
    Document document;
    document.id = DocumentId{std::ssize(promised.order.records.documents) + 100};
    document.order = promised.order.records.order.id;
    document.required = true;
    promised.order.records.documents.push_back(document);
    return promised.order.records.documents.back();
}

} // namespace

TEST_CASE("an order is perfect when it came in full, in time and without trouble, once nobody can complain "
          "any more") {
    Promised promised;
    CHECK(verdict(promised, 20) == Verdict::window_open);
    promised.delivered(18);
    CHECK(verdict(promised, 20) == Verdict::window_open);
    CHECK(verdict(promised, 50) == Verdict::settling);
    CHECK(verdict(promised, 51) == Verdict::met);
    CHECK(only_verdict(promised.order.records, perfect(PromiseBasis::requested), 51) == Verdict::no_date);
}

TEST_CASE("what missed its window waits as long as what met it, and is called by its class") {
    Promised promised;
    CHECK(verdict(promised, 50) == Verdict::settling);
    CHECK(verdict(promised, 51) == Verdict::late_short);
    promised.delivered(25);
    CHECK(verdict(promised) == Verdict::late_in_full);
}

TEST_CASE("trouble spoils an order when it is told in the days for complaints, or has no day") {
    Promised returned;
    returned.delivered(18);
    returned.order.at(returned.line).returned = Quantity::from_units(1);
    CHECK(verdict(returned) == Verdict::troubled);
    returned.order.fact(returned.line, MilestoneCode::returned, 49, 1);
    CHECK(verdict(returned) == Verdict::met);
    returned.order.fact(returned.line, MilestoneCode::return_requested, 48, 1);
    CHECK(verdict(returned) == Verdict::troubled);
    Promised remarked;
    remarked.delivered(18);
    remarked.order.fact(remarked.line, MilestoneCode::received, 19, 9).note = "short 1";
    CHECK(verdict(remarked) == Verdict::troubled);
}

TEST_CASE("a required paper has to be there with the goods, and valid") {
    Promised promised;
    promised.delivered(18);
    paper(promised).required = false;
    CHECK(verdict(promised) == Verdict::met);
    Document& required = paper(promised);
    CHECK(verdict(promised) == Verdict::undocumented);
    required.received_on = day(19);
    CHECK(verdict(promised) == Verdict::undocumented);
    required.received_on = day(18);
    CHECK(verdict(promised) == Verdict::met);
    required.expires_on = day(17);
    CHECK(verdict(promised) == Verdict::undocumented);
    required.owed_by = Party::customer;
    CHECK(verdict(promised) == Verdict::met);
}

TEST_CASE("a bill that the customer refuses is no correct paper") {
    Promised promised;
    promised.delivered(18);
    Invoice& invoice = promised.order.invoice(100, promised.line, 10);
    CHECK(verdict(promised) == Verdict::met);
    for (const InvoiceState state : {InvoiceState::under_query, InvoiceState::rejected}) {
        invoice.state = state;
        CHECK(verdict(promised) == Verdict::undocumented);
    }
    invoice.state = InvoiceState::accepted;
    CHECK(verdict(promised) == Verdict::met);
}
