#pragma once

#include "server/ingest/inbox/repair.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::cli::watch {

/// Takes files out of a folder with one sub-folder for each feed, FOLDER/<feed>/<file>: each is imported under the feed's
/// mapping and then moved into done/ or failed/ of its sub-folder, with a report beside it, <file>.report.json. A file is
/// complete when two passes find it the same; names that begin with '.' or end in .part or .tmp are left alone. Files that
/// the feed's mapping joins are one import, as soon as all are there and none of the feed's files changes any more.
class WatchedFolder {
public:
    /// `log` gets one line for each file.
    WatchedFolder(std::filesystem::path folder, persistence::sqlite::Store& store,
                  ingest::AdapterSource adapters, std::function<void(std::string_view)> log)
        : folder_(std::move(folder)), store_(store), adapters_(std::move(adapters)), log_(std::move(log)) {}

    /// Looks once; returns how many files were taken. A file that cannot be taken now (a busy store, a full disk) stays for
    /// the next pass. `io` when the folder cannot be read.
    base::Result<int> pass(base::Timestamp now);

private:
    /// What a file looked like in the last pass.
    struct Look {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type changed;
        friend bool operator==(const Look&, const Look&) = default;
    };
    using Looks = std::map<std::filesystem::path, Look>;

    base::Result<int> pass_feed(const std::filesystem::path& feed, Looks& looks, base::Timestamp now);
    /// Files of one import, by name.
    using Group = std::vector<std::filesystem::path>;

    std::vector<Group> groups_of(const std::string& feed, const Group& complete);
    void tell_waiting(const Group& complete, const std::vector<Group>& groups);
    /// Whether the files have left the folder.
    bool take(const std::string& feed, const Group& files, base::Timestamp now);
    bool put_away(const std::filesystem::path& file, std::string_view where, const std::string& report);

    std::filesystem::path folder_;
    persistence::sqlite::Store& store_;
    ingest::AdapterSource adapters_;
    std::function<void(std::string_view)> log_;
    Looks last_;
    std::set<std::filesystem::path> told_; ///< files of which the log says already that they wait for others
};

} // namespace orderdeck::server::cli::watch
