#pragma once

#include "server/cli/demo/generate.h"
#include "server/cli/demo/log_ins.h"
#include "server/cli/demo/source_files.h"
#include "server/ingest/files/import_file.h"

#include <map>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

struct DemoReport {
    bool was_made_before = false;     ///< the same request: nothing was done
    std::int64_t orders = 0;          ///< in all
    std::int64_t orders_of_group = 0; ///< of them: as many as were asked for
    std::int64_t files = 0;
    std::int64_t rows = 0;
    struct Import {
        ingest::ImportReport report;
        std::map<std::string, std::int64_t> flaws; ///< findings that the file has on purpose, by code
        std::int64_t bad_rows = 0;                 ///< rows that were rejected on purpose
        Fate fate = Fate::applied;
    };
    std::vector<Import> imports; ///< in the order in which the files came; without those that were rejected
    std::vector<LogIn> log_ins;  ///< those that were added now
};

/// Writes the exports of the demo's systems and imports them as a customer's files are: inbox, mapping, facts. The same
/// request twice changes nothing; one that was interrupted is completed. The progress counts rows.
base::Result<DemoReport> make_demo(persistence::sqlite::Store& store,
                                   const std::filesystem::path& data_folder, const DemoRequest& request,
                                   auth::HashCost cost, base::Timestamp now,
                                   const ingest::RowProgress& progress = {});

} // namespace orderdeck::server::cli::demo
