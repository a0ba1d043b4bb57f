#include "server/ingest/mapping/mapping_parser.h"

namespace orderdeck::server::ingest::mapping {
namespace {

base::Result<domain::Quantity> parse_limit(const json::Value& value) {
    const base::Decimal decimal = TRY(value.decimal());
    auto number = domain::Quantity::parse(base::to_string(decimal));
    if (!number) return value.refuse("not a number with at most six decimals");
    return *number;
}

base::Result<void> parse_kind(std::string_view name, const json::Member& member, CellTest& test) {
    if (name == "is")
        test.kind = CellTest::Kind::is;
    else if (name == "starts_with")
        test.kind = CellTest::Kind::starts_with;
    else if (name == "like")
        test.kind = CellTest::Kind::like;
    else
        return member.value.refuse(
            "unknown test \"" + member.name +
            "\"; known: is, starts_with, like, each with not_ before it, empty, below, "
            "above");
    return {};
}

base::Result<CellTest> parse_test(const json::Member& member, ColumnId column) {
    CellTest test;
    test.column = column;
    if (member.name == "empty") {
        test.kind = CellTest::Kind::empty;
        test.is_negated = !TRY(member.value.boolean());
        return test;
    }
    if (member.name == "below" || member.name == "above") {
        test.kind = member.name == "below" ? CellTest::Kind::below : CellTest::Kind::above;
        test.number = TRY(parse_limit(member.value));
        return test;
    }
    std::string_view name = member.name;
    test.is_negated = name.starts_with("not_");
    if (test.is_negated) name.remove_prefix(4);
    TRY(parse_kind(name, member, test));
    test.texts = TRY(texts_of(member.value));
    return test;
}

/// {"Code": "D", "Quantity": {"below": 0}}: all tests of one group.
base::Result<std::vector<CellTest>> parse_group(const json::Value& object, ColumnNames& names) {
    std::vector<CellTest> tests;
    for (const json::Member& member : TRY(object.members())) {
        const ColumnId column = TRY(names.find_or_add(member.value, member.name));
        if (member.value.kind() == json::Kind::object) {
            for (const json::Member& test : TRY(member.value.members()))
                tests.push_back(TRY(parse_test(test, column)));
            continue;
        }
        CellTest test;
        test.column = column;
        test.texts = TRY(texts_of(member.value));
        tests.push_back(std::move(test));
    }
    if (tests.empty()) return object.refuse("a condition needs a column with a test");
    return tests;
}

} // namespace

base::Result<Condition> parse_condition(const json::Value& object, std::string_view key, ColumnNames& names) {
    const auto value = TRY(object.optional_field(key));
    Condition condition;
    if (!value) return condition;
    if (value->kind() != json::Kind::array) {
        condition.push_back(TRY(parse_group(*value, names)));
        return condition;
    }
    for (const json::Value& group : TRY(value->elements()))
        condition.push_back(TRY(parse_group(group, names)));
    if (condition.empty()) return value->refuse("a condition needs a column with a test");
    return condition;
}

} // namespace orderdeck::server::ingest::mapping
