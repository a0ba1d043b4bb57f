#pragma once

#include "shared/api/sync_page.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace orderdeck::test {

/// A client's copy in the simplest form: what each page puts and deletes, applied in order.
class ReplicaModel final : public api::SyncPageSink {
public:
    using Value = std::variant<std::monostate, std::int64_t, std::string>;
    using Rows = std::map<std::int64_t, std::vector<Value>>;

    base::Result<void> accept(const api::TableBatch& batch) override;
    const std::map<std::string, Rows>& tables() const { return tables_; }

private:
    std::map<std::string, Rows> tables_;
};

} // namespace orderdeck::test
