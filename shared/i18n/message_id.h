#pragma once

#include "shared/i18n/message_keys.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace orderdeck::i18n {

/// Where a key stands in kMessageKeys; kMessageKeys.size() when it is unknown.
constexpr std::size_t message_index(std::string_view key) {
    std::size_t low = 0;
    std::size_t high = kMessageKeys.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (kMessageKeys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < kMessageKeys.size() && kMessageKeys[low] == key ? low : kMessageKeys.size();
}

/// A message of the catalogues, written as its key: text("orders.title"). A key that en.json does not have fails to
/// compile.
class MessageId {
public:
    consteval MessageId(const char* key) : index_(static_cast<std::uint16_t>(message_index(key))) {
        if (index_ >= kMessageKeys.size()) unknown_message_id();
    }
    static constexpr MessageId from_index(std::size_t index) {
        return MessageId(static_cast<std::uint16_t>(index));
    }

    constexpr std::size_t index() const { return index_; }
    constexpr std::string_view key() const { return kMessageKeys[index_]; }
    friend constexpr bool operator==(MessageId left, MessageId right) { return left.index_ == right.index_; }

private:
    constexpr explicit MessageId(std::uint16_t index) : index_(index) {}
    static void unknown_message_id() {} // not constexpr: reaching it is the compile error

    std::uint16_t index_;
};

/// For keys that come from outside the code, such as a currency or a reason code.
constexpr std::optional<MessageId> find_message(std::string_view key) {
    const std::size_t index = message_index(key);
    if (index == kMessageKeys.size()) return std::nullopt;
    return MessageId::from_index(index);
}

} // namespace orderdeck::i18n
