#pragma once

#include "server/ingest/mapping/mapping.h"
#include "shared/json/reader.h"

#include <map>
#include <utility>

namespace orderdeck::server::ingest::mapping {

/// Knows the columns that a mapping has named so far and which rows they stand in. While a group of roles is read it
/// follows how deep its columns are.
class ColumnNames {
public:
    explicit ColumnNames(Mapping& mapping) : mapping_(mapping) {}

    /// The column of this name: "Price", in a feed of several files "items.Price", in a JSON document
    /// "/orders/*/items/*/price". Refused at `place` when there is no such file.
    base::Result<ColumnId> find_or_add(const json::Value& place, std::string_view name);

    /// Begins a group whose rows are those of `scope` or deeper ones.
    void begin_group(std::size_t scope);
    /// The part in whose rows all columns of the group stand; refused when they are of rows beside each other.
    base::Result<std::size_t> end_group(const json::Value& place) const;

    Mapping& mapping() { return mapping_; }

private:
    struct Place {
        std::size_t part;
        std::string column;
    };
    base::Result<Place> find_part(const json::Value& place, std::string_view name);
    base::Result<Place> find_level(const json::Value& place, std::string_view path);
    void note(ColumnId column);

    Mapping& mapping_;
    std::map<std::pair<std::size_t, std::string>, ColumnId> known_;
    std::size_t deepest_ = 0;
    std::string stranger_; ///< a column that stands beside the others
};

} // namespace orderdeck::server::ingest::mapping
