#include "server/cli/kpi/figures_output.h"
#include "shared/json/writer.h"

namespace orderdeck::server::cli::kpi {
namespace {

using domain::Figure;
using domain::FigureKind;
using domain::Verdict;

std::optional<std::string> decimal_of(std::optional<std::int64_t> hundredths) {
    return hundredths ? std::optional(decimal(*hundredths)) : std::nullopt;
}

void write_counts(json::Writer& json, const Figure& figure) {
    const FigureKind kind = figure.definition().kind;
    for (const Verdict verdict : domain::verdicts_of(kind)) {
        if (domain::is_counted(verdict) && verdict != Verdict::met && verdict != Verdict::measured)
            json.field(name_of(verdict), figure.count(verdict));
    }
    json.key("excluded").begin_object();
    for (const Verdict verdict : domain::verdicts_of(kind)) {
        if (!domain::is_counted(verdict)) json.field(name_of(verdict), figure.count(verdict));
    }
    json.end_object();
}

void write_window(json::Writer& json, const domain::OnTimeWindow& window) {
    json.key("early_days");
    if (window.early_days >= domain::kAnyEarliness)
        json.null();
    else
        json.value(window.early_days);
    json.field("late_days", window.late_days);
}

void write_share(json::Writer& json, const Figure& figure) {
    json.field("met", figure.met()).field("population", figure.population());
    write_counts(json, figure);
}

void write_units(json::Writer& json, const Figure& figure) {
    json.field("met", domain::Quantity::from_micro(figure.met()).to_string());
    json.field("population", domain::Quantity::from_micro(figure.population()).to_string());
    write_counts(json, figure);
}

void write_days(json::Writer& json, const Figure& figure) {
    const domain::Spread& days = figure.spread();
    json.field("population", days.count());
    json.field("median_days", decimal_of(days.median_hundredths()));
    json.field("p90_days", decimal_of(days.percentile_hundredths(90)));
    json.field("mean_days", decimal_of(days.mean_hundredths()));
    json.field("negative", days.count_below(0));
    write_counts(json, figure);
}

void write_accuracy(json::Writer& json, const Figure& figure) {
    const domain::Spread& days = figure.spread();
    json.field("population", days.count());
    json.field("bias_days", decimal_of(days.mean_hundredths()));
    json.field("mean_absolute_days", decimal_of(days.mean_distance_hundredths()));
    json.field("within_one_day", days.count_within(-1, 1));
    json.field("median_days", decimal_of(days.median_hundredths()));
    json.field("p90_days", decimal_of(days.percentile_hundredths(90)));
    write_counts(json, figure);
}

void write_stability(json::Writer& json, const Figure& figure) {
    json.field("met", figure.met()).field("population", figure.population());
    json.field("mean_moves", decimal_of(figure.spread().mean_hundredths()));
    json.field("most_moves", figure.spread().greatest());
    write_counts(json, figure);
}

void write_open_value(json::Writer& json, const Figure& figure) {
    json.field("population", figure.population()).key("amounts").begin_array();
    for (const domain::OpenValue& value : figure.open_values()) {
        json.begin_object().field("currency", value.currency.code());
        json.field("amount_basis", name_of(value.basis));
        json.field("amount", domain::Money{.minor = value.minor, .currency = value.currency}.to_string());
        json.field("lines", value.lines).end_object();
    }
    json.end_array();
    write_counts(json, figure);
}

/// The content of a figure's object, without what tells it from others of its kind.
void write_content(json::Writer& json, const Figure& figure) {
    json.field("figure", name_of(figure.definition()));
    switch (figure.definition().kind) {
    case FigureKind::on_time:
    case FigureKind::otif:
    case FigureKind::fill_lines:
    case FigureKind::complaint_free:
    case FigureKind::perfect_order: return write_share(json, figure);
    case FigureKind::fill_units: return write_units(json, figure);
    case FigureKind::cycle_time:
    case FigureKind::stage_time: return write_days(json, figure);
    case FigureKind::promise_accuracy: return write_accuracy(json, figure);
    case FigureKind::promise_stability: return write_stability(json, figure);
    case FigureKind::open_value: return write_open_value(json, figure);
    }
}

void write_on_time(json::Writer& json, const Figure& figure) {
    json.key("on_time").begin_object();
    json.field("met", figure.met()).field("population", figure.population());
    json.field("late", figure.count(Verdict::late)).field("early", figure.count(Verdict::early));
    json.field("excluded_open", figure.count(Verdict::window_open));
    json.field("excluded_no_promise", figure.count(Verdict::no_date));
    json.field("excluded_cancelled", figure.count(Verdict::cancelled));
    json.field("excluded_framework_contract", figure.count(Verdict::framework));
    write_window(json, figure.definition().window);
    json.field("definition", definition_of(FigureKind::on_time)).end_object();
}

/// Figures of which there are several: a list of objects that say which.
void write_list(json::Writer& json, const domain::FigureBook& book, FigureKind kind) {
    json.key(name_of(kind)).begin_object().field("definition", definition_of(kind));
    json.key("figures").begin_array();
    for (const Figure& figure : book.figures()) {
        const domain::FigureDefinition& definition = figure.definition();
        if (definition.kind != kind) continue;
        json.begin_object();
        if (kind == FigureKind::otif) json.field("level", name_of(definition.level));
        if (kind == FigureKind::stage_time)
            json.field("from", name_of(definition.from)).field("to", name_of(definition.to));
        else
            json.field("basis", name_of(definition.basis));
        if (kind == FigureKind::otif) write_window(json, definition.window);
        write_content(json, figure);
        json.end_object();
    }
    json.end_array().end_object();
}

bool is_list(FigureKind kind) {
    return kind == FigureKind::otif || kind == FigureKind::stage_time ||
           kind == FigureKind::promise_accuracy || kind == FigureKind::perfect_order;
}

json::Writer begin(const Asked& asked) {
    json::Writer json;
    json.begin_object().field("account", asked.account);
    json.field("today", asked.figures.today.to_string());
    return json;
}

} // namespace

std::string figures_json(const Asked& asked, const domain::FigureBook& book) {
    json::Writer json = begin(asked);
    json.field("orders", book.orders()).field("lines", book.lines());
    json.field("short_permille", asked.figures.short_permille);
    json.field("complaint_days", asked.figures.complaint_days);
    for (const Figure& figure : book.figures()) {
        if (figure.definition().kind == FigureKind::on_time) write_on_time(json, figure);
    }
    for (int number = 1; number < domain::kFigureKindCount; ++number) {
        const auto kind = static_cast<FigureKind>(number);
        if (is_list(kind)) {
            write_list(json, book, kind);
            continue;
        }
        for (const Figure& figure : book.figures()) {
            if (figure.definition().kind != kind) continue;
            json.key(name_of(kind)).begin_object();
            write_content(json, figure);
            json.field("definition", definition_of(kind)).end_object();
        }
    }
    json.end_object();
    return json.take();
}

std::string rows_json(const Asked& asked, const FigureRows& rows) {
    const Figure& figure = rows.book.figures().front();
    json::Writer json = begin(asked);
    write_content(json, figure);
    json.key("rows").begin_array();
    for (const domain::FigureRow& row : figure.rows()) {
        const FigureRows::OrderName& order = rows.orders.at(row.order);
        json.begin_object().field("account", order.account_code).field("order", order.number);
        if (row.line) json.field("line", rows.lines.at(*row.line));
        json.field("verdict", name_of(row.verdict));
        const std::string value = value_text(figure.definition().kind, row, order.currency);
        if (!value.empty()) json.field("value", value);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

} // namespace orderdeck::server::cli::kpi
