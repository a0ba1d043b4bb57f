#pragma once

#include "server/ingest/mapping/rows/row.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace orderdeck::server::ingest::mapping {

using persistence::sqlite::Finding;
using persistence::sqlite::Severity;

/// What is found somewhere.
struct Discovery {
    std::string value;
    Severity severity = Severity::warning;
    std::string code;
    std::string message;
};

/// Collects what is found in a feed. Equal warnings and infos (column, code, value) are kept once, at their first row,
/// with how often they occur; errors are kept one by one, for each is a row that somebody must repair.
class FindingLog {
public:
    /// `column` and `row` tell cells apart: one that is looked at twice counts once.
    void add(Place place, std::string_view column, std::int64_t row, Discovery discovery);
    /// About a row or a file.
    void add(Place place, Discovery discovery);

    const std::vector<Finding>& findings() const { return findings_; }

private:
    struct Known {
        std::size_t index;
        std::int64_t last_row;
    };

    std::vector<Finding> findings_;
    std::unordered_map<std::string, Known> known_;
};

} // namespace orderdeck::server::ingest::mapping
