#pragma once

#include "shared/api/sync_schema.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::replica {

/// How a stored value is told to people. Not used outside this folder.
enum class OwnForm : std::uint8_t {
    as_is,
    day,      ///< days since 1970 -> 2026-11-22
    instant,  ///< UTC milliseconds -> 2026-11-22T10:00:00Z
    quantity, ///< millionths -> 12.5
    money,    ///< minor units of the order's currency -> 780.34
    state,    ///< a number of shared/domain -> its name
};

struct OwnColumn {
    std::string name; ///< without its unit: "ordered" for ordered_micro
    OwnForm form = OwnForm::as_is;
    std::string_view (*state_name)(std::int64_t) = nullptr; ///< of OwnForm::state
};

OwnColumn own_column(std::string_view table, const api::SyncColumn& column);

} // namespace orderdeck::replica
