#pragma once

#include "shared/base/strong_id.h"

namespace orderdeck::domain {

/// Row ids are issued by the server, positive and below 2^53, so that they survive JSON and WASM borders.
using AccountId = base::StrongId<struct AccountTag>;
using ItemId = base::StrongId<struct ItemTag>;
using OrderId = base::StrongId<struct OrderTag>;
using LineId = base::StrongId<struct LineTag>;
using ShipmentId = base::StrongId<struct ShipmentTag>;
using ShipmentLineId = base::StrongId<struct ShipmentLineTag>;
using MilestoneId = base::StrongId<struct MilestoneTag>;
using PromiseId = base::StrongId<struct PromiseTag>;
using HoldId = base::StrongId<struct HoldTag>;
using SourceId = base::StrongId<struct SourceTag>;
using UserId = base::StrongId<struct UserTag>;

} // namespace orderdeck::domain
