#include <catch2/catch_test_macros.hpp>

#include <random>

#include "shared/base/utf8.h"
#include "shared/json/reader.h"
#include "shared/json/writer.h"

using namespace orderdeck::json;
using orderdeck::base::Decimal;
using orderdeck::base::ErrorCode;

namespace {

Document parse(std::string_view text) {
    auto document = Document::parse(text);
    INFO(text);
    REQUIRE(document);
    return std::move(*document);
}

} // namespace

TEST_CASE("fields are read with their types") {
    const Document document = parse(R"({"id":9007199254740991,"name":"深圳\u0041","ok":true,"none":null,
        "price":"12.50","quantity":0.1,"tags":["a","b"]})");
    const Value root = document.root();
    CHECK(*root.int64_field("id") == 9007199254740991);
    CHECK(*root.string_field("name") == "深圳A");
    CHECK(*root.boolean_field("ok"));
    CHECK_FALSE(*root.optional_string_field("none"));
    CHECK_FALSE(*root.optional_int64_field("absent"));
    CHECK(*root.field("price")->decimal() == Decimal{1250, 2});
    CHECK(*root.field("quantity")->decimal() == Decimal{1, 1});
    CHECK(root.strings_field("tags")->size() == 2);
    CHECK(root.members()->front().name == "id");
}

TEST_CASE("an error names the value by its JSON pointer") {
    const Document document = parse(R"({"orders":[{"id":1},{"a/b~c":"x"}]})");
    const auto orders = document.root().field("orders")->elements();
    REQUIRE(orders);
    const auto wrong = orders->at(1).int64_field("a/b~c");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().where == "/orders/1/a~1b~0c");
    CHECK(wrong.error().message == "expected a whole number, found a string");
    CHECK(orders->at(0).string_field("name").error().message == "the field \"name\" is missing");
    CHECK(orders->at(0).string_field("id").error().where == "/orders/0/id");
}

TEST_CASE("malformed, ambiguous and oversized texts are refused with the reason") {
    for (const char* text :
         {"", "{", "[1,]", "{\"a\" 1}", "nul", "\"\xC3\x28\"", "[1] x", "{\"a\":1,}", "'a'", "01"}) {
        INFO(text);
        const auto document = Document::parse(text);
        REQUIRE_FALSE(document);
        CHECK(document.error().code == ErrorCode::invalid);
        CHECK(document.error().where.starts_with("byte "));
    }
    CHECK(Document::parse(R"({"a":1,"b":{"c":1,"c":2}})").error().message ==
          "the field \"c\" is there twice");
    CHECK(Document::parse("[1,2,3]", {.max_bytes = 6}).error().code == ErrorCode::too_large);
}

TEST_CASE("nesting ends at the limit") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(Document::parse(nested(32)));
    CHECK(Document::parse(nested(33)).error().code == ErrorCode::too_large);
    CHECK(Document::parse(std::string(1'000'000, '[')).error().code == ErrorCode::too_large);
}

TEST_CASE("numbers beyond int64 are kept as digits and refused as whole numbers") {
    const Document document = parse("[18446744073709551615, 9223372036854775807, -9223372036854775808, 1e3]");
    const auto numbers = document.root().elements();
    CHECK_FALSE(numbers->at(0).int64());
    CHECK(*numbers->at(1).int64() == INT64_MAX);
    CHECK(*numbers->at(2).int64() == INT64_MIN);
    CHECK_FALSE(numbers->at(3).int64());
    CHECK_FALSE(numbers->at(3).decimal());
}

TEST_CASE("the writer puts commas and escapes where JSON wants them") {
    Writer writer;
    writer.begin_object().field("a", 1).field("b", true).field("c", "x\"\\\n\x01\x7F");
    writer.key("d")
        .begin_array()
        .value(-5)
        .null()
        .value(std::optional<int>{})
        .begin_object()
        .end_object()
        .end_array();
    writer.field("e", std::string("深\xFF")).end_object();
    CHECK(writer.take() == "{\"a\":1,\"b\":true,\"c\":\"x\\\"\\\\\\n\\u0001\\u007f\",\"d\":[-5,null,null,{}],"
                           "\"e\":\"深\xEF\xBF\xBD\"}");
    CHECK(writer.take().empty());
}

TEST_CASE("what the writer writes the reader reads, for any bytes") {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int i = 0; i < 5000; ++i) {
        std::string bytes;
        for (int n = i % 24; n > 0; --n)
            bytes += static_cast<char>(byte(random));
        Writer writer;
        writer.begin_object()
            .field("text", bytes)
            .field("number", static_cast<std::int64_t>(random()))
            .end_object();
        const Document document = parse(writer.take());
        REQUIRE(*document.root().string_field("text") == orderdeck::base::replace_invalid_utf8(bytes));
    }
}

TEST_CASE("a receiver that stops the parse gets no message of ours") {
    struct Stopper final : Events {
        bool null() override { return true; }
        bool boolean(bool) override { return true; }
        bool integer(std::int64_t) override { return false; }
        bool number(std::string_view) override { return true; }
        bool string(std::string&&) override { return true; }
        bool key(std::string&&) override { return true; }
        bool start_object() override { return true; }
        bool end_object() override { return true; }
        bool start_array() override { return true; }
        bool end_array() override { return true; }
    } stopper;
    const auto stopped = parse_events("[true,1,2]", stopper);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().message.empty());
}
