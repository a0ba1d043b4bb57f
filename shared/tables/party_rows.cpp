#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {

int bind_account(storage::Statement& statement, int first_index, const domain::Account& account) {
    return RowWriter(statement, first_index)
        .put(account.id)
        .put(account.parent)
        .put(account.code)
        .put(account.name.text)
        .put(domain::encode_translations(account.name))
        .next_index();
}

domain::Account read_account(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Account account;
    account.id = row.id<domain::AccountId>();
    account.parent = row.optional_id<domain::AccountId>();
    account.code = row.text();
    std::string name = row.text();
    account.name = domain::decode_localized(std::move(name), row.text());
    return account;
}

int bind_source(storage::Statement& statement, int first_index, const domain::Source& source) {
    return RowWriter(statement, first_index)
        .put(source.id)
        .put(source.name)
        .put(source.kind)
        .put(source.last_received_at)
        .next_index();
}

domain::Source read_source(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Source source;
    source.id = row.id<domain::SourceId>();
    source.name = row.text();
    source.kind = row.text();
    source.last_received_at = row.instant();
    return source;
}

int bind_item(storage::Statement& statement, int first_index, const domain::Item& item) {
    return RowWriter(statement, first_index)
        .put(item.id)
        .put(item.sku)
        .put(item.name.text)
        .put(domain::encode_translations(item.name))
        .next_index();
}

domain::Item read_item(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Item item;
    item.id = row.id<domain::ItemId>();
    item.sku = row.text();
    std::string name = row.text();
    item.name = domain::decode_localized(std::move(name), row.text());
    return item;
}

} // namespace orderdeck::tables
