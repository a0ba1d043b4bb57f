#pragma once

#include "server/cli/demo/entry.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// What becomes of a file that is handed to the portal.
enum class Fate : std::uint8_t {
    applied,
    replayed,  ///< the same file once more, as after an outage: it changes nothing
    waiting,   ///< about something that nobody knows
    rejected,  ///< not what the feed is for
    withdrawn, ///< imported by mistake and taken back
};

/// An export of one of the systems, as it is handed to the portal.
struct SourceFile {
    std::string name;
    std::string_view mapping;
    base::Timestamp received;
    std::string bytes;
    std::int64_t rows = 0;
    Fate fate = Fate::applied;
    std::int64_t bad_rows = 0; ///< rows that cannot be read as any order's
    /// What the portal must report about it: findings by code with how often. Mistakes that people make, put in on purpose.
    std::map<std::string, std::int64_t> flaws;
};

/// Makes the exports of all systems: one when they were connected, later ones with the rows that changed since.
class SourceFiles {
public:
    explicit SourceFiles(base::Timestamp now);

    /// Adds all that was written about some orders and shipments. What is newer than a system's newest export is not in it.
    void add(std::vector<Entry> entries);

    /// The files in the order in which they came; nothing is left.
    std::vector<SourceFile> take();

private:
    void add_row(Feed feed, const std::vector<const Entry*>& entries);
    static void export_row(Feed feed, const std::vector<std::string_view>& cells, SourceFile& file);

    base::Timestamp now_;
    std::array<std::vector<SourceFile>, kFeedCount> files_;
};

/// The oldest first.
void sort_by_arrival(std::vector<SourceFile>& files);

} // namespace orderdeck::server::cli::demo
