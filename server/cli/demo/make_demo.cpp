#include "server/cli/demo/make_demo.h"

#include "server/cli/demo/carrier_payloads.h"
#include "server/cli/demo/fact_entries.h"
#include "server/cli/demo/source_files.h"
#include "server/ingest/adapters/load_adapter.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

namespace orderdeck::server::cli::demo {
namespace {

using Adapters = std::map<std::string_view, std::unique_ptr<ingest::FileAdapter>>;

base::Result<const ingest::FileAdapter*> adapter_of(Adapters& adapters, std::string_view mapping) {
    std::unique_ptr<ingest::FileAdapter>& adapter = adapters[mapping];
    if (!adapter) adapter = TRY(ingest::load_adapter(std::string(mapping)));
    return adapter.get();
}

/// One of production's newest exports comes twice.
void replay_one(std::vector<SourceFile>& files) {
    const std::string_view mapping = form_of(Feed::production).mapping;
    const auto last = std::find_if(files.rbegin(), files.rend(),
                                   [mapping](const SourceFile& file) { return file.mapping == mapping; });
    if (last == files.rend()) return;
    SourceFile again = *last;
    again.received = again.received + base::Duration::minutes(30);
    again.is_replayed = true;
    files.push_back(std::move(again));
}

base::Result<void> import_all(persistence::sqlite::Store& store, std::vector<SourceFile> files,
                              DemoReport& report, const ingest::RowProgress& progress) {
    Adapters adapters;
    std::int64_t total = 0;
    for (const SourceFile& file : files)
        total += file.rows;
    report.was_made_before = true;
    for (SourceFile& file : files) {
        const ingest::FileAdapter* adapter = TRY(adapter_of(adapters, file.mapping));
        const auto rows_done = [&](std::int64_t done, std::int64_t) {
            if (progress) progress(std::min(report.rows + done, total), total);
        };
        ingest::ImportReport import = TRY(ingest::import_file(
            store, *adapter, {.name = file.name, .bytes = file.bytes}, file.received, rows_done));
        if (!import.was_applied_before) report.was_made_before = false;
        ++report.files;
        report.rows += file.rows;
        report.imports.push_back({std::move(import), std::move(file.flaws), file.is_replayed});
        // A large demo is not held twice.
        file.bytes = {};
    }
    return {};
}

} // namespace

base::Result<DemoReport> make_demo(persistence::sqlite::Store& store,
                                   const std::filesystem::path& data_folder, const DemoRequest& request,
                                   auth::HashCost cost, base::Timestamp now,
                                   const ingest::RowProgress& progress) {
    DemoReport report;
    report.orders = orders_in_all(request);
    SourceFiles files(base::Timestamp::at_start_of(request.today));
    files.add(customer_entries(base::Timestamp()));
    CarrierPayloads payloads(base::Timestamp::at_start_of(request.today));
    generate(request, [&](const std::vector<ingest::Fact>& facts) {
        files.add(entries_of(facts));
        payloads.add(facts);
    });
    std::vector<SourceFile> exports = files.take();
    replay_one(exports);
    std::ranges::move(payloads.take(), std::back_inserter(exports));
    TRY(import_all(store, std::move(exports), report, progress));
    report.log_ins = TRY(add_log_ins(store, data_folder, cost, now));
    return report;
}

} // namespace orderdeck::server::cli::demo
