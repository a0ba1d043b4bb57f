#include "tests/shared/domain/kpi/figure_support.h"

using namespace orderdeck::domain;
using namespace orderdeck::test;

TEST_CASE("on time is counted per line over windows that have closed") {
    const auto verdict = [](std::optional<int> delivered, OnTimeWindow window, int today) {
        Promised promised;
        if (delivered) promised.delivered(*delivered);
        FigureDefinition definition;
        definition.window = window;
        return only_verdict(promised.order.records, definition, today);
    };
    const OnTimeWindow exact{};
    CHECK(verdict(20, exact, 21) == Verdict::met);
    CHECK(verdict(1, exact, 21) == Verdict::met);
    CHECK(verdict(21, exact, 21) == Verdict::late);
    CHECK(verdict(std::nullopt, exact, 21) == Verdict::late);
    CHECK(verdict(std::nullopt, exact, 20) == Verdict::window_open);
    CHECK(verdict(19, exact, 20) == Verdict::window_open);
    // GHSC-PSM counts from 14 days before to 7 days after the promise.
    const OnTimeWindow window{.early_days = 14, .late_days = 7};
    CHECK(verdict(6, window, 28) == Verdict::met);
    CHECK(verdict(5, window, 28) == Verdict::early);
    CHECK(verdict(27, window, 28) == Verdict::met);
    CHECK(verdict(28, window, 28) == Verdict::late);
    CHECK(verdict(std::nullopt, window, 27) == Verdict::window_open);
}

TEST_CASE("on time means the place where the Incoterm ends our part") {
    const auto verdict = [](const char* incoterm, bool has_ready) {
        Promised promised;
        promised.order.records.order.incoterm = incoterm;
        if (has_ready) promised.order.fact(promised.line, MilestoneCode::qc_passed, 18);
        promised.order.fact(promised.line, MilestoneCode::shipped, 20);
        promised.delivered(25);
        return only_verdict(promised.order.records, {});
    };
    CHECK(verdict("", true) == Verdict::late);
    CHECK(verdict("DAP", true) == Verdict::late);
    CHECK(verdict("EXW", true) == Verdict::met);
    CHECK(verdict("FCA", true) == Verdict::met);
    // Where nobody recorded that point, the first later fact is what is known.
    CHECK(verdict("EXW", false) == Verdict::met);
    CHECK(verdict("FOB", false) == Verdict::late);
}

TEST_CASE("the classes of OTIF tell in time from in full") {
    const FigureDefinition otif = of_kind(FigureKind::otif);
    CHECK(only_verdict(Promised().delivered(20).order.records, otif) == Verdict::met);
    CHECK(only_verdict(Promised().delivered(5, 4).delivered(20, 6).order.records, otif) == Verdict::met);
    CHECK(only_verdict(Promised().delivered(5, 4).delivered(21, 6).order.records, otif) ==
          Verdict::late_in_full);
    CHECK(only_verdict(Promised().delivered(20, 4).order.records, otif) == Verdict::on_time_short);
    CHECK(only_verdict(Promised().delivered(21, 4).order.records, otif) == Verdict::late_short);
    CHECK(only_verdict(Promised().order.records, otif) == Verdict::late_short);
    FigureDefinition strict = otif;
    strict.window = {.early_days = 0, .late_days = 0};
    CHECK(only_verdict(Promised().delivered(19).order.records, strict) == Verdict::early);
}

TEST_CASE("what may be missing and what was cancelled is not waited for") {
    const FigureDefinition otif = of_kind(FigureKind::otif);
    Promised promised;
    promised.delivered(20, 9);
    CHECK(only_verdict(promised.order.records, otif, 60, 99) == Verdict::on_time_short);
    CHECK(only_verdict(promised.order.records, otif, 60, 100) == Verdict::met);
    promised.order.at(promised.line).cancelled = Quantity::from_units(1);
    CHECK(only_verdict(promised.order.records, otif) == Verdict::met);
    promised.order.at(promised.line).cancelled = Quantity::from_units(10);
    CHECK(only_verdict(promised.order.records, otif) == Verdict::cancelled);
}

TEST_CASE("a shipment that does not say how much it carries brings some in time") {
    Promised promised;
    const ShipmentId fast = promised.order.shipment();
    const ShipmentId slow = promised.order.shipment();
    promised.order.carries(fast, promised.line, 0);
    promised.order.carries(slow, promised.line, 0);
    promised.order.scan(fast, MilestoneCode::delivered, 19);
    CHECK(only_verdict(promised.order.records, of_kind(FigureKind::otif)) == Verdict::on_time_short);
}

TEST_CASE("each basis measures by its own date") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.at(line).requested_on = day(8);
    order.promise(line, 10, 1);
    order.promise(line, 14, 2).party = Party::customer;
    order.promise(line, 20, 3).party = Party::us;
    order.fact(line, MilestoneCode::delivered, 14);
    const auto days = [&](PromiseBasis basis) {
        FigureDefinition definition = of_kind(FigureKind::otif);
        definition.basis = basis;
        return figure_of(order.records, definition).rows().front().value;
    };
    CHECK(days(PromiseBasis::requested) == 6);
    CHECK(days(PromiseBasis::first_confirmed) == 4);
    CHECK(days(PromiseBasis::agreed) == 0);
    CHECK(days(PromiseBasis::last_confirmed) == -6);
    order.at(line).requested_on.reset();
    FigureDefinition requested = of_kind(FigureKind::otif);
    requested.basis = PromiseBasis::requested;
    CHECK(only_verdict(order.records, requested) == Verdict::no_date);
}

TEST_CASE("an order is on time and in full when all its lines are, and is judged when all can be") {
    const auto verdict = [](std::optional<int> first, std::optional<int> second, int today = 60) {
        OrderBuilder order;
        for (const std::optional<int>& delivered : {first, second}) {
            const LineId line = order.line(2);
            order.promise(line, delivered == second ? 22 : 20);
            if (delivered) order.fact(line, MilestoneCode::delivered, *delivered);
        }
        order.at(order.line(1)).commercial = CommercialState::cancelled;
        return only_verdict(order.records, of_kind(FigureKind::otif, FigureLevel::order), today);
    };
    CHECK(verdict(20, 22) == Verdict::met);
    CHECK(verdict(20, 23) == Verdict::late_in_full);
    CHECK(verdict(20, std::nullopt) == Verdict::late_short);
    CHECK(verdict(20, 22, 22) == Verdict::window_open);
    OrderBuilder mixed;
    mixed.promise(mixed.line(1), 20);
    mixed.line(1);
    CHECK(only_verdict(mixed.records, of_kind(FigureKind::otif, FigureLevel::order)) == Verdict::no_date);
}

TEST_CASE("orders that are no deliveries are left out with the reason") {
    OrderBuilder empty;
    const FigureDefinition otif = of_kind(FigureKind::otif, FigureLevel::order);
    CHECK(only_verdict(empty.records, otif) == Verdict::no_lines);
    Promised contract;
    contract.order.records.order.kind = OrderKind::framework_contract;
    CHECK(only_verdict(contract.order.records, otif) == Verdict::framework);
    CHECK(only_verdict(contract.order.records, of_kind(FigureKind::otif)) == Verdict::framework);
    Promised cancelled;
    cancelled.order.at(cancelled.line).commercial = CommercialState::cancelled;
    CHECK(only_verdict(cancelled.order.records, otif) == Verdict::cancelled);
}
