#include "server/cli/commands.h"
#include "server/cli/import_output.h"
#include "server/cli/progress_line.h"
#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/files/import_file.h"

#include <fstream>
#include <iterator>
#include <optional>

namespace orderdeck::server::cli {
namespace {

using ingest::FileAdapter;
using ingest::ImportReport;
using persistence::sqlite::Store;

struct ImportOptions {
    std::string mapping;
    bool is_dry_run = false;
    std::vector<std::string> files;
};

base::Result<std::string> read_file(const std::string& path) {
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure))
        return base::fail(base::ErrorCode::invalid, "this is a folder: name the files in it", path);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return base::fail(base::ErrorCode::not_found, "the file cannot be opened: is the path right?", path);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (file.bad()) return base::fail(base::ErrorCode::io, "the file cannot be read to its end", path);
    return bytes;
}

/// The store is opened for the first file and absent in a dry run.
base::Result<ImportReport> import_one(Store* store, const FileAdapter& adapter, const std::string& path,
                                      const Invocation& call) {
    const std::string bytes = TRY(read_file(path));
    const ingest::InputFile file{.name = std::filesystem::path(path).filename().string(), .bytes = bytes};
    ProgressLine line(call.console, file.name);
    const auto progress = [&line](std::int64_t done, std::int64_t total) { line.show(done, total); };
    const base::Timestamp now = call.console.now();
    if (store == nullptr) return ingest::check_file(adapter, file, now, progress);
    return ingest::import_file(*store, adapter, file, now, progress);
}

base::Result<std::vector<ImportReport>> import_all(const ImportOptions& options, const Invocation& call) {
    const std::unique_ptr<FileAdapter> adapter = TRY(ingest::load_adapter(options.mapping));
    std::unique_ptr<Store> store;
    if (!options.is_dry_run) store = TRY(Store::open(call.data_folder));
    std::vector<ImportReport> reports;
    for (const std::string& path : options.files)
        reports.push_back(TRY(import_one(store.get(), *adapter, path, call)));
    return reports;
}

ExitCode run_import(const ImportOptions& options, const Invocation& call) {
    const auto reports = import_all(options, call);
    if (!reports) return report_failure(call, reports.error());
    bool any_rejected = false;
    for (const ImportReport& report : *reports)
        any_rejected = any_rejected || report.rows_rejected != 0;
    const ImportMode mode = options.is_dry_run ? ImportMode::dry_run : ImportMode::stored;
    if (call.form == OutputForm::json)
        print_json(call.console.out, *reports, mode);
    else
        print_text(call.console.out, *reports, mode);
    return any_rejected ? ExitCode::done_in_part : ExitCode::done;
}

} // namespace

void add_import_command(Command& root) {
    Command command = root.add(
        "import", "Read order files into the store; a file that was imported before changes nothing");
    auto& options = command.keep<ImportOptions>();
    command
        .option("--mapping", options.mapping, "How to read the files: a built-in name or a JSON file",
                Need::required)
        .flag("--dry-run", options.is_dry_run, "Only read and check; store nothing")
        .files("FILE", options.files, "CSV files");
    command.run([&options](const Invocation& call) { return run_import(options, call); });
}

} // namespace orderdeck::server::cli
