#pragma once

#include "shared/domain/account.h"
#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/domain/summary.h"

#include <optional>
#include <vector>

namespace orderdeck::client::app {

/// Everything that the page of one order reads, taken from the replica at once.
struct OrderDetails {
    domain::OrderRecords records;
    domain::OrderSummary summary; ///< derived from the records
    std::vector<domain::Item> items;
    std::vector<domain::Source> sources;
    std::optional<domain::Account> account;

    const domain::Item* item_of(domain::ItemId id) const;
    const domain::Line* line_of(domain::LineId id) const;
    const domain::Source* source_of(domain::SourceId id) const;
};

} // namespace orderdeck::client::app
