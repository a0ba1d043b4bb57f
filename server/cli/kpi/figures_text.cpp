#include "server/cli/kpi/figures_output.h"

#include <algorithm>
#include <ostream>
#include <vector>

namespace orderdeck::server::cli::kpi {
namespace {

using domain::Figure;
using domain::FigureKind;
using domain::Verdict;

constexpr std::size_t kNameWidth = 36;
constexpr std::size_t kBasisWidth = 20;
constexpr std::size_t kShareWidth = 10;

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

/// "12 late, 3 early": those classes or reasons that occur.
std::string counted(const Figure& figure, bool in_population) {
    std::string text;
    for (const Verdict verdict : domain::verdicts_of(figure.definition().kind)) {
        if (domain::is_counted(verdict) != in_population || figure.count(verdict) == 0) continue;
        if (verdict == Verdict::met || verdict == Verdict::measured) continue;
        if (!text.empty()) text += ", ";
        text += std::to_string(figure.count(verdict)) + " " + std::string(name_of(verdict));
    }
    return text;
}

std::string share_text(const Figure& figure, std::string_view unit) {
    const bool is_units = figure.definition().kind == FigureKind::fill_units;
    const auto number = [is_units](std::int64_t count) {
        return is_units ? domain::Quantity::from_micro(count).to_string() : std::to_string(count);
    };
    return percent(figure.met(), figure.population()) + "  " + number(figure.met()) + " of " +
           number(figure.population()) + " " + std::string(unit);
}

std::string days_text(const Figure& figure, std::string_view unit) {
    const domain::Spread& days = figure.spread();
    if (days.count() == 0) return "-";
    std::string text = "median " + decimal(*days.median_hundredths()) + ", P90 " +
                       decimal(*days.percentile_hundredths(90)) + " days of " + std::to_string(days.count()) +
                       " " + std::string(unit);
    if (days.count_below(0) > 0) text += " (" + std::to_string(days.count_below(0)) + " negative)";
    return text;
}

std::string accuracy_text(const Figure& figure) {
    const domain::Spread& days = figure.spread();
    if (days.count() == 0) return "-";
    return "bias " + decimal(*days.mean_hundredths()) + ", mean distance " +
           decimal(*days.mean_distance_hundredths()) + " days, within a day " +
           percent(days.count_within(-1, 1), days.count()) + " of " + std::to_string(days.count()) + " lines";
}

std::string open_value_text(const Figure& figure) {
    std::string text;
    for (const domain::OpenValue& value : figure.open_values()) {
        if (!text.empty()) text += "; ";
        text += std::string(value.currency.code()) + " " +
                domain::Money{.minor = value.minor, .currency = value.currency}.to_string() + " (" +
                std::string(name_of(value.basis)) + ") of " + std::to_string(value.lines) + " lines";
    }
    return text.empty() ? "-" : text;
}

std::string figure_text(const Figure& figure) {
    const std::string_view unit = figure.definition().level == domain::FigureLevel::line ? "lines" : "orders";
    switch (figure.definition().kind) {
    case FigureKind::on_time:
    case FigureKind::otif:
    case FigureKind::fill_lines:
    case FigureKind::complaint_free:
    case FigureKind::perfect_order: return share_text(figure, unit);
    case FigureKind::fill_units: return share_text(figure, "units");
    case FigureKind::cycle_time:
    case FigureKind::stage_time: return days_text(figure, unit);
    case FigureKind::promise_accuracy: return accuracy_text(figure);
    case FigureKind::promise_stability: {
        const auto mean = figure.spread().mean_hundredths();
        return share_text(figure, unit) + (mean ? ", " + decimal(*mean) + " moves a line" : "");
    }
    case FigureKind::open_value: return open_value_text(figure);
    }
    return {};
}

void print_figure(std::ostream& out, const Figure& figure) {
    out << padded(name_of(figure.definition()), kNameWidth) << ' ' << figure_text(figure);
    if (const std::string classes = counted(figure, true); !classes.empty()) out << "; " << classes;
    if (const std::string excluded = counted(figure, false); !excluded.empty())
        out << "; left out: " << excluded;
    out << '\n';
}

void print_head(std::ostream& out, const Asked& asked, const domain::FigureBook& book) {
    out << asked.account << " on " << asked.figures.today.to_string() << ": " << book.orders() << " orders, "
        << book.lines() << " lines\n";
}

/// The ladder of one level: a row for each basis, a column for each window.
void print_ladder(std::ostream& out, const domain::FigureBook& book, domain::FigureLevel level) {
    std::string head = padded("otif." + std::string(name_of(level)), kBasisWidth);
    std::vector<std::string> rows(domain::kPromiseBasisCount);
    for (const Figure& figure : book.figures()) {
        const domain::FigureDefinition& definition = figure.definition();
        if (definition.kind != FigureKind::otif || definition.level != level) continue;
        std::string& row = rows[static_cast<std::size_t>(definition.basis)];
        if (row.empty()) row = padded(std::string(name_of(definition.basis)), kBasisWidth);
        row += padded(percent(figure.met(), figure.population()), kShareWidth);
        if (definition.basis == domain::PromiseBasis::requested)
            head += padded(name_of(definition.window), kShareWidth);
    }
    out << head << '\n';
    for (const std::string& row : rows)
        out << row << '\n';
}

void print_otif(std::ostream& out, const Asked& asked, const domain::FigureBook& book) {
    print_ladder(out, book, domain::FigureLevel::line);
    print_ladder(out, book, domain::FigureLevel::order);
    for (const Figure& figure : book.figures()) {
        const domain::FigureDefinition& definition = figure.definition();
        const bool asked_for = definition.kind == FigureKind::otif &&
                               definition.window == asked.figures.window &&
                               definition.basis == domain::PromiseBasis::last_confirmed;
        if (asked_for) print_figure(out, figure);
    }
}

} // namespace

void print_figures(std::ostream& out, const Asked& asked, const domain::FigureBook& book) {
    print_head(out, asked, book);
    std::optional<FigureKind> before;
    std::string empty;
    for (const Figure& figure : book.figures()) {
        const FigureKind kind = figure.definition().kind;
        if (figure.population() == 0 && kind != FigureKind::otif) {
            empty += (empty.empty() ? "" : ", ") + name_of(figure.definition());
            continue;
        }
        if (before != kind) {
            out << '\n' << definition_of(kind) << '\n';
            if (kind == FigureKind::otif) print_otif(out, asked, book);
        }
        before = kind;
        if (kind != FigureKind::otif) print_figure(out, figure);
    }
    if (!empty.empty()) out << "\nnothing to count: " << empty << '\n';
}

void print_rows(std::ostream& out, const Asked& asked, const FigureRows& rows) {
    const Figure& figure = rows.book.figures().front();
    print_head(out, asked, rows.book);
    print_figure(out, figure);
    for (const domain::FigureRow& row : figure.rows()) {
        const FigureRows::OrderName& order = rows.orders.at(row.order);
        out << order.account_code << '\t' << order.number << '\t'
            << (row.line ? rows.lines.at(*row.line) : std::string()) << '\t' << name_of(row.verdict) << '\t'
            << value_text(figure.definition().kind, row, order.currency) << '\n';
    }
}

} // namespace orderdeck::server::cli::kpi
