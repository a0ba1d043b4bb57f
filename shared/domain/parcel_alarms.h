#pragma once

#include "shared/domain/progress/order_facts.h"
#include "shared/domain/tracking/alarms.h"

#include <vector>

namespace orderdeck::domain {

/// What is or will be wrong with each of these parcels of a shipment of the order, by the default rules.
std::vector<std::vector<ParcelAlarm>> alarms_of_parcels(const OrderFacts& facts, const Shipment& shipment,
                                                        const std::vector<ParcelState>& parcels);

} // namespace orderdeck::domain
