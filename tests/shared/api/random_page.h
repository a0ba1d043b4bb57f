#pragma once

#include <random>
#include <vector>

#include "shared/api/sync_page.h"

namespace orderdeck::test {

/// Tables with random rows and deletions that keep to their column types.
std::vector<api::TableBatch> random_tables(std::mt19937& random);

api::SyncPageHead random_head(std::mt19937& random);

/// Keeps what a page hands out.
class CollectingSink final : public api::SyncPageSink {
public:
    base::Result<void> accept(const api::TableBatch& batch) override {
        tables.push_back(batch);
        return {};
    }
    std::vector<api::TableBatch> tables;
};

} // namespace orderdeck::test
