#pragma once

#include "shared/base/result.h"
#include "shared/domain/ids.h"
#include "shared/storage/database.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::replica {

/// `newest`: the first answer to a keystroke, about kNewestHits of the newest orders, fewer when most parcels that hold the
/// text belong to few orders or several words are rarely together; empty only when nothing is to be found at all.
enum class SearchExtent : std::uint8_t { newest, all };
inline constexpr std::size_t kNewestHits = 50;

struct SearchHits {
    std::vector<domain::OrderId> orders;     ///< highest id, that is newest, first
    SearchExtent extent = SearchExtent::all; ///< `all` also when the newest are all that there are
};

/// Orders that hold every word of the text as a fragment of their number, reference, project, delivery place, of the
/// article number or name (in any language) of an item, or of the number or tracking number of a parcel; case, width and
/// accents do not matter. A text without words finds nothing.
base::Result<SearchHits> search_orders(storage::Database& database, std::string_view text,
                                       SearchExtent extent);

enum class SearchField : std::uint8_t {
    order_number,
    customer_reference,
    project,
    ship_to,
    item_sku,
    item_name,
    shipment_number,
    tracking_number,
};

/// Where a word of the search stands in an order; `text` is the whole field.
struct SearchMatch {
    domain::OrderId order;
    SearchField field = SearchField::order_number;
    std::string text;
};

/// Why each of these orders was found: for each word the first field that holds it. For the visible rows only.
base::Result<std::vector<SearchMatch>> explain_matches(storage::Database& database, std::string_view text,
                                                       std::span<const domain::OrderId> orders);

} // namespace orderdeck::replica
