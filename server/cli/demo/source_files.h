#pragma once

#include "server/cli/demo/entry.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// An export of one of the systems, as it is handed to the portal.
struct SourceFile {
    std::string name;
    std::string_view mapping;
    base::Timestamp received;
    std::string bytes;
    std::int64_t rows = 0;
    bool is_replayed = false; ///< the same file once more, as after an outage
    /// What the portal must report about it: findings by code with how often. Mistakes that people make, put in on purpose.
    std::map<std::string, std::int64_t> flaws;
};

/// Makes the exports of all systems: one when they were connected, later ones with the rows that changed since.
class SourceFiles {
public:
    explicit SourceFiles(base::Timestamp now);

    /// Adds all that was written about some orders and shipments. What is newer than a system's newest export is not in it.
    void add(std::vector<Entry> entries);

    /// The files, the oldest exports first, those of one day by feed; nothing is left.
    std::vector<SourceFile> take();

private:
    void add_row(Feed feed, const std::vector<const Entry*>& entries);
    static void export_row(Feed feed, const std::vector<std::string_view>& cells, SourceFile& file);

    base::Timestamp now_;
    std::array<std::vector<SourceFile>, kFeedCount> files_;
};

} // namespace orderdeck::server::cli::demo
