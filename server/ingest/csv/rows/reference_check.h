#pragma once

#include "server/ingest/csv/rows/finding_log.h"
#include "server/ingest/csv/rows/header.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// Follows cells that refer to another row of the file, forwards as well as backwards.
class ReferenceCheck {
public:
    explicit ReferenceCheck(const Header& header);

    /// Notes what a row can be referred to by.
    void add_row(const std::vector<std::string>& cells);
    /// Whether the cell refers to another row; if so it is followed at the end.
    bool take(std::int64_t line, std::size_t column, std::string_view cell);
    /// Reports how many references were found, and each that leads nowhere.
    void finish(FindingLog& log) const;

private:
    struct Pending {
        std::int64_t line;
        std::size_t column;
        std::uint64_t target;
        std::string text;
    };

    const Header& header_;
    std::vector<std::size_t> referring_; ///< columns whose cells may refer
    std::unordered_set<std::uint64_t> rows_;
    std::vector<Pending> pending_;
};

} // namespace orderdeck::server::ingest::csv
