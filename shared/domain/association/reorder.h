#pragma once

#include "shared/base/local_date.h"
#include "shared/domain/kpi/spread.h"

#include <vector>

namespace orderdeck::domain {

/// Days between the successive order days of one customer; several orders on one day are one order day. The days come
/// in any order.
Spread reorder_intervals(std::vector<base::LocalDate> order_days);

} // namespace orderdeck::domain
