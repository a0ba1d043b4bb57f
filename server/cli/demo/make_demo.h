#pragma once

#include "server/cli/demo/generate.h"
#include "server/cli/demo/log_ins.h"
#include "server/ingest/apply.h"

#include <vector>

namespace orderdeck::server::cli::demo {

struct DemoReport {
    bool was_made_before = false; ///< the same request: nothing was done
    std::int64_t orders = 0;
    ingest::ApplyReport applied;
    std::vector<LogIn> log_ins; ///< those that were added now
};

/// Puts the demo into a store the way a source would: an inbox message first, then its facts. The same request twice
/// changes nothing; one that was interrupted is completed.
base::Result<DemoReport> make_demo(persistence::sqlite::Store& store,
                                   const std::filesystem::path& data_folder, const DemoRequest& request,
                                   auth::HashCost cost, base::Timestamp now,
                                   const ingest::Progress& progress = {});

} // namespace orderdeck::server::cli::demo
