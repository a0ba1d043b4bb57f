#include "server/persistence/sqlite/inbox/inbox_store.h"
#include "server/persistence/sqlite/inbox/record_store.h"
#include "tests/server/persistence/temporary_store.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server::persistence;
using namespace orderdeck::server::persistence::sqlite;
using orderdeck::test::TemporaryStore;

namespace {

const base::Timestamp kNow = base::Timestamp::from_seconds(1'700'000'000);
const Owner kOwner{.root = domain::AccountId{1}, .account = domain::AccountId{1}};

InboxEntry receive(TemporaryStore& store, std::string_view mapping, std::string_view body) {
    auto entry = InboxStore::receive(*store,
                                     {.source_name = "erp",
                                      .source_kind = "sales",
                                      .mapping = std::string(mapping),
                                      .file_name = "orders.csv",
                                      .body = body},
                                     kNow);
    REQUIRE(entry.has_value());
    return *entry;
}

Record record(std::int64_t version, int stated_minute, const std::string& content) {
    const auto time = kNow + base::Duration::minutes(stated_minute);
    return {.subject = "order:1",
            .source_system = 1,
            .source_key = "1/order",
            .kind = "order",
            .version = version,
            .occurred_at = {},
            .received_at = time,
            .stated_at = time,
            .inbox = 1,
            .file_line = 2,
            .content = content};
}

} // namespace

TEST_CASE("The same bytes under the same mapping are one message") {
    TemporaryStore store;
    const InboxEntry first = receive(store, "m", "a,b\n1,2\n");
    CHECK(first.is_new);
    const InboxEntry again = receive(store, "m", "a,b\n1,2\n");
    CHECK_FALSE(again.is_new);
    CHECK(again.id == first.id);
    CHECK(receive(store, "other", "a,b\n1,2\n").id != first.id);
    CHECK(receive(store, "m", "a,b\n1,3\n").id != first.id);
    CHECK(store.number("SELECT count(*) FROM source_system") == 1);
}

TEST_CASE("A message comes out of the inbox as it went in") {
    TemporaryStore store;
    std::string body("\xEF\xBB\xBF"
                     "a,b\r\n\0\xFF",
                     10);
    for (int i = 0; i < 12; ++i)
        body += body;
    for (const std::string& bytes : {body, std::string()}) {
        const InboxEntry entry = receive(store, "m", bytes);
        auto reader = store->read();
        REQUIRE(reader.has_value());
        CHECK(InboxStore(**reader).body(entry.id).value_or("?") == bytes);
    }
}

TEST_CASE("A finished message has its counts and its findings, once however often it is finished") {
    TemporaryStore store;
    const InboxEntry entry = receive(store, "m", "x");
    const std::vector<Finding> findings = {{.file_line = 3,
                                            .column = "Date",
                                            .value = "32-Jun-06",
                                            .severity = Severity::warning,
                                            .code = "bad_date",
                                            .message = "no date",
                                            .occurrences = 2}};
    for (int round = 0; round < 2; ++round) {
        auto writer = store->write();
        REQUIRE(writer.has_value());
        InboxStore inbox(**writer);
        REQUIRE(inbox.put_findings(entry.id, findings).has_value());
        REQUIRE(inbox.finish(entry.id, 10, 1).has_value());
        REQUIRE(writer->commit().has_value());
    }
    auto reader = store->read();
    REQUIRE(reader.has_value());
    InboxStore inbox(**reader);
    CHECK(store.dump("SELECT state, rows, rows_rejected FROM inbox") == "applied_with_findings|10|1|\n");
    const auto kept = inbox.findings(entry.id, 100);
    REQUIRE(kept.has_value());
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().value == "32-Jun-06");
    CHECK(kept->front().severity == Severity::warning);
    CHECK(kept->front().occurrences == 2);
}

TEST_CASE("The newest record counts in whatever order the records arrive") {
    std::vector<Record> records = {record(1, 0, "{\"a\":1}"), record(1, 5, "{\"a\":2}"),
                                   record(2, 1, "{\"a\":3}"), record(2, 1, "{\"a\":4}"),
                                   record(0, 9, "{\"a\":5}")};
    std::vector<std::size_t> order = {0, 1, 2, 3, 4};
    do {
        TemporaryStore store;
        auto writer = store->write();
        REQUIRE(writer.has_value());
        RecordStore kept(**writer);
        for (const std::size_t index : order)
            REQUIRE(kept.put(kOwner, records[index]).has_value());
        const auto about = kept.about(kOwner, "order:1");
        REQUIRE(about.has_value());
        REQUIRE(about->size() == 1);
        CHECK(about->front().content == "{\"a\":4}");
        // Every rotation and not every permutation: each opens a store of its own.
        std::rotate(order.begin(), order.begin() + 1, order.end());
    } while (order.front() != 0);
}

TEST_CASE("A record says whether it changed anything") {
    TemporaryStore store;
    auto writer = store->write();
    REQUIRE(writer.has_value());
    RecordStore kept(**writer);
    CHECK(*kept.put(kOwner, record(1, 5, "{}")) == RecordChange::added);
    CHECK(*kept.put(kOwner, record(1, 5, "{}")) == RecordChange::unchanged);
    CHECK(*kept.put(kOwner, record(1, 9, "{}")) == RecordChange::unchanged);
    CHECK(*kept.put(kOwner, record(1, 7, "{\"x\":1}")) == RecordChange::outdated);
    CHECK(*kept.put(kOwner, record(2, 7, "{\"x\":1}")) == RecordChange::replaced);
    const auto about = kept.about(kOwner, "order:1");
    REQUIRE(about.has_value());
    CHECK(about->front().version == 2);
}

TEST_CASE("What was said first is when it was received, even if the earlier message comes later") {
    TemporaryStore store;
    auto writer = store->write();
    REQUIRE(writer.has_value());
    RecordStore kept(**writer);
    CHECK(*kept.put(kOwner, record(0, 9, "{}")) == RecordChange::added);
    CHECK(*kept.put(kOwner, record(0, 3, "{}")) == RecordChange::replaced);
    const auto about = kept.about(kOwner, "order:1");
    REQUIRE(about.has_value());
    CHECK(about->front().received_at == kNow + base::Duration::minutes(3));
    CHECK(about->front().stated_at == kNow + base::Duration::minutes(9));
}
