#include "server/cli/commands.h"
#include "server/cli/import_output.h"
#include "server/cli/open_store.h"
#include "server/cli/progress_line.h"
#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/files/bundle.h"
#include "server/ingest/files/import_file.h"

#include <algorithm>
#include <deque>
#include <filesystem>
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

base::Result<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return base::fail(base::ErrorCode::not_found, "the file cannot be opened: is the path right?", path);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (file.bad()) return base::fail(base::ErrorCode::io, "the file cannot be read to its end", path);
    return bytes;
}

/// The paths given, with folders replaced by the files in them, by name.
struct Offer {
    std::vector<std::filesystem::path> paths;
    std::vector<ingest::OfferedFile> files;

    base::Result<void> add(const std::filesystem::path& path) {
        std::error_code failure;
        if (std::filesystem::is_directory(path, failure)) return add_folder(path);
        paths.push_back(path);
        files.push_back({.name = path.filename().string(), .is_bundle = path.extension() == ".tar"});
        return {};
    }

private:
    base::Result<void> add_folder(const std::filesystem::path& folder) {
        std::error_code failure;
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
            const bool is_hidden = entry.path().filename().string().starts_with('.');
            if (!is_hidden && entry.is_regular_file(failure)) found.push_back(entry.path());
        }
        if (failure) return base::fail(base::ErrorCode::io, "the folder cannot be read", folder);
        std::sort(found.begin(), found.end());
        for (const std::filesystem::path& path : found) {
            paths.push_back(path);
            files.push_back({.name = path.filename().string(), .is_from_folder = true});
        }
        return {};
    }
};

/// What is imported at once, under one name: a file, or a bundle of files.
struct Message {
    std::string name;
    std::string bytes;
};

base::Result<Message> read_group(const Offer& offer, const ingest::FileGroup& group,
                                 const std::string& mapping_name) {
    if (group.size() == 1)
        return Message{.name = offer.files[group.front()].name,
                       .bytes = TRY(read_file(offer.paths[group.front()]))};
    std::deque<std::string> contents;
    std::vector<ingest::BundledFile> files;
    for (const std::size_t file : group) {
        contents.push_back(TRY(read_file(offer.paths[file])));
        files.push_back({.name = offer.files[file].name, .bytes = contents.back()});
    }
    return Message{.name = mapping_name + ".tar", .bytes = TRY(ingest::bundle(files))};
}

/// The store is opened for the first file and absent in a dry run.
base::Result<ImportReport> import_one(Store* store, const FileAdapter& adapter, const Message& message,
                                      const Invocation& call) {
    const ingest::InputFile file{.name = message.name, .bytes = message.bytes};
    ProgressLine line(call.console, file.name);
    const auto progress = [&line](std::int64_t done, std::int64_t total) { line.show(done, total); };
    const base::Timestamp now = call.console.now();
    if (store == nullptr) return ingest::check_file(adapter, file, now, progress);
    return ingest::import_file(*store, adapter, file, now, progress);
}

base::Result<std::vector<ingest::CodeMeaning>> meanings_in(Store& store) {
    auto reader = TRY(store.read());
    return persistence::sqlite::InboxStore(*reader).meanings();
}

/// What has just come may be what others waited for; a mapping outside the data folder is known for this command only.
base::Result<void> retry_waiting(Store& store, const std::string& mapping, const std::string& mapping_name,
                                 const Invocation& call) {
    const auto feeds = ingest::feeds_of(call.data_folder);
    const auto adapters = [&](const std::string& name, const std::vector<ingest::CodeMeaning>& meanings) {
        return name == mapping_name ? ingest::load_adapter(mapping, meanings) : feeds(name, meanings);
    };
    TRY(ingest::retry_ready(store, adapters, call.console.now()));
    return {};
}

base::Result<std::vector<ImportReport>> import_all(const ImportOptions& options, const Invocation& call) {
    std::unique_ptr<FileAdapter> adapter = TRY(ingest::load_adapter(options.mapping));
    Offer offer;
    for (const std::string& path : options.files)
        TRY(offer.add(path));
    const std::vector<ingest::FileGroup> groups = TRY(adapter->group(offer.files));
    std::unique_ptr<Store> store;
    if (!options.is_dry_run) {
        store = TRY(open_store(call, WhenAbsent::create));
        adapter = TRY(ingest::load_adapter(options.mapping, TRY(meanings_in(*store))));
    }
    std::vector<ImportReport> reports;
    for (const ingest::FileGroup& group : groups) {
        const Message message = TRY(read_group(offer, group, adapter->identity().name));
        reports.push_back(TRY(import_one(store.get(), *adapter, message, call)));
    }
    if (store) TRY(retry_waiting(*store, options.mapping, adapter->identity().name, call));
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
        .files("FILE", options.files, "Files, or folders of files; a feed of several files is read as one");
    command.run([&options](const Invocation& call) { return run_import(options, call); });
}

} // namespace orderdeck::server::cli
