#pragma once

#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/fact_content.h"
#include "server/ingest/files/import_file.h"
#include "server/ingest/subject.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::test {

/// What an adapter makes of one file, as texts that a test can name.
struct TakenFile {
    server::ingest::ImportReport report;
    std::vector<std::string> accounts; ///< of the facts, without repetition
    std::vector<std::string> facts;    ///< "order:34 line {"line":"1",...}"
    std::vector<std::string> keys;     ///< "order:34 order/34/1/line"
    std::vector<std::string> sources;  ///< "peppol (sales)"
    std::vector<std::string> findings; ///< "error unknown_party: the customer is ..."

    /// Whether a fact about the subject has all of the pieces.
    bool says(std::string_view subject, std::initializer_list<std::string_view> pieces) const {
        return std::any_of(facts.begin(), facts.end(), [&](const std::string& fact) {
            const auto has = [&fact](std::string_view piece) {
                return fact.find(piece) != std::string::npos;
            };
            return fact.starts_with(std::string(subject) + " ") &&
                   std::all_of(pieces.begin(), pieces.end(), has);
        });
    }
    bool found(std::string_view piece) const {
        return std::any_of(findings.begin(), findings.end(), [piece](const std::string& finding) {
            return finding.find(piece) != std::string::npos;
        });
    }
};

inline std::unique_ptr<server::ingest::FileAdapter> adapter_of(std::string mapping) {
    auto adapter =
        server::ingest::make_adapter({.name = "documents", .json = std::move(mapping), .path = {}});
    if (!adapter) FAIL(base::describe(adapter.error()));
    return std::move(*adapter);
}

inline void add_batch(TakenFile& taken, const server::ingest::Batch& batch) {
    using namespace server::ingest;
    for (const SourceSystem& source : batch.sources)
        taken.sources.push_back(source.name + " (" + source.kind + ")");
    for (const Fact& fact : batch.facts) {
        const std::string subject = to_string(subject_of(fact.body));
        taken.facts.push_back(subject + " " + std::string(kind_of(fact.body)) + " " +
                              encode_content(fact.body));
        taken.keys.push_back(subject + " " + fact.origin.key);
        if (std::find(taken.accounts.begin(), taken.accounts.end(), fact.account) == taken.accounts.end())
            taken.accounts.push_back(fact.account);
    }
}

inline TakenFile take_file(const server::ingest::FileAdapter& adapter, std::string_view bytes) {
    using namespace server::ingest;
    TakenFile taken;
    auto report = adapter.read({.name = "file", .bytes = bytes}, instant(1),
                               [&taken](const Batch& batch, RowsRead) -> base::Result<void> {
                                   add_batch(taken, batch);
                                   return {};
                               });
    if (!report) FAIL(base::describe(report.error()));
    taken.report = std::move(*report);
    for (const Finding& finding : taken.report.findings)
        taken.findings.push_back(std::string(server::persistence::sqlite::name_of(finding.severity)) + " " +
                                 finding.code + ": " + finding.message);
    return taken;
}

/// All that was taken, for the messages of a failed test.
inline std::string described(const TakenFile& taken) {
    std::string text;
    for (const std::string& fact : taken.facts)
        text += fact + "\n";
    for (const std::string& finding : taken.findings)
        text += finding + "\n";
    return text;
}

} // namespace orderdeck::test
