#include "server/cli/commands.h"
#include "server/cli/kpi/figures_output.h"
#include "server/cli/open_store.h"

#include <algorithm>
#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::Store;

constexpr std::int64_t kMostDays = 36'500;

struct KpiOptions {
    std::string account;
    std::int64_t early_days = -1;
    std::int64_t late_days = 0;
    std::int64_t tolerance = 0;
    std::int64_t complaint_days = domain::FigureQuestion{}.complaint_days;
    std::string today;
    std::string rows;
};

base::Result<kpi::Asked> read_question(const KpiOptions& options, const Invocation& call) {
    if (options.early_days > kMostDays || options.late_days < 0 || options.late_days > kMostDays) {
        return base::fail(base::ErrorCode::out_of_range, "--early and --late take days from 0 to 36500");
    }
    if (options.tolerance < 0 || options.tolerance > 100) {
        return base::fail(base::ErrorCode::out_of_range, "--tolerance takes percent from 0 to 100");
    }
    if (options.complaint_days < 0 || options.complaint_days > kMostDays) {
        return base::fail(base::ErrorCode::out_of_range, "--complaint-days takes days from 0 to 36500");
    }
    kpi::Asked asked{.account = options.account, .figures = {}};
    domain::FigureQuestion& question = asked.figures;
    if (options.early_days >= 0) question.window.early_days = static_cast<int>(options.early_days);
    question.window.late_days = static_cast<int>(options.late_days);
    question.complaint_days = static_cast<int>(options.complaint_days);
    question.short_permille = static_cast<int>(options.tolerance) * 10;
    question.today =
        options.today.empty() ? call.console.now().utc_date() : TRY(base::LocalDate::parse(options.today));
    return asked;
}

base::Result<domain::FigureDefinition> figure_named(std::string_view name,
                                                    const domain::FigureQuestion& question) {
    std::string names;
    for (const domain::FigureDefinition& figure : domain::figures_for(question)) {
        const std::string known = name_of(figure);
        if (known == name) return figure;
        names.append("\n  ").append(known);
    }
    return base::fail(base::ErrorCode::not_found,
                      "no figure is called '" + std::string(name) + "'; there are" + names);
}

base::Result<void> answer(const KpiOptions& options, const Invocation& call) {
    const kpi::Asked asked = TRY(read_question(options, call));
    const kpi::AccountQuestion question{.account = asked.account, .figures = asked.figures};
    std::ostream& out = call.console.out;
    const bool as_json = call.form == OutputForm::json;
    if (options.rows.empty()) {
        const auto store = TRY(open_store(call, WhenAbsent::refuse));
        const domain::FigureBook book = TRY(kpi::count_figures(*store, question));
        if (as_json)
            out << kpi::figures_json(asked, book) << '\n';
        else
            kpi::print_figures(out, asked, book);
        return {};
    }
    const domain::FigureDefinition figure = TRY(figure_named(options.rows, asked.figures));
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    const kpi::FigureRows rows = TRY(kpi::list_rows(*store, question, figure));
    if (as_json)
        out << kpi::rows_json(asked, rows) << '\n';
    else
        kpi::print_rows(out, asked, rows);
    return {};
}

ExitCode run_kpi(const KpiOptions& options, const Invocation& call) {
    const auto answered = answer(options, call);
    return answered ? ExitCode::done : report_failure(call, answered.error());
}

} // namespace

void add_kpi_command(Command& root) {
    Command kpi =
        root.add("kpi", "Figures by the portal's own rules, each with its population and what was left out");
    auto& options = kpi.keep<KpiOptions>();
    kpi.option("--account", options.account, "Code of an account, with all below it, or all", Need::required)
        .option("--early", options.early_days, "Days before the promise that still count (default: any)")
        .option("--late", options.late_days, "Days after the promise that still count (default: 0)")
        .option("--tolerance", options.tolerance,
                "Percent of a line that may be missing and it is still in full (default: 0)")
        .option("--complaint-days", options.complaint_days,
                "Days after the window in which trouble spoils a perfect order (default: 30)")
        .option("--today", options.today, "The day as of which windows have closed (default: today)")
        .option("--rows", options.rows, "List the lines or orders behind one figure, by its name");
    kpi.run([&options](const Invocation& call) { return run_kpi(options, call); });
}

} // namespace orderdeck::server::cli
