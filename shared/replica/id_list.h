#pragma once

#include "shared/domain/ids.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace orderdeck::replica {

/// Ids as a blob of decimal numbers, each of kIdWidth bytes, so that a statement of constant text takes any number of
/// them; ids_in_sql() reads it. The browser's SQLite has no JSON functions. Not used outside this folder.
inline constexpr int kIdWidth = 20;

inline std::vector<std::byte> id_list(std::span<const domain::OrderId> ids) {
    std::vector<std::byte> list;
    list.reserve(ids.size() * kIdWidth);
    for (const domain::OrderId id : ids) {
        const std::string digits = std::to_string(id.value());
        list.insert(list.end(), kIdWidth - digits.size(), std::byte{' '});
        for (const char digit : digits)
            list.push_back(static_cast<std::byte>(digit));
    }
    return list;
}

/// A SELECT of the ids in the id_list() that is bound to `parameter`, such as "?4".
inline std::string ids_in_sql(const std::string& parameter) {
    const std::string width = std::to_string(kIdWidth);
    return "WITH RECURSIVE list(at) AS (SELECT 1 WHERE length(" + parameter + ") > 0 UNION ALL SELECT at + " +
           width + " FROM list WHERE at + " + width + " < length(" + parameter + ")) SELECT CAST(substr(" +
           parameter + ", at, " + width + ") AS INTEGER) FROM list";
}

} // namespace orderdeck::replica
