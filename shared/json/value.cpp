#include <algorithm>

#include "shared/json/node.h"
#include "shared/json/reader.h"

namespace orderdeck::json {
namespace {

constexpr int kMaxDecimals = 9;

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::null: return "null";
    case Kind::boolean: return "a boolean";
    case Kind::integer:
    case Kind::number: return "a number";
    case Kind::string: return "a string";
    case Kind::array: return "an array";
    case Kind::object: return "an object";
    }
    return "null";
}

} // namespace

Kind Value::kind() const { return node_->kind; }

base::Failure<base::Error> Value::refuse(std::string message) const {
    return base::fail(base::ErrorCode::invalid, std::move(message), pointer_);
}

base::Failure<base::Error> Value::wrong_kind(std::string_view expected) const {
    return refuse("expected " + std::string(expected) + ", found " + std::string(name_of(node_->kind)));
}

std::string Value::child(std::string_view name) const {
    std::string pointer = pointer_ + "/";
    for (const char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

const Node* Value::find(std::string_view name) const {
    const auto found = std::find_if(node_->children.begin(), node_->children.end(),
                                    [name](const Node& node) { return node.name == name; });
    return found == node_->children.end() ? nullptr : &*found;
}

base::Result<std::string> Value::string() const {
    if (node_->kind != Kind::string) return wrong_kind("a string");
    return node_->text;
}

base::Result<std::int64_t> Value::int64() const {
    if (node_->kind != Kind::integer) return wrong_kind("a whole number");
    return node_->integer;
}

base::Result<bool> Value::boolean() const {
    if (node_->kind != Kind::boolean) return wrong_kind("true or false");
    return node_->integer != 0;
}

base::Result<base::Decimal> Value::decimal() const {
    if (node_->kind == Kind::integer) return base::Decimal{node_->integer, 0};
    if (node_->kind != Kind::string && node_->kind != Kind::number) return wrong_kind("a decimal");
    auto decimal = base::parse_decimal(node_->text, kMaxDecimals);
    if (!decimal) return refuse(std::move(decimal).error().message);
    return decimal;
}

base::Result<std::string> Value::plain_text() const {
    switch (node_->kind) {
    case Kind::null: return std::string();
    case Kind::boolean: return std::string(node_->integer != 0 ? "true" : "false");
    case Kind::integer: return std::to_string(node_->integer);
    case Kind::number:
    case Kind::string: return node_->text;
    case Kind::array:
    case Kind::object: break;
    }
    return wrong_kind("a text, a number, true, false or null");
}

base::Result<std::vector<Value>> Value::elements() const {
    if (node_->kind != Kind::array) return wrong_kind("an array");
    std::vector<Value> values;
    values.reserve(node_->children.size());
    for (std::size_t i = 0; i < node_->children.size(); ++i) {
        values.push_back(Value(node_->children[i], pointer_ + "/" + std::to_string(i)));
    }
    return values;
}

base::Result<std::vector<Member>> Value::members() const {
    if (node_->kind != Kind::object) return wrong_kind("an object");
    std::vector<Member> members;
    members.reserve(node_->children.size());
    for (const Node& node : node_->children)
        members.push_back({node.name, Value(node, child(node.name))});
    return members;
}

base::Result<Value> Value::field(std::string_view name) const {
    if (node_->kind != Kind::object) return wrong_kind("an object");
    const Node* found = find(name);
    if (found == nullptr) return refuse("the field \"" + std::string(name) + "\" is missing");
    return Value(*found, child(name));
}

base::Result<std::optional<Value>> Value::optional_field(std::string_view name) const {
    if (node_->kind != Kind::object) return wrong_kind("an object");
    const Node* found = find(name);
    if (found == nullptr || found->kind == Kind::null) return std::optional<Value>{};
    return std::optional<Value>{Value(*found, child(name))};
}

base::Result<std::string> Value::string_field(std::string_view name) const {
    return TRY(field(name)).string();
}

base::Result<std::int64_t> Value::int64_field(std::string_view name) const {
    return TRY(field(name)).int64();
}

base::Result<bool> Value::boolean_field(std::string_view name) const { return TRY(field(name)).boolean(); }

base::Result<std::optional<std::string>> Value::optional_string_field(std::string_view name) const {
    const auto found = TRY(optional_field(name));
    if (!found) return std::optional<std::string>{};
    return std::optional<std::string>{TRY(found->string())};
}

base::Result<std::optional<std::int64_t>> Value::optional_int64_field(std::string_view name) const {
    const auto found = TRY(optional_field(name));
    if (!found) return std::optional<std::int64_t>{};
    return std::optional<std::int64_t>{TRY(found->int64())};
}

base::Result<std::vector<std::string>> Value::strings_field(std::string_view name) const {
    const Value list = TRY(field(name));
    std::vector<std::string> strings;
    for (const Value& element : TRY(list.elements()))
        strings.push_back(TRY(element.string()));
    return strings;
}

} // namespace orderdeck::json
