#include "server/ingest/files/unreadable.h"

#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::ingest {

Finding unreadable(const base::Error& error, std::string_view text, std::string code) {
    constexpr std::string_view kByte = "byte ";
    Finding finding{.file_line = 0,
                    .column = {},
                    .value = {},
                    .severity = persistence::sqlite::Severity::error,
                    .code = std::move(code),
                    .message = error.message};
    const std::string_view where = error.where;
    if (where.starts_with(kByte)) {
        const auto byte = base::parse_int(where.substr(kByte.size()));
        const std::string_view before = text.substr(0, static_cast<std::size_t>(byte.value_or(0)));
        finding.file_line = 1 + std::count(before.begin(), before.end(), '\n');
    } else if (const auto line = base::parse_int(where)) {
        finding.file_line = *line;
    } else {
        finding.column = where;
    }
    return finding;
}

} // namespace orderdeck::server::ingest
