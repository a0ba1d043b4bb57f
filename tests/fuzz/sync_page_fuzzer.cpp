// Sync pages: decoded, and applied to a booted replica as a pull.
#include "shared/replica/order_list.h"
#include "shared/replica/order_snapshot.h"
#include "tests/fuzz/replica_rows.h"

#include <memory>

using namespace orderdeck;

namespace {

class CollectingSink final : public api::SyncPageSink {
public:
    base::Result<void> accept(const api::TableBatch& batch) override {
        tables.push_back(batch);
        return {};
    }
    std::vector<api::TableBatch> tables;
};

void check_decoding(std::string_view text) {
    CollectingSink sink;
    const auto head = api::decode_sync_page(text, sink);
    if (!head) return fuzz::require(!head.error().message.empty(), "a refusal has a reason");
    CollectingSink again;
    const auto same = fuzz::expect(api::decode_sync_page(api::encode_sync_page(*head, sink.tables), again),
                                   "an encoded page can be decoded");
    fuzz::require(same == *head && again.tables == sink.tables, "a page survives the wire");
}

/// Everything that the replica holds, as one text.
std::string dump(storage::Database& database) {
    std::string all;
    const auto add = [&](std::string_view table) {
        auto rows = fuzz::expect(database.statement("SELECT * FROM " + std::string(table) + " ORDER BY id"),
                                 "a table can be read");
        while (fuzz::expect(rows.step(), "a row can be read")) {
            for (int i = 0; i < rows.column_count(); ++i)
                all.append(rows.is_null(i) ? "-" : rows.string(i)).append("|");
            all += '\n';
        }
    };
    for (const api::SyncTable& table : api::kSyncTables)
        add(table.name);
    add("replica_state");
    return all;
}

/// Whatever numbers a page brought: the screens' queries read them without harm.
void check_reading(storage::Database& database) {
    const replica::ListMoment moment{.now = base::Timestamp::from_seconds(1'700'000'000), .today = {}};
    std::vector<domain::OrderId> orders;
    auto ids = fuzz::expect(database.statement("SELECT id FROM sales_order"), "orders can be listed");
    while (fuzz::expect(ids.step(), "an order can be listed"))
        orders.emplace_back(ids.int64(0));
    (void)replica::read_order_rows(database, orders);
    for (const domain::OrderId order : orders)
        (void)replica::read_order(database, order);
    (void)replica::count_orders(database, moment);
}

/// Kept between inputs while nothing was applied: making one takes longer than all the rest.
std::unique_ptr<storage::Database> kept_replica;

void check_applying(std::string_view text) {
    if (!kept_replica) kept_replica = std::make_unique<storage::Database>(fuzz::small_replica("SO-1"));
    storage::Database& database = *kept_replica;
    const std::string before = dump(database);
    const std::string pages[] = {std::string(text)};
    const auto applied = replica::apply_pull_pages(database, pages);
    if (!applied) return fuzz::require(dump(database) == before, "a rejected page changes nothing");
    const std::string after = dump(database);
    fuzz::require(replica::apply_pull_pages(database, pages).has_value(), "a page may come twice");
    fuzz::require(dump(database) == after, "the second time changes nothing");
    check_reading(database);
    kept_replica.reset();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    check_decoding(text);
    check_applying(text);
    return 0;
}
