#pragma once

#include "shared/base/local_date.h"
#include "shared/domain/order_records.h"

#include <optional>
#include <span>
#include <vector>

namespace orderdeck::domain {

/// Days before and after the promise that still count as on time (W- and W+).
struct OnTimeWindow {
    int early_days = 1'000'000; ///< any earliness counts as on time by default
    int late_days = 0;
};

/// One line as the on-time figure sees it.
struct LineDelivery {
    LineId line;
    std::optional<base::LocalDate> promised_first_on;
    std::optional<base::LocalDate> promised_on;
    std::optional<base::LocalDate> delivered_on; ///< complete delivery of what was not cancelled
};

/// Reads the deliveries of one order's lines; wholly cancelled lines are left out.
std::vector<LineDelivery> line_deliveries(const OrderRecords& records);

/// met / population, with what was left out and why. Population: lines with a last confirmed promise whose window
/// has closed at `today`; an undelivered line past its window counts as missed.
struct OnTimeFigure {
    std::int64_t met = 0;
    std::int64_t population = 0;
    std::int64_t late = 0;          ///< delivered or still missing after the window
    std::int64_t excluded_open = 0; ///< window not closed yet
    std::int64_t excluded_no_promise = 0;
};
void add(OnTimeFigure& figure, const LineDelivery& line, OnTimeWindow window, base::LocalDate today);

} // namespace orderdeck::domain
