#pragma once

#include "shared/domain/kpi/figures.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>

namespace orderdeck::test {

inline domain::Figure figure_of(const domain::OrderRecords& records, domain::FigureDefinition definition,
                                int today = 60, int short_permille = 0) {
    domain::FigureBook book(
        {.today = day(today), .window = definition.window, .short_permille = short_permille},
        std::span(&definition, 1), domain::KeepRows::yes);
    book.add(records);
    return book.figures().front();
}

inline domain::FigureDefinition of_kind(domain::FigureKind kind,
                                        domain::FigureLevel level = domain::FigureLevel::line) {
    domain::FigureDefinition definition;
    definition.kind = kind;
    definition.level = level;
    return definition;
}

inline domain::Verdict only_verdict(const domain::OrderRecords& records,
                                    const domain::FigureDefinition& definition, int today = 60,
                                    int short_permille = 0) {
    const domain::Figure figure = figure_of(records, definition, today, short_permille);
    REQUIRE(figure.rows().size() == 1);
    return figure.rows().front().verdict;
}

/// Ten units, promised for the 20th.
struct Promised {
    Promised() : line(order.line(10)) { order.promise(line, 20); }
    Promised& delivered(int on, std::optional<int> units = std::nullopt) {
        order.fact(line, domain::MilestoneCode::delivered, on, units);
        return *this;
    }
    OrderBuilder order;
    domain::LineId line;
};

} // namespace orderdeck::test
