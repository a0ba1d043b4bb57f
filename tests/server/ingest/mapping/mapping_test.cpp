#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/mapping/mapping.h"
#include "tests/server/ingest/csv/sample_mapping.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::mapping;
using orderdeck::test::kSampleMapping;

namespace {

/// The sample with one piece of text replaced.
std::string changed(std::string_view piece, std::string_view by) {
    std::string text(kSampleMapping);
    const std::size_t place = text.find(piece);
    REQUIRE(place != std::string::npos);
    return text.replace(place, piece.size(), by);
}

base::Error error_of(const std::string& json) {
    const auto mapping = parse_mapping("sample", json);
    REQUIRE_FALSE(mapping.has_value());
    CHECK(mapping.error().code == base::ErrorCode::invalid);
    return mapping.error();
}

} // namespace

TEST_CASE("Every built-in mapping is valid") {
    const auto names = built_in_mappings();
    CHECK(std::find(names.begin(), names.end(), "scms_usaid") != names.end());
    for (const std::string& name : names) {
        INFO(name);
        CHECK(load_adapter(name).has_value());
    }
}

TEST_CASE("A mapping is found by name or by path, and a missing one is answered with the names there are") {
    const auto by_path = load_mapping(test::source_path("assets/mappings/scms_usaid.json"));
    REQUIRE(by_path.has_value());
    CHECK(by_path->name == "scms_usaid");
    CHECK(by_path->fingerprint == load_mapping("scms_usaid")->fingerprint);
    const auto missing = load_mapping("no_such_mapping");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == base::ErrorCode::not_found);
    CHECK(missing.error().message.find("scms_usaid") != std::string::npos);
}

TEST_CASE("The adapter of a mapping is that of its format, csv where it names none") {
    CHECK(make_adapter({.name = "sample", .json = std::string(kSampleMapping), .path = {}}).has_value());
    CHECK(make_adapter({.name = "sample", .json = changed("{", R"({"format": "csv",)"), .path = {}})
              .has_value());
    const auto unknown =
        make_adapter({.name = "sample", .json = changed("{", R"({"format": "xls",)"), .path = "my.json"});
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().where == "my.json at /format");
    CHECK(unknown.error().message.starts_with("unknown format; known: csv"));
}

TEST_CASE("The sample mapping has what it says") {
    const auto mapping = parse_mapping("sample", kSampleMapping);
    REQUIRE(mapping.has_value());
    REQUIRE(mapping->parts.size() == 1);
    CHECK(mapping->parts.front().delimiter == ';');
    const ValueSource& placed = mapping->order->fields.at("placed");
    REQUIRE(placed.parts.size() == 2);
    CHECK(mapping->columns[placed.parts[1].column].name == "Offered");
    const auto column = [&mapping](std::string_view name) {
        return std::find_if(mapping->columns.begin(), mapping->columns.end(),
                            [name](const Column& known) { return known.name == name; });
    };
    const auto freight = column("Freight");
    REQUIRE(freight != mapping->columns.end());
    REQUIRE(freight->rules.reference.has_value());
    CHECK(freight->rules.reference->columns.size() == 3);
    CHECK_FALSE(freight->rules.reference->columns[1].has_value());
    CHECK(std::count_if(mapping->columns.begin(), mapping->columns.end(),
                        [](const Column& known) { return known.name == "Ordered"; }) == 1);
    CHECK(column("Clerk") == mapping->columns.end());
}

TEST_CASE("Every example of the documentation is a mapping") {
    const std::string text = test::read_file(test::source_path("docs/mapping.md"));
    int examples = 0;
    for (std::size_t begin = text.find("```json\n"); begin != std::string::npos;
         begin = text.find("```json\n", begin + 1)) {
        const std::size_t first = begin + 8;
        const auto mapping =
            parse_mapping("example", std::string_view(text).substr(first, text.find("```", first) - first));
        if (!mapping) FAIL(base::describe(mapping.error()));
        CHECK_FALSE(mapping->milestones.empty());
        ++examples;
    }
    CHECK(examples > 0);
}

TEST_CASE("What the language does not know is refused with its place") {
    const base::Error unknown = error_of(changed("\"unused\"", "\"unsued\""));
    CHECK(unknown.where == "/unsued");
    CHECK(unknown.message.find("unused") != std::string::npos);
    CHECK(error_of(changed("\"sku\"", "\"skew\"")).where == "/line/skew");
    CHECK(error_of(changed("\"kind\": \"sales\"", "\"kind\": \"gossip\"")).where == "/source/kind");
    CHECK(error_of(changed("\"code\": \"produced\"", "\"code\": \"dreamt\"")).where == "/milestones/1/code");
    CHECK(error_of(changed("\"of\": \"line\"", "\"of\": \"pallet\"")).where == "/milestones/1/of");
    CHECK(error_of(changed("%d.%m.%Y", "%d.%m")).where == "/dates/formats");
    CHECK(error_of(changed("\"cancelled\":", "\"vanished\":")).where == "/quantities/vanished");
    CHECK(error_of(changed("\"delimiter\": \";\"", "\"delimiter\": \";;\"")).where == "/file/delimiter");
    CHECK(error_of(changed("\"utf-8\"", "\"ebcdic\"")).where == "/file/encoding");
    CHECK(error_of(changed("\"type\": \"number\"", "\"type\": \"colour\"")).where == "/columns/Freight/type");
    CHECK(error_of(changed("{Delivery} ({*}, row {Pos})", "{*}")).where == "/columns/Freight/reference");
    CHECK(error_of(changed("{ \"slug_of\": \"Customer\" }", "{ \"sluggish\": \"Customer\" }")).where ==
          "/account/code/sluggish");
    const auto number = [](const std::string& source) {
        return error_of(changed("\"number\": \"Order\"", "\"number\": " + source)).where;
    };
    CHECK(number(R"({ "yearly": "Order" })") == "/order/number");
    CHECK(number(R"({ "yearly": "Order", "by": "Ordered", "starts": "13-01" })") == "/order/number/starts");
    CHECK(number(R"({ "column": "Order", "by": "Ordered" })") == "/order/number/by");
}

TEST_CASE("A mapping without what identifies a row is refused") {
    CHECK(error_of(changed("\"number\": \"Pos\",", "")).where == "/line");
    const std::string account =
        "\"account\": { \"code\": { \"slug_of\": \"Customer\" }, \"name\": \"Customer\" },";
    CHECK(error_of(changed(account, "")).message.find("account") != std::string::npos);
    CHECK_FALSE(parse_mapping("broken", "{ \"source\": ").has_value());
}
