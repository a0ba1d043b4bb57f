#pragma once

#include "server/ingest/fact_content.h"
#include "server/ingest/files/file_adapter.h"
#include "tests/fuzz/law.h"

namespace orderdeck::fuzz {

/// What holds for every fact that any file leads to.
inline void check_facts(const server::ingest::Batch& batch) {
    using namespace server::ingest;
    for (const Fact& fact : batch.facts) {
        require(fact.origin.source < batch.sources.size(), "a fact has a source");
        const Subject subject = subject_of(fact.body);
        require(!subject.number.empty(), "a fact is about something");
        const auto same_subject = parse_subject(to_string(subject));
        require(same_subject && *same_subject == subject, "a subject survives the store");
        const std::string content = encode_content(fact.body);
        const auto again =
            expect(decode_content(kind_of(fact.body), content, subject), "a fact can be decoded");
        require(encode_content(again) == content, "a fact survives the store");
    }
}

/// Reads a document, which never fails: what cannot be taken is told in a finding.
inline void check_document(const server::ingest::FileAdapter& adapter, std::string_view bytes) {
    using namespace server::ingest;
    const auto sink = [](const Batch& batch, RowsRead) -> base::Result<void> {
        check_facts(batch);
        return {};
    };
    const auto report = expect(
        adapter.read({.name = "fuzz", .bytes = bytes}, base::Timestamp::from_seconds(1'700'000'000), sink),
        "a document is taken or answered");
    require(report.rows == report.rows_imported + report.rows_rejected, "no row is lost");
    std::int64_t errors = 0;
    for (const Finding& finding : report.findings) {
        require(!finding.message.empty(), "a finding has a reason");
        if (finding.severity == server::persistence::sqlite::Severity::error) ++errors;
    }
    require(errors == report.rows_rejected, "each row that waits says why");
}

} // namespace orderdeck::fuzz
