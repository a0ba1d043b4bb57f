#include "server/cli/commands.h"
#include "server/cli/open_store.h"
#include "server/cli/progress_line.h"
#include "server/ingest/projection/rebuild.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

base::Result<std::int64_t> rebuild(const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    ProgressLine line(call.console, "rebuild");
    return ingest::rebuild(*store, call.console.now(),
                           [&line](std::int64_t done, std::int64_t total) { line.show(done, total); });
}

ExitCode run(const Invocation& call) {
    const auto changed = rebuild(call);
    if (!changed) return report_failure(call, changed.error());
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object().field("rows_changed", *changed).end_object();
        call.console.out << json.take() << '\n';
    } else if (*changed == 0) {
        call.console.out << "Everything is as the records say: nothing was changed.\n";
    } else {
        call.console.out << *changed << " rows were not as the records say and have been put right.\n";
    }
    return ExitCode::done;
}

} // namespace

void add_rebuild_command(Command& root) {
    root.add("rebuild", "Derive all orders anew from the records of the sources; changes only what is wrong")
        .run(run);
}

} // namespace orderdeck::server::cli
