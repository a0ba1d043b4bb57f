#include "tests/shared/replica/replica_builder.h"

#include "shared/replica/replica.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::test {
namespace {

const Cell* find(const Cells& cells, std::string_view name) {
    for (const auto& [column, value] : cells) {
        if (column == name) return &value;
    }
    return nullptr;
}

void add_default(const api::SyncColumn& column, api::ColumnValues& values) {
    if (column.null == api::Nullability::optional)
        values.add_null();
    else if (column.type == api::ColumnType::integer)
        values.add_integer(0);
    else
        values.add_text("");
}

void add(const Cell& value, api::ColumnValues& values) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        values.add_integer(*number);
    else if (const auto* text = std::get_if<std::string>(&value))
        values.add_text(*text);
    else
        values.add_null();
}

} // namespace

api::SyncPageHead PageBuilder::default_head() {
    api::SyncPageHead made;
    made.epoch = "epoch";
    made.scope = "scope";
    made.server_time = base::Timestamp::from_seconds(1'800'000'000);
    return made;
}

api::TableBatch& PageBuilder::batch_of(std::string_view table) {
    for (api::TableBatch& batch : batches_) {
        if (batch.table->name == table) return batch;
    }
    const api::SyncTable* described = api::find_sync_table(table);
    REQUIRE(described != nullptr);
    return batches_.emplace_back(*described);
}

PageBuilder& PageBuilder::put(std::string_view table, const Cells& cells) {
    api::TableBatch& batch = batch_of(table);
    std::size_t used = 0;
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const api::SyncColumn& column = batch.table->columns[i];
        if (const Cell* value = find(cells, column.name)) {
            add(*value, batch.columns[i]);
            ++used;
        } else {
            add_default(column, batch.columns[i]);
        }
    }
    REQUIRE(used == cells.size()); // a misspelt column
    return *this;
}

PageBuilder& PageBuilder::remove(std::string_view table, std::int64_t id) {
    batch_of(table).deleted.push_back(id);
    return *this;
}

std::string PageBuilder::encode(const api::SyncPageHead& page_head) {
    std::string text = api::encode_sync_page(page_head, batches_);
    batches_.clear();
    return text;
}

std::string PageBuilder::boot_page(std::optional<std::string> after, std::string cursor) {
    api::SyncPageHead page_head = head;
    page_head.more = after.has_value();
    page_head.after = std::move(after);
    page_head.cursor = std::move(cursor);
    return encode(page_head);
}

std::string PageBuilder::pull_page(std::int64_t from, std::int64_t to, std::string cursor) {
    api::SyncPageHead page_head = head;
    page_head.from = from;
    page_head.to = to;
    page_head.head = std::max(to, head.head);
    page_head.cursor = std::move(cursor);
    return encode(page_head);
}

storage::Database unbooted() {
    auto database = storage::Database::open_in_memory();
    REQUIRE(database);
    REQUIRE(replica::prepare_connection(*database));
    REQUIRE(replica::create_tables(*database));
    return std::move(*database);
}

storage::Database booted(PageBuilder& builder) {
    storage::Database database = unbooted();
    REQUIRE(replica::apply_boot_page(database, builder.boot_page()));
    REQUIRE(replica::finish_boot(database));
    return database;
}

} // namespace orderdeck::test
