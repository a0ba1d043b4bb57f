#include "tests/bench/replica/synthetic_orders.h"

#include "shared/api/sync_page.h"

#include <cstdint>
#include <cstdio>
#include <optional>
#include <random>
#include <string_view>
#include <variant>

namespace orderdeck::bench {
namespace {

constexpr std::size_t kRowsPerPage = 10'000;
constexpr int kItems = 2000;
constexpr int kLinesPerOrder = 5;
constexpr int kFirstDay = 20'000;

using Value = std::variant<std::int64_t, std::string>;
struct NamedValue {
    std::string_view column;
    Value value;
};

/// Writes rows into pages of a fixed size, as a server does.
class Pages {
public:
    void put(std::string_view table, std::initializer_list<NamedValue> values) {
        if (batches_.empty() || batches_.back().table->name != table)
            batches_.emplace_back(*api::find_sync_table(table));
        api::TableBatch& batch = batches_.back();
        for (std::size_t i = 0; i < batch.columns.size(); ++i)
            add(batch.table->columns[i], values, batch.columns[i]);
        if (++rows_ % kRowsPerPage == 0) flush("next");
    }
    std::vector<std::string> finish() {
        flush(std::nullopt);
        return std::move(pages_);
    }

private:
    static void add(const api::SyncColumn& column, std::initializer_list<NamedValue> values,
                    api::ColumnValues& to) {
        for (const NamedValue& named : values) {
            if (named.column != column.name) continue;
            if (const auto* number = std::get_if<std::int64_t>(&named.value)) return to.add_integer(*number);
            return to.add_text(std::get<std::string>(named.value));
        }
        if (column.null == api::Nullability::optional)
            to.add_null();
        else if (column.type == api::ColumnType::integer)
            to.add_integer(0);
        else
            to.add_text("");
    }
    void flush(std::optional<std::string> after) {
        api::SyncPageHead head;
        head.epoch = "bench";
        head.scope = "bench";
        head.more = after.has_value();
        head.after = std::move(after);
        if (pages_.empty()) head.cursor = "bench";
        pages_.push_back(api::encode_sync_page(head, batches_));
        batches_.clear();
    }

    std::vector<api::TableBatch> batches_;
    std::vector<std::string> pages_;
    std::size_t rows_ = 0;
};

std::string numbered(const char* format, std::int64_t number) {
    char text[48];
    std::snprintf(text, sizeof text, format, static_cast<long long>(number));
    return text;
}

void put_items(Pages& pages) {
    static constexpr const char* kKinds[] = {"Servo drive", "Linear guide", "Encoder",
                                             "Gear unit",   "Cable set",    "Pump"};
    static constexpr const char* kTranslations[] = {"伺服驱动器", "直线导轨", "编码器",
                                                    "齿轮箱",     "电缆组件", "水泵"};
    for (std::int64_t id = 1; id <= kItems; ++id) {
        const auto kind = static_cast<std::size_t>(id % 6);
        pages.put("item",
                  {{"id", id},
                   {"sku", numbered("SD-%05lld", id * 7)},
                   {"name", std::string(kKinds[kind]) + numbered(" %lld", id)},
                   {"name_names", std::string("zh-CN=") + kTranslations[kind] + numbered(" %lld", id)}});
    }
}

void put_heads(Pages& pages, std::mt19937& random, int orders) {
    for (std::int64_t id = 1; id <= orders; ++id) {
        pages.put("sales_order", {{"id", id},
                                  {"account_id", id % 3 + 1},
                                  {"number", numbered("SO-2026-%06lld", id)},
                                  {"customer_reference", numbered("PO 45%08lld", id * 37)},
                                  {"placed_on", kFirstDay + id / 40},
                                  {"currency", std::string("CNY")},
                                  {"ship_to", std::string("Suzhou plant 2")}});
    }
    for (std::int64_t id = 1; id <= orders; ++id) {
        const auto day = kFirstDay + id / 40 + static_cast<std::int64_t>(random() % 90);
        pages.put("order_summary", {{"id", id},
                                    {"complete", static_cast<std::int64_t>(random() % 10 != 0)},
                                    {"promised_on", day},
                                    {"late_at", day * 86'400'000},
                                    {"next_arrival_on", day},
                                    {"headline_stage", static_cast<std::int64_t>(random() % 14)},
                                    {"lines_at", std::string("0,0,0,0,1,0,0,0,2,0,0,0,2,0")},
                                    {"lines", kLinesPerOrder},
                                    {"total_minor", static_cast<std::int64_t>(random() % 10'000'000)},
                                    {"lead_item_id", static_cast<std::int64_t>(random() % kItems) + 1}});
    }
}

void put_lines(Pages& pages, std::mt19937& random, int orders) {
    for (std::int64_t line = 1; line <= std::int64_t{orders} * kLinesPerOrder; ++line) {
        pages.put("order_line", {{"id", line},
                                 {"order_id", (line - 1) / kLinesPerOrder + 1},
                                 {"number", numbered("%lld", (line - 1) % kLinesPerOrder * 10 + 10)},
                                 {"item_id", static_cast<std::int64_t>(random() % kItems) + 1},
                                 {"ordered_micro", static_cast<std::int64_t>(random() % 100) * 1'000'000},
                                 {"unit", std::string("EA")},
                                 {"amount_minor", static_cast<std::int64_t>(random() % 1'000'000)}});
    }
}

void put_shipments(Pages& pages, std::mt19937& random, int orders) {
    const std::int64_t shipments = std::int64_t{orders} * 6 / 5;
    for (std::int64_t id = 1; id <= shipments; ++id) {
        pages.put("shipment",
                  {{"id", id},
                   {"number", numbered("ASN-%07lld", id)},
                   {"carrier", std::string("SF")},
                   {"tracking_number", numbered("SF14%010lld", static_cast<std::int64_t>(random()))}});
    }
    for (std::int64_t id = 1; id <= std::int64_t{orders} * 4; ++id) {
        pages.put("shipment_line", {{"id", id},
                                    {"shipment_id", (id - 1) % shipments + 1},
                                    {"order_id", (id - 1) % orders + 1},
                                    {"line_id", id},
                                    {"quantity_micro", 1'000'000}});
    }
}

void put_facts(Pages& pages, std::mt19937& random, int orders) {
    for (std::int64_t id = 1; id <= std::int64_t{orders} * 6; ++id) {
        pages.put("milestone", {{"id", id},
                                {"order_id", (id - 1) / 6 + 1},
                                {"code", static_cast<std::int64_t>(random() % 19)},
                                {"actual_on", kFirstDay + id / 240},
                                {"place", std::string("Shenzhen")},
                                {"source_id", 1},
                                {"received_at", (kFirstDay + id / 240) * 86'400'000}});
    }
    for (std::int64_t id = 1; id <= orders; ++id) {
        pages.put("promise", {{"id", id},
                              {"order_id", id},
                              {"line_id", id * kLinesPerOrder},
                              {"promised_on", kFirstDay + id / 40}});
    }
}

} // namespace

std::vector<std::string> boot_pages(int orders) {
    std::mt19937 random(2026);
    Pages pages;
    put_items(pages);
    put_heads(pages, random, orders);
    put_lines(pages, random, orders);
    put_shipments(pages, random, orders);
    put_facts(pages, random, orders);
    return pages.finish();
}

} // namespace orderdeck::bench
