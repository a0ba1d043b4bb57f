#include "server/cli/demo/make_demo.h"

#include "server/cli/demo/carrier_payloads.h"
#include "server/cli/demo/fact_entries.h"
#include "server/cli/demo/mishaps.h"
#include "server/cli/demo/peppol_documents.h"
#include "server/cli/demo/source_files.h"
#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/inbox/withdraw.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"

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

/// Whether a file that did not simply go through had its fate before, or was looked after by people since.
base::Result<bool> has_met_its_fate(persistence::sqlite::Store& store, const SourceFile& file,
                                    const ingest::FileAdapter& adapter) {
    if (file.fate == Fate::applied || file.fate == Fate::replayed) return false;
    auto reader = TRY(store.read());
    persistence::sqlite::InboxStore inbox(*reader);
    const auto known = TRY(inbox.find_by_content(file.bytes, ingest::mapping_text(adapter.identity())));
    if (!known) return false;
    return TRY(inbox.message(*known)).entry.state != persistence::sqlite::InboxState::received;
}

base::Result<void> import_one(persistence::sqlite::Store& store, SourceFile& file,
                              const ingest::FileAdapter& adapter, DemoReport& report,
                              const ingest::RowProgress& rows_done) {
    if (TRY(has_met_its_fate(store, file, adapter))) return {};
    auto import = ingest::import_file(store, adapter, {.name = file.name, .bytes = file.bytes}, file.received,
                                      rows_done);
    const bool is_rejected = !import && import.error().code == base::ErrorCode::invalid;
    if (!import && !(is_rejected && file.fate == Fate::rejected)) return base::Failure{import.error()};
    if (!import || !import->was_applied_before) report.was_made_before = false;
    if (!import) return {};
    if (file.fate == Fate::withdrawn)
        TRY(ingest::withdraw(store, import->message, file.received + base::Duration::minutes(35)));
    report.imports.push_back({*std::move(import), std::move(file.flaws), file.bad_rows, file.fate});
    return {};
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
        TRY(import_one(store, file, *adapter, report, rows_done));
        ++report.files;
        report.rows += file.rows;
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
    report.orders_of_group = request.orders;
    SourceFiles files(base::Timestamp::at_start_of(request.today));
    files.add(customer_entries(base::Timestamp()));
    CarrierPayloads payloads(base::Timestamp::at_start_of(request.today));
    PeppolDocuments documents(base::Timestamp::at_start_of(request.today));
    GateEvents gate(base::Timestamp::at_start_of(request.today));
    generate(request, [&](const std::vector<ingest::Fact>& facts) {
        const auto rest = documents.take_over(facts);
        files.add(entries_of(rest ? *rest : facts));
        payloads.add(facts);
        gate.add(facts);
    });
    std::vector<SourceFile> exports = files.take();
    for (std::vector<SourceFile> more : {payloads.take(), documents.take(), gate.take()})
        std::ranges::move(more, std::back_inserter(exports));
    add_mishaps(exports, base::Timestamp::at_start_of(request.today));
    sort_by_arrival(exports);
    TRY(import_all(store, std::move(exports), report, progress));
    report.log_ins = TRY(add_log_ins(store, data_folder, cost, now));
    return report;
}

} // namespace orderdeck::server::cli::demo
