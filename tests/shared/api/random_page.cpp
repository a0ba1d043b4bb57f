#include "tests/shared/api/random_page.h"

#include "shared/base/utf8.h"

namespace orderdeck::test {
namespace {

std::string random_text(std::mt19937& random) {
    static constexpr char32_t kLetters[] = {'a', '"', '\\', '\n', 0x1F, 0xE9, 0x6DF1, 0x1F600, '/', 0x7F};
    std::string text;
    for (auto n = random() % 9; n > 0; --n)
        base::append_utf8(text, kLetters[random() % std::size(kLetters)]);
    return text;
}

std::int64_t random_id(std::mt19937& random) { return static_cast<std::int64_t>(random() % 1'000'000) + 1; }

void add_value(std::mt19937& random, const api::SyncColumn& described, bool is_id,
               api::ColumnValues& column) {
    const bool nullable = described.null == api::Nullability::optional;
    if (nullable && random() % 3 == 0) {
        column.add_null();
    } else if (described.type == api::ColumnType::text) {
        column.add_text(random_text(random));
    } else {
        const auto any =
            static_cast<std::int64_t>(random()) * static_cast<std::int64_t>(random() % 1000) - 500;
        column.add_integer(is_id ? random_id(random) : any);
    }
}

} // namespace

std::vector<api::TableBatch> random_tables(std::mt19937& random) {
    std::vector<api::TableBatch> tables;
    for (const api::SyncTable& table : api::kSyncTables) {
        if (random() % 4 == 0) continue;
        api::TableBatch& batch = tables.emplace_back(table);
        for (auto rows = random() % 12; rows > 0; --rows) {
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                add_value(random, table.columns[i], i == 0, batch.columns[i]);
            }
        }
        for (auto ids = random() % 4; ids > 0; --ids)
            batch.deleted.push_back(random_id(random));
    }
    return tables;
}

api::SyncPageHead random_head(std::mt19937& random) {
    api::SyncPageHead head;
    head.epoch = random_text(random);
    head.scope = random_text(random);
    head.from = random_id(random);
    head.to = head.from + random_id(random);
    head.head = head.to + random_id(random);
    head.more = random() % 2 == 0;
    head.server_time = base::Timestamp::from_milliseconds(random_id(random));
    head.cursor = random_text(random);
    if (random() % 2 == 0) head.after = random_text(random);
    return head;
}

} // namespace orderdeck::test
