#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace orderdeck::json {

/// Bounds of a parse, checked before anything is built.
struct Limits {
    std::size_t max_bytes = 16 * 1024 * 1024;
    std::size_t max_depth = 32;
};

/// Receives a JSON text (RFC 8259) piece by piece. A method that returns false stops the parse; the reason is then the
/// receiver's own.
class Events {
public:
    virtual ~Events() = default;

    virtual bool null() = 0;
    virtual bool boolean(bool value) = 0;
    virtual bool integer(std::int64_t value) = 0;
    /// A number that is not an int64, in the sender's own digits, so that nothing is lost to binary fractions.
    virtual bool number(std::string_view digits) = 0;
    virtual bool string(std::string&& value) = 0;
    virtual bool key(std::string&& name) = 0;
    virtual bool start_object() = 0;
    virtual bool end_object() = 0;
    virtual bool start_array() = 0;
    virtual bool end_array() = 0;
};

/// Feeds a whole text to the receiver. Malformed text gives `invalid` with the byte position in `where`, a text beyond the
/// limits `too_large`. When the receiver stopped it, the result is `invalid` with an empty message.
base::Result<void> parse_events(std::string_view text, Events& events, Limits limits = {});

} // namespace orderdeck::json
