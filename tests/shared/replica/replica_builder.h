#pragma once

#include "shared/api/sync_page.h"
#include "shared/storage/database.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace orderdeck::test {

/// A value of one column; std::monostate is NULL.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using Cells = std::vector<std::pair<std::string_view, Cell>>;

inline Cell cell(std::int64_t value) { return value; }
inline Cell cell(std::string_view value) { return std::string(value); }

/// Collects rows and makes sync pages of them. Columns that are not named are 0, empty or NULL.
class PageBuilder {
public:
    PageBuilder& put(std::string_view table, const Cells& cells);
    PageBuilder& remove(std::string_view table, std::int64_t id);

    /// The page with everything collected so far; the builder is empty afterwards.
    std::string boot_page(std::optional<std::string> after = {}, std::string cursor = "c0");
    std::string pull_page(std::int64_t from, std::int64_t to, std::string cursor);

    api::SyncPageHead head = default_head();

private:
    static api::SyncPageHead default_head();
    api::TableBatch& batch_of(std::string_view table);
    std::string encode(const api::SyncPageHead& page_head);

    std::vector<api::TableBatch> batches_;
};

/// A booted replica in memory with the builder's rows.
storage::Database booted(PageBuilder& builder);
/// An empty one before its first page.
storage::Database unbooted();

} // namespace orderdeck::test
