#include "shared/domain/relations/project.h"

namespace orderdeck::domain {

std::optional<SetForecast> forecast_of(const ProjectOrders& project) {
    if (project.complete + std::ssize(project.open) < project.orders) return std::nullopt;
    std::vector<const OrderRecords*> open;
    for (const OrderRecords& order : project.open)
        open.push_back(&order);
    SetForecast forecast = forecast_of_orders(open);
    if (open.empty()) forecast.completed_on = project.delivered_on;
    return forecast;
}

} // namespace orderdeck::domain
