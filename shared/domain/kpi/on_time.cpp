#include "shared/domain/kpi/on_time.h"

#include "shared/domain/progress/order_facts.h"

namespace orderdeck::domain {

std::vector<LineDelivery> line_deliveries(const OrderRecords& records) {
    std::vector<LineDelivery> deliveries;
    for (const LineProgress& line : line_progress(records)) {
        if (line.wholly_cancelled) continue;
        deliveries.push_back({.line = line.line,
                              .promised_first_on = line.promised_first_on,
                              .promised_on = line.promised_on,
                              .delivered_on = line.delivered_on});
    }
    return deliveries;
}

void add(OnTimeFigure& figure, const LineDelivery& line, OnTimeWindow window, base::LocalDate today) {
    if (!line.promised_on) {
        ++figure.excluded_no_promise;
        return;
    }
    const base::LocalDate earliest = line.promised_on->plus_days(-std::int64_t{window.early_days});
    const base::LocalDate latest = line.promised_on->plus_days(window.late_days);
    if (today <= latest) {
        ++figure.excluded_open;
        return;
    }
    ++figure.population;
    if (!line.delivered_on || *line.delivered_on > latest)
        ++figure.late;
    else if (*line.delivered_on >= earliest)
        ++figure.met;
}

} // namespace orderdeck::domain
