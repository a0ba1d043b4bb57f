#include "server/cli/commands.h"
#include "server/cli/kpi/on_time.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::Store;

constexpr std::int64_t kMostDays = 36'500;

struct KpiOptions {
    std::string account;
    std::int64_t early_days = -1;
    std::int64_t late_days = 0;
    std::string today;
};

struct Figures {
    std::string account;
    base::LocalDate today;
    domain::OnTimeWindow window;
    bool has_early_limit = false;
    kpi::OnTimeAnswer on_time;
};

base::Result<Figures> count(const KpiOptions& options, const Invocation& call) {
    if (options.early_days > kMostDays || options.late_days < 0 || options.late_days > kMostDays) {
        return base::fail(base::ErrorCode::out_of_range, "--early and --late take days from 0 to 36500");
    }
    Figures figures;
    figures.account = options.account;
    figures.has_early_limit = options.early_days >= 0;
    if (figures.has_early_limit) figures.window.early_days = static_cast<int>(options.early_days);
    figures.window.late_days = static_cast<int>(options.late_days);
    figures.today =
        options.today.empty() ? call.console.now().utc_date() : TRY(base::LocalDate::parse(options.today));
    const auto store = TRY(Store::open_existing(call.data_folder));
    figures.on_time = TRY(kpi::count_on_time(
        *store, {.account = options.account, .window = figures.window, .today = figures.today}));
    return figures;
}

std::string as_json(const Figures& figures) {
    const domain::OnTimeFigure& figure = figures.on_time.figure;
    json::Writer json;
    json.begin_object().field("account", figures.account).field("today", figures.today.to_string());
    json.field("orders", figures.on_time.orders).field("lines", figures.on_time.lines);
    json.key("on_time").begin_object();
    json.field("met", figure.met).field("population", figure.population).field("late", figure.late);
    json.field("early", figure.population - figure.met - figure.late);
    json.field("excluded_open", figure.excluded_open)
        .field("excluded_no_promise", figure.excluded_no_promise);
    json.key("early_days");
    if (figures.has_early_limit)
        json.value(std::int64_t{figures.window.early_days});
    else
        json.null();
    json.field("late_days", std::int64_t{figures.window.late_days});
    json.end_object().end_object();
    return json.take();
}

/// "88.51 %", rounded half up, from whole numbers.
std::string percent(std::int64_t part, std::int64_t whole) {
    const std::int64_t hundredths = (part * 20'000 / whole + 1) / 2;
    const std::string decimals = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (decimals.size() < 2 ? "0" : "") + decimals + " %";
}

void print(std::ostream& out, const Figures& figures) {
    const domain::OnTimeFigure& figure = figures.on_time.figure;
    out << figures.on_time.orders << " orders, " << figures.on_time.lines << " lines\n";
    out << "on time\t" << figure.met << " of " << figure.population << " lines";
    if (figure.population > 0) out << " = " << percent(figure.met, figure.population);
    out << "\nlate\t" << figure.late << "\nnot counted\t" << figure.excluded_open << " not due yet, "
        << figure.excluded_no_promise << " without a promise\n";
}

ExitCode run_kpi(const KpiOptions& options, const Invocation& call) {
    const auto figures = count(options, call);
    if (!figures) return report_failure(call, figures.error());
    if (call.form == OutputForm::json)
        call.console.out << as_json(*figures) << '\n';
    else
        print(call.console.out, *figures);
    return ExitCode::done;
}

} // namespace

void add_kpi_command(Command& root) {
    Command kpi = root.add("kpi", "Figures by the portal's own rules: lines delivered on time");
    auto& options = kpi.keep<KpiOptions>();
    kpi.option("--account", options.account, "Code of an account, with all below it, or all", Need::required)
        .option("--early", options.early_days, "Days before the promise that still count (default: any)")
        .option("--late", options.late_days, "Days after the promise that still count (default: 0)")
        .option("--today", options.today, "The day as of which windows have closed (default: today)");
    kpi.run([&options](const Invocation& call) { return run_kpi(options, call); });
}

} // namespace orderdeck::server::cli
