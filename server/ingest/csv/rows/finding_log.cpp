#include "server/ingest/csv/rows/finding_log.h"

namespace orderdeck::server::ingest::csv {

void FindingLog::add(Finding finding) {
    if (finding.severity == Severity::error) {
        findings_.push_back(std::move(finding));
        return;
    }
    const std::string key = finding.column + '\n' + finding.code + '\n' + finding.value;
    const auto [known, is_new] = known_.emplace(key, Place{findings_.size(), finding.file_line});
    if (is_new) {
        findings_.push_back(std::move(finding));
        return;
    }
    if (known->second.last_line == finding.file_line) return;
    known->second.last_line = finding.file_line;
    findings_[known->second.index].occurrences += finding.occurrences;
}

} // namespace orderdeck::server::ingest::csv
