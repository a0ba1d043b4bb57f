#include "shared/api/sync_page.h"
#include "shared/json/writer.h"

namespace orderdeck::api {
namespace {

void write_column(json::Writer& writer, const ColumnValues& column) {
    writer.begin_array();
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_null(row)) {
            writer.null();
        } else if (column.type() == ColumnType::integer) {
            writer.value(column.integer(row));
        } else {
            writer.value(column.text(row));
        }
    }
    writer.end_array();
}

void write_table(json::Writer& writer, const TableBatch& batch) {
    writer.begin_object().field("name", batch.table->name);
    if (batch.rows() > 0) {
        writer.key("columns").begin_array();
        for (const SyncColumn& column : batch.table->columns)
            writer.value(column.name);
        writer.end_array();
        writer.key("put").begin_array();
        for (const ColumnValues& column : batch.columns)
            write_column(writer, column);
        writer.end_array();
    }
    if (!batch.deleted.empty()) {
        writer.key("del").begin_array();
        for (const std::int64_t id : batch.deleted)
            writer.value(id);
        writer.end_array();
    }
    writer.end_object();
}

} // namespace

std::string encode_sync_page(const SyncPageHead& head, std::span<const TableBatch> tables) {
    json::Writer writer;
    writer.begin_object()
        .field("proto", kSyncProtocol)
        .field("schema", head.schema)
        .field("epoch", head.epoch)
        .field("scope", head.scope)
        .field("from", head.from)
        .field("to", head.to)
        .field("head", head.head)
        .field("more", head.more)
        .field("serverTime", head.server_time.milliseconds());
    if (!head.cursor.empty()) writer.field("cursor", head.cursor);
    if (head.after) writer.field("after", *head.after);
    writer.key("tables").begin_array();
    for (const TableBatch& batch : tables)
        write_table(writer, batch);
    writer.end_array().end_object();
    return writer.take();
}

} // namespace orderdeck::api
