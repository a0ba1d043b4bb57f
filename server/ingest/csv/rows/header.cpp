#include "server/ingest/csv/rows/header.h"

#include "shared/base/text.h"

#include <algorithm>
#include <set>

namespace orderdeck::server::ingest::csv {
namespace {

const ColumnRules kNoRules;

Finding about_column(const std::string& column, std::string code, std::string message) {
    return {.file_line = 1,
            .column = column,
            .value = {},
            .severity = Severity::info,
            .code = std::move(code),
            .message = std::move(message)};
}

} // namespace

base::Result<Header> Header::read(const std::vector<std::string>& cells, const Mapping& mapping,
                                  FindingLog& log) {
    Header header;
    for (const std::string& cell : cells) {
        const std::string name(base::trim(cell));
        if (!header.index_.emplace(name, header.names_.size()).second)
            log.add(about_column(name, "repeated_column", "two columns have this name; the first counts"));
        const auto rules = mapping.columns.find(name);
        header.names_.push_back(name);
        header.rules_.push_back(rules == mapping.columns.end() ? &kNoRules : &rules->second);
    }
    std::string missing;
    const std::vector<std::string> needed = columns_of(mapping);
    for (const std::string& column : needed) {
        if (!header.index_.contains(column))
            missing.append(missing.empty() ? "\"" : ", \"").append(column).append("\"");
    }
    if (!missing.empty())
        return base::fail(base::ErrorCode::invalid, "the mapping \"" + mapping.name +
                                                        "\" needs columns that the file lacks: " + missing +
                                                        "; is it the right mapping and delimiter?");
    std::set<std::string> known(needed.begin(), needed.end());
    known.insert(mapping.unused.begin(), mapping.unused.end());
    for (const std::string& name : header.names_) {
        if (!known.contains(name))
            log.add(about_column(name, "unmapped_column",
                                 "the mapping does not know this column; its cells stay in the inbox"));
    }
    return header;
}

} // namespace orderdeck::server::ingest::csv
