#include "tests/bench/ingest/bare_rows.h"

namespace orderdeck::bench {
namespace {

base::Result<std::vector<std::string>> texts(storage::Database& database, const std::string& sql) {
    storage::Statement rows = TRY(database.statement(sql));
    std::vector<std::string> found;
    while (TRY(rows.step()))
        found.push_back(rows.string(0));
    return found;
}

Value value_of(const storage::Statement& row, int column, std::string_view type) {
    if (type == "null") return nullptr;
    if (type == "integer") return row.int64(column);
    if (type != "blob") return row.string(column);
    const auto bytes = row.blob(column);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

base::Result<BareTable> read_table(storage::Database& database, const std::string& name) {
    BareTable table{.name = name,
                    .columns = TRY(texts(database, "SELECT name FROM pragma_table_info('" + name + "')")),
                    .rows = {}};
    std::string sql = "SELECT ";
    for (const std::string& column : table.columns)
        sql += column + ", typeof(" + column + "), ";
    storage::Statement rows = TRY(database.statement(sql + "1 FROM " + name));
    while (TRY(rows.step())) {
        std::vector<Value>& row = table.rows.emplace_back();
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
            row.push_back(value_of(rows, 2 * i, rows.text(2 * i + 1)));
    }
    return table;
}

base::Result<void> insert(storage::Database& database, const BareTable& table) {
    std::string places = "?";
    for (std::size_t i = 1; i < table.columns.size(); ++i)
        places += ", ?";
    storage::Statement statement =
        TRY(database.statement("INSERT INTO " + table.name + " VALUES(" + places + ")"));
    for (const std::vector<Value>& row : table.rows) {
        int index = 0;
        for (const Value& value : row) {
            ++index;
            if (const auto* number = std::get_if<std::int64_t>(&value))
                statement.bind(index, *number);
            else if (const auto* text = std::get_if<std::string>(&value))
                statement.bind(index, *text);
            else
                statement.bind(index, std::nullopt);
        }
        TRY(statement.run());
    }
    return {};
}

} // namespace

base::Result<std::vector<BareTable>> read_rows(server::persistence::sqlite::Store& store) {
    auto reader = TRY(store.read());
    std::vector<BareTable> tables;
    for (const std::string& name : TRY(texts(
             *reader, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")))
        tables.push_back(TRY(read_table(*reader, name)));
    return tables;
}

base::Result<void> insert_rows(server::persistence::sqlite::Store& store,
                               const std::vector<BareTable>& tables) {
    auto writer = TRY(store.write());
    for (const BareTable& table : tables)
        TRY(insert(*writer, table));
    return writer.commit();
}

} // namespace orderdeck::bench
