#include <catch2/catch_test_macros.hpp>

#include "shared/api/sync_page.h"
#include "tests/shared/api/random_page.h"

using namespace orderdeck::api;
using orderdeck::base::ErrorCode;
using orderdeck::test::CollectingSink;
using orderdeck::test::random_head;
using orderdeck::test::random_tables;

namespace {

const std::string kProtocol = R"({"proto":1,"schema":)" + std::to_string(orderdeck::api::kSyncSchema);
const std::string kHead =
    kProtocol + R"(,"epoch":"e","scope":"s","from":1,"to":2,"head":2,"more":false,"serverTime":5,"tables":[)";

orderdeck::base::Result<SyncPageHead> decode_table(std::string_view table, CollectingSink& sink) {
    return decode_sync_page(kHead + std::string(table) + "]}", sink);
}

} // namespace

TEST_CASE("any page is read back as it was written") {
    std::mt19937 random(1);
    for (int i = 0; i < 300; ++i) {
        const SyncPageHead head = random_head(random);
        const std::vector<TableBatch> tables = random_tables(random);
        CollectingSink sink;
        const auto decoded = decode_sync_page(encode_sync_page(head, tables), sink);
        REQUIRE(decoded);
        REQUIRE(*decoded == head);
        REQUIRE(sink.tables == tables);
    }
}

TEST_CASE("any damaged page gives an error or a page whose columns agree in length") {
    std::mt19937 random(2);
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = encode_sync_page(random_head(random), random_tables(random));
        for (auto n = random() % 3 + 1; n > 0; --n) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
            case 0: text[at] = static_cast<char>(random() % 256); break;
            case 1: text.erase(at, random() % 20); break;
            case 2: text.insert(at, text.substr(random() % text.size(), random() % 20)); break;
            default: text[at] = "[]{},:\"0-"[random() % 9];
            }
            if (text.empty()) break;
        }
        CollectingSink sink;
        const auto decoded = decode_sync_page(text, sink);
        if (!decoded) {
            ++refused;
            REQUIRE_FALSE(decoded.error().message.empty());
        }
        for (const TableBatch& batch : sink.tables) {
            for (const ColumnValues& column : batch.columns)
                REQUIRE(column.size() == batch.rows());
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("what a later server adds is passed over") {
    CollectingSink sink;
    const auto decoded = decode_table(
        R"({"name":"novelty","columns":["id"],"put":[[1]],"del":[{"x":[1]}],"more":{"a":[[]]}},)"
        R"({"name":"account","columns":["id","code","shade","name","name_names"],"put":[[7],["C"],[{"deep":[1]}],["N"],[""]]},)"
        R"({"name":"account","note":[1,{"a":2}],"del":[3]})",
        sink);
    CHECK_FALSE(decoded); // a value of an unknown column must still be a scalar
    sink.tables.clear();
    const auto plain = decode_table(
        R"({"name":"novelty","columns":["id"],"put":[[1]],"del":[{"x":[1]}],"more":{"a":[[]]}},)"
        R"({"name":"account","columns":["id","code","shade","name","name_names"],"put":[[7],["C"],["red"],["N"],[""]]},)"
        R"({"name":"account","note":[1,{"a":2}],"del":[3]})",
        sink);
    REQUIRE(plain);
    REQUIRE(sink.tables.size() == 2);
    CHECK(sink.tables[0].columns[0].integer(0) == 7);
    CHECK(sink.tables[0].columns[1].is_null(0)); // parent_id was not sent
    CHECK(sink.tables[0].columns[3].text(0) == "N");
    CHECK(sink.tables[1].deleted == std::vector<std::int64_t>{3});
}

TEST_CASE("a page that contradicts itself or the schema is refused with its place") {
    const std::pair<const char*, const char*> cases[] = {
        {R"({"name":"source","columns":["id","name"],"put":[[1],["a"]]})", "the column \"kind\" is missing"},
        {R"({"name":"source","columns":["id","name","kind","last_received_at"],"put":[[1,2],["a"],["b"],[5]]})",
         "columns of different length"},
        {R"({"name":"source","columns":["id","name","kind","last_received_at"],"put":[[1],["a"],["b"]]})",
         "fewer columns of values than names"},
        {R"({"name":"source","columns":["id"],"put":[[1],["a"]]})", "more columns of values than names"},
        {R"({"name":"source","columns":["id","name","kind","last_received_at"],"put":[[1],["a"],["b"],["5"]]})",
         "not a whole number"},
        {R"({"name":"source","columns":["id","name","kind","last_received_at"],"put":[[1],[null],["b"],[5]]})",
         "null where a value is required"},
        {R"({"name":"source","columns":["id","name","kind","last_received_at"],"put":[[0],["a"],["b"],[5]]})",
         "not a row id"},
        {R"({"name":"source","columns":["id","name","kind","last_received_at"],"put":[[1.5],["a"],["b"],[5]]})",
         "not a whole number"},
        {R"({"name":"source","columns":["id","id"]})", "the column \"id\" is there twice"},
        {R"({"name":"source","del":[9007199254740992]})", "not a row id"},
        {R"({"columns":["id"],"name":"source"})", "the columns are out of place"},
        {R"({"del":[1]})", "the deletions are out of place"},
        {R"({"name":"source","name":"item"})", "a value of the wrong kind"},
        {R"({"name":["source"]})", "an object or array of no use"},
        {R"({"del":1})", "a value of the wrong kind"},
        {R"({})", "a table without a name"},
        {R"(7)", "a value where an object or array belongs"},
        {R"([])", "an object or array of no use"},
    };
    for (const auto& [table, message] : cases) {
        CollectingSink sink;
        INFO(table);
        const auto decoded = decode_table(table, sink);
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().message == message);
        CHECK_FALSE(decoded.error().where.empty());
    }
}

TEST_CASE("a page of another protocol or schema is unsupported and an incomplete head is refused") {
    CollectingSink sink;
    CHECK(decode_sync_page(R"({"proto":2})", sink).error().code == ErrorCode::unsupported);
    CHECK(decode_sync_page(R"({"proto":1,"schema":999})", sink).error().code == ErrorCode::unsupported);
    CHECK(decode_sync_page(kProtocol + "}", sink).error().message == "the field \"epoch\" is missing");
    CHECK(decode_sync_page(R"({"proto":"1"})", sink).error().code == ErrorCode::invalid);
    CHECK(decode_sync_page("[]", sink).error().code == ErrorCode::invalid);
    CHECK(decode_sync_page("7", sink).error().code == ErrorCode::invalid);
    CHECK(decode_sync_page("", sink).error().code == ErrorCode::invalid);
}

TEST_CASE("a sink that refuses stops the page with its own error") {
    class Refusing final : public SyncPageSink {
        orderdeck::base::Result<void> accept(const TableBatch&) override {
            return orderdeck::base::fail(ErrorCode::io, "disk full", "replica");
        }
    } sink;
    const auto decoded = decode_sync_page(kHead + R"({"name":"source","del":[1]}]})", sink);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::io);
    CHECK(decoded.error().where == "replica");
}
