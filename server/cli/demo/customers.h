#pragma once

#include "server/cli/demo/routes.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// The language in which sources and carriers write about a customer's orders.
enum class Tongue : std::uint8_t { chinese, english };

/// A delivery address and the terms on which goods go there.
struct Place {
    std::string_view ship_to;
    std::string_view city; ///< as the carriers name it
    Destination destination;
    std::string_view incoterm;
    std::string_view incoterm_place;
};

/// A company that orders; a group that only holds others has no places.
struct Customer {
    std::string_view code;
    std::string_view english;
    std::string_view chinese;
    std::string_view parent; ///< code; empty for a root
    Tongue tongue = Tongue::english;
    std::string_view currency;
    int fen_per_unit = 100; ///< hundredths of CNY for one major unit of the currency
    int utc_offset_minutes = 0;
    std::string_view payment_terms;
    std::string_view stock_terms;      ///< for what is sold from stock; empty: the same
    std::string_view reference_prefix; ///< of its purchase order numbers
    std::span<const Place> places;
    std::span<const std::string_view> projects;
    int weight = 0; ///< share of the orders, in percent of the group's or of the other customers'
};

/// The group with its companies has most orders of the demo; the others are small customers beside it.
inline bool is_of_group(const Customer& customer) { return customer.code.starts_with("QH"); }

/// Parents before children.
std::span<const Customer> all_customers();

} // namespace orderdeck::server::cli::demo
