#pragma once

#include "server/exports/order_columns.h"

#include <string_view>
#include <vector>

namespace orderdeck::test {

/// One order, late by two days on 22 November 2026 in Shanghai, whose texts are given.
struct SampleRow {
    explicit SampleRow(std::string_view text = "SO-1");

    domain::Order order;
    domain::OrderSummary summary;
    domain::Item item;

    std::vector<server::exports::Cell> cells(const words::ViewContext& context) const;
};

words::ViewContext shanghai(std::string_view language);
/// Index of a column by its title.
std::size_t column_named(const words::ViewContext& context, std::string_view title);

} // namespace orderdeck::test
