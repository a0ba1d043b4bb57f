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
using ParcelId = base::StrongId<struct ParcelTag>;
using TrackingEventId = base::StrongId<struct TrackingEventTag>;
using OperationId = base::StrongId<struct OperationTag>;
using InvoiceId = base::StrongId<struct InvoiceTag>;
using InvoiceLineId = base::StrongId<struct InvoiceLineTag>;
using PaymentId = base::StrongId<struct PaymentTag>;
using InstalmentId = base::StrongId<struct InstalmentTag>;
using RelationId = base::StrongId<struct RelationTag>;
using DocumentId = base::StrongId<struct DocumentTag>;
using ContradictionId = base::StrongId<struct ContradictionTag>;
using SourceId = base::StrongId<struct SourceTag>;
using UserId = base::StrongId<struct UserTag>;

} // namespace orderdeck::domain
