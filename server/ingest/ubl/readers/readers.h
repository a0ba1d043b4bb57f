#pragma once

#include "server/ingest/ubl/reading.h"
#include "shared/base/result.h"

namespace orderdeck::server::ingest::ubl {

/// Each turns one kind of document into facts. A failure (`invalid`) says why nothing of the document can be taken;
/// values that cannot be read are reported and left out.

/// Order, OrderChange and Peppol's order agreement, which is an order and its confirmation in one.
base::Result<void> read_order(Reading& reading);
base::Result<void> read_order_cancellation(Reading& reading);
/// OrderResponse (also Peppol's advanced one) and OrderResponseSimple.
base::Result<void> read_order_response(Reading& reading);
base::Result<void> read_despatch_advice(Reading& reading);
base::Result<void> read_receipt_advice(Reading& reading);
/// Invoice and CreditNote.
base::Result<void> read_invoice(Reading& reading);
base::Result<void> read_invoice_response(Reading& reading);
base::Result<void> read_transportation_status(Reading& reading);

} // namespace orderdeck::server::ingest::ubl
