#pragma once

#include "server/exports/order_columns.h"

namespace orderdeck::server::exports {

/// Cells of values that may be missing.
inline Cell text_cell(std::string_view value) { return value.empty() ? Cell{} : Cell{std::string(value)}; }
inline Cell date_cell(const std::optional<base::LocalDate>& value) { return value ? Cell{*value} : Cell{}; }
inline Cell number_cell(std::int64_t value) { return Cell{value}; }
inline Cell quantity_cell(domain::Quantity value) { return Cell{value}; }
/// Whole percent, rounded down; nothing where it is unknown.
inline Cell percent_cell(const std::optional<int>& permille) {
    constexpr int kPermillePerPercent = 10;
    return permille ? number_cell(*permille / kPermillePerPercent) : Cell{};
}

} // namespace orderdeck::server::exports
