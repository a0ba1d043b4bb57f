#include "server/cli/open_store.h"

#include "server/cli/progress_line.h"
#include "server/ingest/projection/derivation.h"

namespace orderdeck::server::cli {

using persistence::sqlite::Store;

base::Result<std::unique_ptr<Store>> open_store(const Invocation& call, WhenAbsent when_absent) {
    auto store = TRY(when_absent == WhenAbsent::create ? Store::open(call.data_folder)
                                                       : Store::open_existing(call.data_folder));
    ProgressLine line(call.console, "deriving again");
    TRY(ingest::bring_up_to_date(*store, call.console.now(),
                                 [&line](std::int64_t done, std::int64_t total) { line.show(done, total); }));
    return store;
}

} // namespace orderdeck::server::cli
