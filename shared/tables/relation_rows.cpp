#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {

int bind_relation(storage::Statement& statement, int first_index, const domain::Relation& relation) {
    return RowWriter(statement, first_index)
        .put(relation.id)
        .put(relation.kind)
        .put(relation.order)
        .put(relation.line)
        .put(relation.other_order)
        .put(relation.other_line)
        .put(relation.quantity)
        .put(relation.source)
        .next_index();
}

domain::Relation read_relation(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Relation relation;
    relation.id = row.id<domain::RelationId>();
    relation.kind = row.choice<domain::RelationKind>(domain::kRelationKindCount);
    relation.order = row.id<domain::OrderId>();
    relation.line = row.optional_id<domain::LineId>();
    relation.other_order = row.text();
    relation.other_line = row.text();
    relation.quantity = row.optional_quantity();
    relation.source = row.id<domain::SourceId>();
    return relation;
}

int bind_operation(storage::Statement& statement, int first_index, const domain::Operation& operation) {
    return RowWriter(statement, first_index)
        .put(operation.id)
        .put(operation.order)
        .put(operation.line)
        .put(operation.work_order)
        .put(operation.number)
        .put(operation.name)
        .put(operation.planned_minutes)
        .put(operation.quantity)
        .put(operation.good)
        .put(operation.started_on)
        .put(operation.finished_on)
        .put(operation.source)
        .put(operation.received_at)
        .next_index();
}

domain::Operation read_operation(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Operation operation;
    operation.id = row.id<domain::OperationId>();
    operation.order = row.id<domain::OrderId>();
    operation.line = row.id<domain::LineId>();
    operation.work_order = row.text();
    operation.number = row.text();
    operation.name = row.text();
    operation.planned_minutes = row.optional_quantity();
    operation.quantity = row.optional_quantity();
    operation.good = row.quantity();
    operation.started_on = row.optional_date();
    operation.finished_on = row.optional_date();
    operation.source = row.id<domain::SourceId>();
    operation.received_at = row.instant();
    return operation;
}

int bind_document(storage::Statement& statement, int first_index, const domain::Document& document) {
    return RowWriter(statement, first_index)
        .put(document.id)
        .put(document.order)
        .put(document.shipment)
        .put(document.kind)
        .put(document.number)
        .put(document.required)
        .put(document.owed_by)
        .put(document.due_on)
        .put(document.received_on)
        .put(document.expires_on)
        .put(document.source)
        .next_index();
}

domain::Document read_document(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Document document;
    document.id = row.id<domain::DocumentId>();
    document.order = row.optional_id<domain::OrderId>();
    document.shipment = row.optional_id<domain::ShipmentId>();
    document.kind = row.choice<domain::DocumentKind>(domain::kDocumentKindCount);
    document.number = row.text();
    document.required = row.flag();
    document.owed_by = row.choice<domain::Party>(domain::kPartyCount);
    document.due_on = row.optional_date();
    document.received_on = row.optional_date();
    document.expires_on = row.optional_date();
    document.source = row.id<domain::SourceId>();
    return document;
}

int bind_contradiction(storage::Statement& statement, int first_index,
                       const domain::Contradiction& contradiction) {
    return RowWriter(statement, first_index)
        .put(contradiction.id)
        .put(contradiction.order)
        .put(contradiction.line)
        .put(contradiction.shipment)
        .put(contradiction.field)
        .put(contradiction.value)
        .put(contradiction.source)
        .put(contradiction.other_value)
        .put(contradiction.other_source)
        .put(contradiction.received_at)
        .next_index();
}

domain::Contradiction read_contradiction(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Contradiction contradiction;
    contradiction.id = row.id<domain::ContradictionId>();
    contradiction.order = row.optional_id<domain::OrderId>();
    contradiction.line = row.optional_id<domain::LineId>();
    contradiction.shipment = row.optional_id<domain::ShipmentId>();
    contradiction.field = row.text();
    contradiction.value = row.text();
    contradiction.source = row.id<domain::SourceId>();
    contradiction.other_value = row.text();
    contradiction.other_source = row.id<domain::SourceId>();
    contradiction.received_at = row.instant();
    return contradiction;
}

} // namespace orderdeck::tables
