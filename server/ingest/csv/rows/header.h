#pragma once

#include "server/ingest/csv/mapping/mapping.h"
#include "server/ingest/csv/rows/finding_log.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// The columns of one file, with the rules that the mapping has for them.
class Header {
public:
    /// `invalid` when columns that the mapping needs are missing; columns that it does not know are reported.
    static base::Result<Header> read(const std::vector<std::string>& cells, const Mapping& mapping,
                                     FindingLog& log);

    std::size_t size() const { return names_.size(); }
    const std::string& name(std::size_t column) const { return names_[column]; }
    const ColumnRules& rules(std::size_t column) const { return *rules_[column]; }
    /// The place of a column that the mapping names.
    std::size_t index_of(const std::string& column) const { return index_.at(column); }

private:
    std::vector<std::string> names_;
    std::vector<const ColumnRules*> rules_;
    std::unordered_map<std::string, std::size_t> index_;
};

} // namespace orderdeck::server::ingest::csv
