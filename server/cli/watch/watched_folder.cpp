#include "server/cli/watch/watched_folder.h"

#include "server/ingest/files/bundle.h"
#include "shared/json/writer.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace orderdeck::server::cli::watch {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFindingsTold = 1000;

bool is_left_alone(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with('.') || file.extension() == ".part" || file.extension() == ".tmp";
}

/// The entries of a folder that are of one type, by name.
base::Result<std::vector<fs::path>> entries(const fs::path& folder, fs::file_type type) {
    std::error_code failure;
    std::vector<fs::path> found;
    for (auto entry = fs::directory_iterator(folder, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        std::error_code gone;
        if (entry->symlink_status(gone).type() == type && !is_left_alone(entry->path()))
            found.push_back(entry->path());
    }
    if (failure) return base::fail(base::ErrorCode::io, "the folder cannot be read", folder.string());
    std::sort(found.begin(), found.end());
    return found;
}

base::Result<std::string> read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) return base::fail(base::ErrorCode::io, "the file cannot be read", path.string());
    return bytes;
}

/// What is imported at once, under one name: a file, or a bundle of files.
struct Message {
    std::string name;
    std::string bytes;
};

base::Result<Message> read_group(const std::string& feed, const std::vector<fs::path>& files) {
    if (files.size() == 1)
        return Message{.name = files.front().filename().string(), .bytes = TRY(read_file(files.front()))};
    std::deque<std::string> contents;
    std::vector<ingest::BundledFile> bundled;
    for (const fs::path& file : files) {
        contents.push_back(TRY(read_file(file)));
        bundled.push_back({.name = file.filename().string(), .bytes = contents.back()});
    }
    return Message{.name = feed + ".tar", .bytes = TRY(ingest::bundle(bundled))};
}

std::string report_of(const ingest::ImportReport& report) {
    json::Writer json;
    json.begin_object().field("message", report.message).field("imported_before", report.was_applied_before);
    json.field("rows", report.rows).field("rows_imported", report.rows_imported);
    json.field("rows_rejected", report.rows_rejected).field("orders", report.orders);
    json.key("waits_for").begin_array();
    for (const std::string& what : report.applied.waits_for)
        json.value(what);
    json.end_array().key("findings").begin_array();
    for (std::size_t i = 0; i < std::min(report.findings.size(), kMostFindingsTold); ++i) {
        const ingest::Finding& finding = report.findings[i];
        json.begin_object().field("line", finding.file_line).field("column", finding.column);
        json.field("value", finding.value).field("severity", name_of(finding.severity));
        json.field("code", finding.code).field("message", finding.message);
        json.field("occurrences", finding.occurrences).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string report_of(const base::Error& error) {
    json::Writer json;
    json.begin_object().field("error", error.message).field("where", error.where).end_object();
    return json.take();
}

/// Errors that another pass may not meet.
bool is_passing(const base::Error& error) {
    return error.code == base::ErrorCode::unavailable || error.code == base::ErrorCode::io;
}

/// A name that is free in the folder: "orders.csv", then "orders.2.csv".
fs::path free_name(const fs::path& folder, const fs::path& file) {
    fs::path target = folder / file.filename();
    std::error_code ignored;
    for (int i = 2; fs::exists(target, ignored); ++i)
        target = folder / (file.stem().string() + "." + std::to_string(i) + file.extension().string());
    return target;
}

} // namespace

base::Result<int> WatchedFolder::pass(base::Timestamp now) {
    Looks looks;
    int taken = 0;
    for (const fs::path& feed : TRY(entries(folder_, fs::file_type::directory)))
        taken += TRY(pass_feed(feed, looks, now));
    last_ = std::move(looks);
    return taken;
}

base::Result<int> WatchedFolder::pass_feed(const fs::path& feed, Looks& looks, base::Timestamp now) {
    Group complete;
    bool is_changing = false;
    for (const fs::path& file : TRY(entries(feed, fs::file_type::regular))) {
        std::error_code failure;
        Look look{.size = fs::file_size(file, failure), .changed = {}};
        if (!failure) look.changed = fs::last_write_time(file, failure);
        if (failure) continue; // It has just gone.
        const auto before = last_.find(file);
        const bool is_complete = before != last_.end() && before->second == look;
        if (is_complete) complete.push_back(file);
        is_changing = is_changing || !is_complete;
        looks.emplace(file, look);
    }
    const std::string name = feed.filename().string();
    const std::vector<Group> groups = groups_of(name, complete);
    int taken = 0;
    for (const Group& group : groups) {
        // Perhaps what changes is one of them that need not be there.
        if ((group.size() > 1 && is_changing) || !take(name, group, now)) continue;
        taken += static_cast<int>(group.size());
        for (const fs::path& file : group)
            looks.erase(file);
    }
    tell_waiting(complete, groups);
    return taken;
}

std::vector<WatchedFolder::Group> WatchedFolder::groups_of(const std::string& feed, const Group& complete) {
    std::vector<Group> groups;
    if (complete.empty()) return groups;
    const auto adapter = adapters_(feed, {});
    if (!adapter) {
        // Each is taken, and put away with the reason.
        for (const fs::path& file : complete)
            groups.push_back({file});
        return groups;
    }
    std::vector<ingest::OfferedFile> offered;
    for (const fs::path& file : complete)
        offered.push_back({.name = file.filename().string(), .is_bundle = file.extension() == ".tar"});
    for (const ingest::FileGroup& together : (*adapter)->gather(offered)) {
        Group& group = groups.emplace_back();
        for (const std::size_t file : together)
            group.push_back(complete[file]);
    }
    return groups;
}

void WatchedFolder::tell_waiting(const Group& complete, const std::vector<Group>& groups) {
    std::set<fs::path> waiting(complete.begin(), complete.end());
    for (const Group& group : groups) {
        for (const fs::path& file : group)
            waiting.erase(file);
    }
    for (const fs::path& file : waiting) {
        if (told_.insert(file).second)
            log_(file.filename().string() + ": waits for the other files that its mapping joins");
    }
}

bool WatchedFolder::take(const std::string& feed, const Group& files, base::Timestamp now) {
    const auto message = read_group(feed, files);
    if (!message && is_passing(message.error())) return false;
    const auto report = message ? ingest::import_with(store_, adapters_, feed,
                                                      {.name = message->name, .bytes = message->bytes}, now)
                                : base::Result<ingest::ImportReport>(base::Failure{message.error()});
    const std::string name = feed + "/" + (message ? message->name : files.front().filename().string());
    if (!report && is_passing(report.error())) {
        log_(name + ": " + base::describe(report.error()) + "; it is tried again");
        return false;
    }
    log_(name + ": " +
         (report ? std::to_string(report->rows_imported) + " rows imported, " +
                       std::to_string(report->rows_rejected) + " rejected"
                 : base::describe(report.error())));
    bool is_away = true;
    for (const fs::path& file : files) {
        told_.erase(file);
        is_away = (report ? put_away(file, "done", report_of(*report))
                          : put_away(file, "failed", report_of(report.error()))) &&
                  is_away;
    }
    return is_away;
}

bool WatchedFolder::put_away(const fs::path& file, std::string_view where, const std::string& report) {
    const fs::path folder = file.parent_path() / where;
    std::error_code failure;
    fs::create_directories(folder, failure);
    const fs::path target = free_name(folder, file);
    // The report first: a file that is there has one.
    std::ofstream(target.string() + ".report.json", std::ios::binary) << report << '\n';
    fs::rename(file, target, failure);
    if (failure) log_(file.string() + ": it cannot be moved to " + folder.string());
    return !failure;
}

} // namespace orderdeck::server::cli::watch
