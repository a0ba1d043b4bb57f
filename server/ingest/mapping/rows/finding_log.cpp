#include "server/ingest/mapping/rows/finding_log.h"

namespace orderdeck::server::ingest::mapping {
namespace {

Finding finding_of(Place place, Discovery discovery) {
    std::string message = std::move(discovery.message);
    if (!place.file.empty()) message = place.file + ": " + message;
    return {.file_line = place.line,
            .column = std::move(place.column),
            .value = std::move(discovery.value),
            .severity = discovery.severity,
            .code = std::move(discovery.code),
            .message = std::move(message)};
}

} // namespace

void FindingLog::add(Place place, std::string_view column, std::int64_t row, Discovery discovery) {
    if (discovery.severity == Severity::error) {
        findings_.push_back(finding_of(std::move(place), std::move(discovery)));
        return;
    }
    std::string key(column);
    key.append("\n")
        .append(place.file)
        .append("\n")
        .append(discovery.code)
        .append("\n")
        .append(discovery.value);
    const auto [known, is_new] = known_.emplace(std::move(key), Known{findings_.size(), row});
    if (is_new) {
        findings_.push_back(finding_of(std::move(place), std::move(discovery)));
        return;
    }
    if (known->second.last_row == row) return;
    known->second.last_row = row;
    ++findings_[known->second.index].occurrences;
}

void FindingLog::add(Place place, Discovery discovery) {
    const std::string column = place.column;
    const std::int64_t row = place.line;
    add(std::move(place), column, row, std::move(discovery));
}

} // namespace orderdeck::server::ingest::mapping
