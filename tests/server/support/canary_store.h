#pragma once

#include "tests/server/support/portal_fixture.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::test {

/// A place in the account trees of the two tenants. Ids of rows are interleaved over all of them.
struct CanaryNode {
    std::string
        tag; ///< "A" is the group of tenant A, "A1" and "A2" its companies, "B" and "B1" the other tenant
    std::int64_t root = 0;
    std::int64_t account = 0;
};

/// Fills every table of the store for two tenants, reading the tables from the schema itself: each text column holds
/// "CANARY-<tag>-<table>-<column>-<row>", so a column added later is watched without anybody thinking of it.
class CanaryStore {
public:
    explicit CanaryStore(server::persistence::sqlite::Store& store);

    const std::vector<CanaryNode>& nodes() const { return nodes_; }
    const CanaryNode& node(std::string_view tag) const;
    /// Ids of all rows of a table of one tag.
    const std::vector<std::int64_t>& ids(std::string_view tag, std::string_view table) const;
    /// All row ids of all tags but these.
    std::set<std::int64_t> ids_outside(const std::set<std::string>& tags) const;
    /// Tables that were filled, and those of the schema that hold nothing of a tenant.
    const std::set<std::string>& filled() const { return filled_; }

    static constexpr int kRowsPerTable = 3;

private:
    void fill(const CanaryNode& node, int row);
    void insert(const std::string& table, const CanaryNode& node, std::int64_t id, int row);
    void write_feeds();

    server::persistence::sqlite::Store& store_;
    std::vector<CanaryNode> nodes_;
    std::map<std::string, std::map<std::string, std::vector<std::int64_t>>> ids_;
    std::set<std::string> filled_;
    std::int64_t next_id_ = 1000;
};

/// The tags in the canaries of a text, such as {"A1", "B"}.
std::set<std::string> tags_in(std::string_view text);

} // namespace orderdeck::test
