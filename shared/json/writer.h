#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::json {

/// Builds a JSON text (RFC 8259) front to back, without blanks. Commas come by themselves; ill-formed UTF-8 becomes
/// U+FFFD. The caller keeps begin and end in pairs and gives each value of an object a key.
class Writer {
public:
    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);

    Writer& null();
    Writer& value(std::string_view text);
    Writer& value(const char* text) { return value(std::string_view(text)); }
    Writer& value(const std::string& text) { return value(std::string_view(text)); }
    template <std::same_as<bool> Boolean>
    Writer& value(Boolean truth) {
        return literal(truth ? "true" : "false");
    }
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) Writer& value(Integer number) {
        return integer(static_cast<std::int64_t>(number));
    }
    template <typename Inner>
    Writer& value(const std::optional<Inner>& inner) {
        return inner ? value(*inner) : null();
    }

    template <typename Field>
    Writer& field(std::string_view name, const Field& content) {
        return key(name).value(content);
    }

    /// Bytes so far; for page size limits.
    std::size_t size() const { return text_.size(); }
    /// The finished text; the writer is empty afterwards.
    std::string take();

private:
    Writer& integer(std::int64_t number);
    Writer& literal(std::string_view text);
    void separate();

    std::string text_;
    bool comma_ = false;
};

} // namespace orderdeck::json
