#pragma once

#include "shared/domain/stage.h"
#include "shared/replica/order_list.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::app {

using ListFilter = replica::OrderFilter;
using ListSort = replica::OrderSort;

inline constexpr ListSort kListSorts[] = {ListSort::attention, ListSort::promised, ListSort::placed,
                                          ListSort::total, ListSort::number};

/// What the order list is asked to show; the address carries it.
struct OrdersQuery {
    std::string search;
    std::optional<ListFilter> filter;
    std::optional<domain::Step> step;
    ListSort sort = ListSort::attention;

    bool is_restricted() const { return !search.empty() || filter || step; }
    friend bool operator==(const OrdersQuery&, const OrdersQuery&) = default;
};

/// As in the query of an address; ill-formed text becomes U+FFFD.
std::string percent_decode(std::string_view text);

/// "q=pump&filter=late&step=production&sort=promised" without what is at its default; percent-encoded as forms are.
std::string encode_query(const OrdersQuery& query);
/// Without what unknown_terms() names.
OrdersQuery decode_query(std::string_view query);
/// The terms of an address that say nothing to us, decoded and cut to a readable length: "filter=xyz", "size=5".
std::vector<std::string> unknown_terms(std::string_view query);

} // namespace orderdeck::client::app
