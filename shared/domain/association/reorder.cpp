#include "shared/domain/association/reorder.h"

#include <algorithm>

namespace orderdeck::domain {

Spread reorder_intervals(std::vector<base::LocalDate> order_days) {
    std::sort(order_days.begin(), order_days.end());
    order_days.erase(std::unique(order_days.begin(), order_days.end()), order_days.end());
    Spread intervals;
    for (std::size_t i = 1; i < order_days.size(); ++i)
        intervals.add(order_days[i] - order_days[i - 1]);
    return intervals;
}

} // namespace orderdeck::domain
