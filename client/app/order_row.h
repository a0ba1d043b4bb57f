#pragma once

#include "shared/domain/account.h"
#include "shared/domain/order.h"
#include "shared/domain/summary.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::app {

/// Where a search text was found, when not in what every row shows.
enum class MatchedField : std::uint8_t { number, customer_reference, project, ship_to, line_reference, sku, item, tracking, shipment, note };

struct Match {
    MatchedField field = MatchedField::number;
    std::string value; ///< the text that has it
};

/// What a row of the list shows of one order.
struct OrderRow {
    domain::Order order;
    domain::OrderSummary summary;
    std::optional<domain::LocalizedText> lead_item;
    std::optional<Match> match;
};

/// Reads rows at the moment in which they come into sight.
class OrderRowSource {
public:
    virtual ~OrderRowSource() = default;
    /// In the order of the ids; an order that went away meanwhile is left out. `search` only explains matches.
    virtual std::vector<OrderRow> rows(std::span<const domain::OrderId> orders, std::string_view search) = 0;
};

} // namespace orderdeck::client::app
