#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::server::http {

/// Header fields in the order in which they were added; names compare without regard to ASCII case (RFC 9110, 5.1).
class Headers {
public:
    using Field = std::pair<std::string, std::string>;

    /// Replaces all fields of that name. A value with control characters is dropped whole: no text of a user may
    /// ever start a header line of its own.
    void set(std::string_view name, std::string_view value);
    /// Adds one more field of that name, as Set-Cookie needs; refuses values like `set`.
    void add(std::string_view name, std::string_view value);
    /// The first value of that name; nullopt when there is none.
    std::optional<std::string_view> find(std::string_view name) const;
    /// The first value, or an empty text.
    std::string_view value(std::string_view name) const { return find(name).value_or(std::string_view{}); }
    bool has(std::string_view name) const { return find(name).has_value(); }
    std::size_t count(std::string_view name) const;

    const std::vector<Field>& fields() const { return fields_; }

private:
    std::vector<Field> fields_;
};

} // namespace orderdeck::server::http
