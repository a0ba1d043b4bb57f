#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/parse_number.h"
#include "shared/base/result.h"
#include "shared/json/events.h"

namespace orderdeck::json {

enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

struct Node;
struct Member;

/// A view of one value inside a Document, which must outlive it. Every failure is `invalid` and carries the JSON pointer
/// (RFC 6901) of the value in `where`.
class Value {
public:
    Kind kind() const;
    bool is_null() const { return kind() == Kind::null; }

    base::Result<std::string> string() const;
    base::Result<std::int64_t> int64() const;
    base::Result<bool> boolean() const;
    /// An exact decimal, from a string ("12.50") or from the digits of a number without exponent.
    base::Result<base::Decimal> decimal() const;

    /// A string as it is, a number in its own digits, "true" or "false", nothing for null; refused for arrays and objects.
    base::Result<std::string> plain_text() const;

    base::Result<std::vector<Value>> elements() const;
    /// All fields of an object in the order of the text.
    base::Result<std::vector<Member>> members() const;
    /// A field that must be there (it may be null).
    base::Result<Value> field(std::string_view name) const;
    /// A field that may be absent or null.
    base::Result<std::optional<Value>> optional_field(std::string_view name) const;

    base::Result<std::string> string_field(std::string_view name) const;
    base::Result<std::int64_t> int64_field(std::string_view name) const;
    base::Result<bool> boolean_field(std::string_view name) const;
    base::Result<std::optional<std::string>> optional_string_field(std::string_view name) const;
    base::Result<std::optional<std::int64_t>> optional_int64_field(std::string_view name) const;
    base::Result<std::vector<std::string>> strings_field(std::string_view name) const;

    /// Where this value stands, "/orders/3/id"; empty for the root.
    const std::string& pointer() const { return pointer_; }
    /// A failure about this value, for checks of the caller's own.
    base::Failure<base::Error> refuse(std::string message) const;

private:
    friend class Document;
    Value(const Node& node, std::string pointer) : node_(&node), pointer_(std::move(pointer)) {}
    base::Failure<base::Error> wrong_kind(std::string_view expected) const;
    const Node* find(std::string_view name) const;
    std::string child(std::string_view name) const;

    const Node* node_;
    std::string pointer_;
};

/// One field of an object.
struct Member {
    std::string name;
    Value value;
};

/// A parsed JSON text. Objects that name a field twice are refused.
class Document {
public:
    static base::Result<Document> parse(std::string_view text, Limits limits = {});
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    Value root() const;

private:
    explicit Document(std::unique_ptr<Node> root);
    std::unique_ptr<Node> root_;
};

} // namespace orderdeck::json
