#pragma once

#include "server/cli/kpi/count_figures.h"

#include <iosfwd>
#include <string>

namespace orderdeck::server::cli::kpi {

/// What was asked, to be said beside the answer.
struct Asked {
    std::string account;
    domain::FigureQuestion figures;
};

std::string figures_json(const Asked& asked, const domain::FigureBook& book);
std::string rows_json(const Asked& asked, const FigureRows& rows);

void print_figures(std::ostream& out, const Asked& asked, const domain::FigureBook& book);
void print_rows(std::ostream& out, const Asked& asked, const FigureRows& rows);

/// What a figure counts, in one English sentence: population and date basis. docs/figures.md says more.
std::string_view definition_of(domain::FigureKind kind);

/// The value of a row in the unit of its figure: "4" days, "6 of 10", "1234.50"; empty when there is none.
std::string value_text(domain::FigureKind kind, const domain::FigureRow& row, domain::Currency currency);

/// "88.51 %", rounded half up, from whole numbers; "-" of nothing.
std::string percent(std::int64_t part, std::int64_t whole);
/// Hundredths as the shortest exact decimal: "92", "-6.02".
std::string decimal(std::int64_t hundredths);

} // namespace orderdeck::server::cli::kpi
