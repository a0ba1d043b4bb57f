#pragma once

#include "shared/domain/order_details.h"
#include "shared/tables/order_records.h"

#include <optional>
#include <string_view>

namespace orderdeck::tables {

/// The orders of a project: those whose head names it and those that a relation puts into it, by id.
base::Result<std::vector<domain::OrderId>>
project_orders(storage::Database& database, std::string_view project, const RowScope& scope = {});

/// How far they are together, framework contracts left out: the records of the open ones, at most
/// domain::kMostRelatedOrders, and counts of the others. Nothing where the project has fewer than two orders.
base::Result<std::optional<domain::ProjectOrders>>
load_project(storage::Database& database, std::string_view project, const RowScope& scope = {});

/// The statement that reads how the orders bound to its first parameter stand; the scope's parameters follow.
std::string project_standing_sql(const RowScope& scope);

} // namespace orderdeck::tables
