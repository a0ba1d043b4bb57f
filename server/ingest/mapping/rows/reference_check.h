#pragma once

#include "server/ingest/mapping/mapping.h"
#include "server/ingest/mapping/rows/finding_log.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// Follows cells that refer to another row of the feed, forwards as well as backwards.
class ReferenceCheck {
public:
    explicit ReferenceCheck(const Mapping& mapping);

    /// Notes what a row can be referred to by.
    void add_row(const Row& row);
    /// Whether the cell refers to another row; if so it is followed at the end.
    bool take(const Row& row, const RowPlaces& places, ColumnId column, std::string_view cell);
    /// Reports how many references were found, and each that leads nowhere.
    void finish(FindingLog& log) const;

private:
    struct Pending {
        Place place;
        ColumnId column;
        std::int64_t row;
        std::uint64_t target;
        std::string text;
    };

    const Mapping& mapping_;
    std::vector<ColumnId> referring_; ///< columns whose cells may refer
    std::unordered_set<std::uint64_t> rows_;
    std::vector<Pending> pending_;
};

} // namespace orderdeck::server::ingest::mapping
