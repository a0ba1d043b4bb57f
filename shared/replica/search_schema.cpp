#include "shared/replica/schema.h"

#include <span>
#include <string_view>

namespace orderdeck::replica {
namespace {

/// A column of a full-text index and the expression over the source row that fills it; $ stands for the row.
struct SearchColumn {
    std::string_view name;
    std::string_view expression;
};

struct SearchIndex {
    std::string_view name;
    std::string_view source;
    std::span<const SearchColumn> columns;
};

constexpr SearchColumn kOrderColumns[] = {
    {"number", "$.number"},
    {"reference", "$.customer_reference"},
    {"project", "$.project"},
    {"ship_to", "$.ship_to"},
};
// Only the translations, not the language tags before them.
constexpr SearchColumn kItemColumns[] = {
    {"sku", "$.sku"}, {"name", "$.name"}, {"names", "translated_texts($.name_names)"}};
constexpr SearchColumn kShipmentColumns[] = {{"number", "$.number"}, {"tracking", "$.tracking_number"}};

constexpr SearchIndex kSearchIndexes[] = {
    {"order_search", "sales_order", kOrderColumns},
    {"item_search", "item", kItemColumns},
    {"shipment_search", "shipment", kShipmentColumns},
};

std::string with_row(std::string_view expression, std::string_view row) {
    std::string text(expression);
    text.replace(text.find('$'), 1, row);
    return text;
}

/// ", a, b" or the expressions over one row.
std::string names(const SearchIndex& index) {
    std::string text;
    for (const SearchColumn& column : index.columns)
        text.append(", ").append(column.name);
    return text;
}

std::string values(const SearchIndex& index, std::string_view row) {
    std::string text;
    for (const SearchColumn& column : index.columns)
        text += ", " + with_row(column.expression, row);
    return text;
}

std::string create_table(const SearchIndex& index) {
    return "CREATE VIRTUAL TABLE " + std::string(index.name) + " USING fts5(" + names(index).substr(2) +
           ", tokenize='ngram', prefix='1 2', content='', detail=none, columnsize=0)";
}

std::string insert(const SearchIndex& index, std::string_view row, std::string_view from) {
    const std::string name(index.name);
    const std::string head = "INSERT INTO " + name + "(rowid" + names(index) + ") ";
    const std::string selected = std::string(row) + ".id" + values(index, row);
    return from.empty()
               ? head + "VALUES(" + selected + ")"
               : head + "SELECT " + selected + " FROM " + std::string(from) + " AS " + std::string(row);
}

/// A contentless index is told what to forget by the old values.
std::string forget(const SearchIndex& index) {
    const std::string name(index.name);
    return "INSERT INTO " + name + "(" + name + ", rowid" + names(index) + ") VALUES('delete', old.id" +
           values(index, "old") + ")";
}

std::string changed(const SearchIndex& index) {
    std::string condition;
    for (const SearchColumn& column : index.columns) {
        if (!condition.empty()) condition += " OR ";
        condition += with_row(column.expression, "old") + " IS NOT " + with_row(column.expression, "new");
    }
    return condition;
}

std::string trigger(const SearchIndex& index, std::string_view event, std::string_view condition,
                    std::string_view body) {
    std::string sql = "CREATE TRIGGER " + std::string(index.name) + "_" + std::string(event) + " AFTER " +
                      std::string(event) + " ON " + std::string(index.source);
    if (!condition.empty()) sql.append(" WHEN ").append(condition);
    return sql.append(" BEGIN ").append(body).append("; END");
}

} // namespace

std::vector<std::string> create_search_sql() {
    std::vector<std::string> sql;
    for (const SearchIndex& index : kSearchIndexes) {
        const std::string name(index.name);
        sql.push_back(create_table(index));
        // Otherwise deleted words stay readable in the file.
        sql.push_back("INSERT INTO " + name + "(" + name + ", rank) VALUES('secure-delete', 1)");
        sql.push_back(insert(index, "source", index.source));
        sql.push_back("INSERT INTO " + name + "(" + name + ") VALUES('optimize')");
        const std::string add = insert(index, "new", {});
        sql.push_back(trigger(index, "insert", {}, add));
        sql.push_back(trigger(index, "delete", {}, forget(index)));
        sql.push_back(trigger(index, "update", changed(index), forget(index) + "; " + add));
    }
    return sql;
}

} // namespace orderdeck::replica
