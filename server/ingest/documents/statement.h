#pragma once

#include "server/ingest/apply.h"
#include "server/ingest/facts.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::server::ingest::documents {

/// What one document or event says: facts that share their account, version and time of receipt, and what was found
/// while it was read.
class Statement {
public:
    struct About {
        std::string account; ///< code
        std::int64_t version = 0;
        std::optional<base::Timestamp> occurred;
        base::Timestamp received;
    };
    explicit Statement(About about) : about_(std::move(about)) {}

    /// `key` is unique among what this source says about the subject.
    void add(std::string key, FactBody body, std::int64_t line = 0) {
        facts_.push_back({.account = about_.account,
                          .origin = {.source = 0,
                                     .key = std::move(key),
                                     .version = about_.version,
                                     .occurred = about_.occurred,
                                     .received = about_.received,
                                     .file_line = line},
                          .body = std::move(body)});
    }
    void report(Finding finding) { findings_.push_back(std::move(finding)); }

    const std::string& account() const { return about_.account; }
    std::vector<Fact>& facts() { return facts_; }
    std::vector<Finding>& findings() { return findings_; }

private:
    About about_;
    std::vector<Fact> facts_;
    std::vector<Finding> findings_;
};

} // namespace orderdeck::server::ingest::documents
