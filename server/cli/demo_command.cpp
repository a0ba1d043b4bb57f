#include "server/cli/commands.h"
#include "server/cli/demo/make_demo.h"
#include "server/cli/open_store.h"
#include "server/cli/progress_line.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using demo::DemoReport;
using persistence::sqlite::Store;

constexpr std::int64_t kMostOrders = 100'000;

struct DemoOptions {
    std::int64_t orders = 400;
    std::int64_t seed = 1;
    std::string today;
};

base::Result<DemoReport> make(const DemoOptions& options, const Invocation& call) {
    if (options.orders < 1 || options.orders > kMostOrders) {
        return base::fail(base::ErrorCode::out_of_range, "--orders takes a number from 1 to 100000");
    }
    const base::Timestamp now = call.console.now();
    demo::DemoRequest request;
    request.seed = static_cast<std::uint64_t>(options.seed);
    request.orders = static_cast<int>(options.orders);
    request.today = options.today.empty() ? now.utc_date() : TRY(base::LocalDate::parse(options.today));
    const auto store = TRY(open_store(call, WhenAbsent::create));
    ProgressLine line(call.console, "demo");
    return demo::make_demo(*store, call.data_folder, request, auth::HashCost::interactive(), now,
                           [&line](std::int64_t done, std::int64_t total) { line.show(done, total); });
}

std::string as_json(const DemoReport& report) {
    json::Writer json;
    json.begin_object()
        .field("orders", report.orders)
        .field("orders_of_group", report.orders_of_group)
        .field("orders_of_others", report.orders - report.orders_of_group)
        .field("files", report.files)
        .field("rows", report.rows)
        .field("was_made_before", report.was_made_before);
    json.key("log_ins").begin_array();
    for (const demo::LogIn& log_in : report.log_ins) {
        json.begin_object()
            .field("account", log_in.account)
            .field("email", log_in.email)
            .field("password", log_in.password)
            .field("role", log_in.is_staff ? "staff" : "customer");
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

void print(std::ostream& out, const DemoReport& report) {
    if (report.was_made_before)
        out << "This demo was made before: nothing was changed.\n";
    else
        out << report.orders_of_group << " orders of the group and " << report.orders - report.orders_of_group
            << " of two small customers: " << report.rows << " rows of " << report.files << " files\n";
    for (const demo::LogIn& log_in : report.log_ins)
        out << log_in.email << " / " << log_in.password << (log_in.is_staff ? " (staff)" : "") << '\n';
    if (report.log_ins.empty()) out << "The log-ins exist already: see demo-logins.txt in the data folder.\n";
}

ExitCode run_demo(const DemoOptions& options, const Invocation& call) {
    const auto report = make(options, call);
    if (!report) return report_failure(call, report.error());
    if (call.form == OutputForm::json)
        call.console.out << as_json(*report) << '\n';
    else
        print(call.console.out, *report);
    return ExitCode::done;
}

} // namespace

void add_demo_command(Command& root) {
    Command demo =
        root.add("demo", "Fill the store with the orders of an invented machine maker, and add log-ins");
    auto& options = demo.keep<DemoOptions>();
    demo.option("--orders", options.orders,
                "How many orders the group has; two small customers have some on top (default: 400)")
        .option("--seed", options.seed, "Another number makes another demo (default: 1)")
        .option("--today", options.today, "The day as of which orders are open, 2026-11-22 (default: today)");
    demo.run([&options](const Invocation& call) { return run_demo(options, call); });
}

} // namespace orderdeck::server::cli
