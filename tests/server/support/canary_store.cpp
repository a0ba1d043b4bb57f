#include "tests/server/support/canary_store.h"

#include "shared/api/sync_schema.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <optional>

namespace orderdeck::test {
namespace {

struct Column {
    std::string name;
    std::string type;
};

/// In the order in which the rows refer to each other.
constexpr const char* kTenantTables[] = {
    "source",     "item",           "sales_order",       "order_summary", "order_line",
    "shipment",   "shipment_line",  "milestone",         "promise",       "hold",
    "parcel",     "tracking_event", "invoice",           "invoice_line",  "payment",
    "instalment", "operation",      "relation",          "document",      "contradiction",
    "record",     "record_version", "pending_projection",
    "transit_part", "transit_pending"};

std::vector<Column> columns_of(storage::Database& database, const std::string& table) {
    std::vector<Column> columns;
    auto row = database.query("SELECT name, type FROM pragma_table_info(?)", table).value();
    while (row.step().value())
        columns.push_back({row.string(0), row.string(1)});
    return columns;
}

std::string canary(const CanaryNode& node, const std::string& table, const std::string& column,
                   std::int64_t id) {
    return "CANARY-" + node.tag + "-" + table + "-" + column + "-" + std::to_string(id);
}

/// Text columns whose form the program reads back; a canary in them would only test how damage is handled.
std::optional<std::string> formed_text(const CanaryNode& node, const std::string& table,
                                       const std::string& column, std::int64_t id) {
    if (column == "currency") return "EUR";
    if (column == "lines_at") return "1,0,0,0,0,0,0,0,0,0,0,0,0,0";
    if (column == "name_names") return "zh-CN=" + canary(node, table, column, id);
    return std::nullopt;
}

} // namespace

CanaryStore::CanaryStore(server::persistence::sqlite::Store& store) : store_(store) {
    nodes_ = {{"A", 1, 1}, {"B", 2, 2}, {"A1", 1, 3}, {"B1", 2, 4}, {"A2", 1, 5}};
    for (const CanaryNode& node : nodes_) {
        auto lease = store_.write().value();
        const bool top = node.root == node.account;
        REQUIRE(lease
                    ->execute("INSERT INTO account(root_id, id, account_id, parent_id, code, name, "
                              "name_names, created_at) "
                              "VALUES(?, ?, ?, ?, ?, ?, ?, 0)",
                              node.root, node.account, node.account,
                              top ? std::optional<std::int64_t>{} : std::optional(node.root),
                              canary(node, "account", "code", node.account),
                              canary(node, "account", "name", node.account),
                              "zh-CN=" + canary(node, "account", "name_names", node.account))
                    .has_value());
        REQUIRE(
            lease->execute("INSERT INTO account_tree VALUES(?, ?, ?)", node.root, node.account, node.account)
                .has_value());
        if (!top)
            REQUIRE(
                lease->execute("INSERT INTO account_tree VALUES(?, ?, ?)", node.root, node.root, node.account)
                    .has_value());
        REQUIRE(lease.commit().has_value());
        ids_[node.tag]["account"].push_back(node.account);
    }
    filled_ = {"account", "account_tree"};
    for (int row = 0; row < kRowsPerTable; ++row) {
        for (const CanaryNode& node : nodes_)
            fill(node, row);
    }
    write_feeds();
}

const CanaryNode& CanaryStore::node(std::string_view tag) const {
    return *std::find_if(nodes_.begin(), nodes_.end(),
                         [&](const CanaryNode& each) { return each.tag == tag; });
}

const std::vector<std::int64_t>& CanaryStore::ids(std::string_view tag, std::string_view table) const {
    return ids_.at(std::string(tag)).at(std::string(table));
}

std::set<std::int64_t> CanaryStore::ids_outside(const std::set<std::string>& tags) const {
    std::set<std::int64_t> result;
    for (const auto& [tag, tables] : ids_) {
        if (tags.contains(tag)) continue;
        for (const auto& [table, ids] : tables)
            result.insert(ids.begin(), ids.end());
    }
    return result;
}

void CanaryStore::fill(const CanaryNode& node, int row) {
    for (const std::string table : kTenantTables) {
        // An order's summary has the order's id.
        const std::int64_t id = table == "order_summary" ? ids_[node.tag]["sales_order"].back() : next_id_++;
        insert(table, node, id, row);
        ids_[node.tag][table].push_back(id);
        filled_.insert(table);
    }
}

void CanaryStore::insert(const std::string& table, const CanaryNode& node, std::int64_t id, int row) {
    auto lease = store_.write().value();
    const std::vector<Column> columns = columns_of(*lease, table);
    std::string names;
    std::string marks;
    for (const Column& column : columns) {
        names += (names.empty() ? "" : ", ") + column.name;
        marks += marks.empty() ? "?" : ", ?";
    }
    const std::map<std::string, std::string> referred = {
        {"order_id", "sales_order"}, {"line_id", "order_line"},     {"shipment_id", "shipment"},
        {"item_id", "item"},         {"lead_item_id", "item"},      {"blocking_line_id", "order_line"},
        {"source_id", "source"},     {"other_source_id", "source"}, {"invoice_id", "invoice"}};
    auto statement =
        lease->statement("INSERT INTO " + table + "(" + names + ") VALUES(" + marks + ")").value();
    int index = 0;
    for (const Column& column : columns) {
        ++index;
        const auto target = referred.find(column.name);
        const auto& own = ids_[node.tag];
        if (column.name == "root_id")
            statement.bind(index, node.root);
        else if (column.name == "account_id")
            statement.bind(index, node.account);
        else if (column.name == "id")
            statement.bind(index, id);
        else if (column.type == "TEXT") {
            statement.bind(
                index,
                formed_text(node, table, column.name, id).value_or(canary(node, table, column.name, id)));
        } else if (target != referred.end() && own.contains(target->second)) {
            statement.bind(index, own.at(target->second).back());
        } else {
            statement.bind(index, column.name == "system_id" ? id : std::int64_t{row + 1});
        }
    }
    const auto inserted = statement.run();
    INFO(table << ": " << (inserted ? "" : inserted.error().message));
    REQUIRE(inserted.has_value());
    REQUIRE(lease.commit().has_value());
}

void CanaryStore::write_feeds() {
    auto lease = store_.write().value();
    for (const CanaryNode& root : nodes_) {
        if (root.root != root.account) continue;
        std::int64_t seq = 0;
        for (const api::SyncTable& table : api::kSyncTables) {
            for (const CanaryNode& node : nodes_) {
                if (node.root != root.root) continue;
                for (const std::int64_t id : ids(node.tag, table.name)) {
                    REQUIRE(lease
                                ->execute("INSERT INTO sync_index(feed_id, tbl, row_id, seq, del, at) "
                                          "VALUES(?, ?, ?, ?, 0, 0)",
                                          root.root, table.number, id, ++seq)
                                .has_value());
                }
            }
        }
        REQUIRE(lease
                    ->execute("INSERT INTO feed(feed_id, epoch, head, floor) VALUES(?, ?, ?, 0)", root.root,
                              root.tag == "A" ? "aaaaaaaa-0000" : "bbbbbbbb-0000", seq)
                    .has_value());
    }
    REQUIRE(lease.commit().has_value());
    filled_.insert({"feed", "sync_index"});
}

std::set<std::string> tags_in(std::string_view text) {
    constexpr std::string_view kMark = "CANARY-";
    std::set<std::string> tags;
    for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
        const std::size_t start = at + kMark.size();
        tags.emplace(text.substr(start, text.find('-', start) - start));
    }
    return tags;
}

} // namespace orderdeck::test
