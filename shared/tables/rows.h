#pragma once

#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/domain/summary.h"
#include "shared/storage/statement.h"

namespace orderdeck::tables {

/// bind_x writes one value to the parameters from `first_index` (1 = the first) on, one parameter per column of
/// columns_of("..."), and returns the index after the last. read_x is its inverse: it reads the columns from
/// `first_column` (0 = the first) of the current row. Enum values that this program does not know read as the first.

int bind_account(storage::Statement& statement, int first_index, const domain::Account& account);
domain::Account read_account(const storage::Statement& statement, int first_column);

int bind_source(storage::Statement& statement, int first_index, const domain::Source& source);
domain::Source read_source(const storage::Statement& statement, int first_column);

int bind_item(storage::Statement& statement, int first_index, const domain::Item& item);
domain::Item read_item(const storage::Statement& statement, int first_column);

/// Table "sales_order".
int bind_order(storage::Statement& statement, int first_index, const domain::Order& order);
domain::Order read_order(const storage::Statement& statement, int first_column);

/// Table "order_line".
int bind_line(storage::Statement& statement, int first_index, const domain::Line& line);
domain::Line read_line(const storage::Statement& statement, int first_column);

int bind_shipment(storage::Statement& statement, int first_index, const domain::Shipment& shipment);
domain::Shipment read_shipment(const storage::Statement& statement, int first_column);

int bind_shipment_line(storage::Statement& statement, int first_index, const domain::ShipmentLine& link);
domain::ShipmentLine read_shipment_line(const storage::Statement& statement, int first_column);

int bind_milestone(storage::Statement& statement, int first_index, const domain::Milestone& milestone);
domain::Milestone read_milestone(const storage::Statement& statement, int first_column);

int bind_promise(storage::Statement& statement, int first_index, const domain::PromiseRevision& promise);
domain::PromiseRevision read_promise(const storage::Statement& statement, int first_column);

int bind_hold(storage::Statement& statement, int first_index, const domain::Hold& hold);
domain::Hold read_hold(const storage::Statement& statement, int first_column);

int bind_parcel(storage::Statement& statement, int first_index, const domain::Parcel& parcel);
domain::Parcel read_parcel(const storage::Statement& statement, int first_column);

int bind_tracking_event(storage::Statement& statement, int first_index, const domain::TrackingEvent& event);
domain::TrackingEvent read_tracking_event(const storage::Statement& statement, int first_column);

int bind_invoice(storage::Statement& statement, int first_index, const domain::Invoice& invoice);
domain::Invoice read_invoice(const storage::Statement& statement, int first_column);

int bind_invoice_line(storage::Statement& statement, int first_index, const domain::InvoiceLine& line);
domain::InvoiceLine read_invoice_line(const storage::Statement& statement, int first_column);

int bind_payment(storage::Statement& statement, int first_index, const domain::Payment& payment);
domain::Payment read_payment(const storage::Statement& statement, int first_column);

int bind_instalment(storage::Statement& statement, int first_index, const domain::Instalment& instalment);
domain::Instalment read_instalment(const storage::Statement& statement, int first_column);

int bind_operation(storage::Statement& statement, int first_index, const domain::Operation& operation);
domain::Operation read_operation(const storage::Statement& statement, int first_column);

int bind_relation(storage::Statement& statement, int first_index, const domain::Relation& relation);
domain::Relation read_relation(const storage::Statement& statement, int first_column);

int bind_document(storage::Statement& statement, int first_index, const domain::Document& document);
domain::Document read_document(const storage::Statement& statement, int first_column);

int bind_contradiction(storage::Statement& statement, int first_index,
                       const domain::Contradiction& contradiction);
domain::Contradiction read_contradiction(const storage::Statement& statement, int first_column);

/// Table "order_summary"; its id is the order's.
int bind_summary(storage::Statement& statement, int first_index, const domain::OrderSummary& summary);
domain::OrderSummary read_summary(const storage::Statement& statement, int first_column);

} // namespace orderdeck::tables
