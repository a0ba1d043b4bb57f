#pragma once

#include "server/persistence/sqlite/inbox/inbox_store.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace orderdeck::server::ingest::csv {

using persistence::sqlite::Finding;
using persistence::sqlite::Severity;

/// Collects what is found in a file. Equal warnings and infos (column, code, value) are kept once, at their first line,
/// with how often they occur; errors are kept one by one, for each is a row that somebody must repair.
class FindingLog {
public:
    /// A cell that is looked at twice counts once.
    void add(Finding finding);

    const std::vector<Finding>& findings() const { return findings_; }

private:
    struct Place {
        std::size_t index;
        std::int64_t last_line;
    };

    std::vector<Finding> findings_;
    std::unordered_map<std::string, Place> known_;
};

} // namespace orderdeck::server::ingest::csv
