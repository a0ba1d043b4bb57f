#pragma once

#include "shared/domain/order.h"

#include <string>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// The words that the demo's ERP uses where the portal has its own; assets/mappings/demo_sales.json translates them back.
std::string_view erp_word(domain::Flow flow);
std::string_view erp_word(domain::CommercialState state);
std::string_view erp_word(domain::OrderKind kind);
std::string_view erp_word(domain::Priority priority);

/// "2026-11-22 16:05 +01:00" on the clock of the place where it happened; the house's where that is not known.
std::string place_clock(const domain::Occurrence& occurrence);

/// "2026-11-22 16:05" on the clock of the maker's house.
std::string house_clock(base::Timestamp at);
std::string house_clock(const domain::Occurrence& occurrence);

} // namespace orderdeck::server::cli::demo
