#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::client::platform {

/// A few small texts kept on this device, such as theme and language. May forget (private windows, quota): a failed
/// write is not an error, and nothing that matters may live here.
class Settings {
public:
    virtual ~Settings() = default;
    virtual std::optional<std::string> find(std::string_view key) const = 0;
    virtual void store(std::string_view key, std::string_view value) = 0;
    virtual void remove(std::string_view key) = 0;
};

} // namespace orderdeck::client::platform
