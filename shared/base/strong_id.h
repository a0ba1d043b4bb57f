#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace orderdeck::base {

/// An integer row id that cannot be confused with an id of another kind. Ids are server-issued, positive and below 2^53;
/// 0 means "none".
template <typename Tag>
class StrongId {
public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(std::int64_t value) : value_(value) {}

    constexpr std::int64_t value() const { return value_; }
    constexpr bool is_set() const { return value_ != 0; }

    friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;

private:
    std::int64_t value_ = 0;
};

} // namespace orderdeck::base

template <typename Tag>
struct std::hash<orderdeck::base::StrongId<Tag>> {
    std::size_t operator()(const orderdeck::base::StrongId<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value());
    }
};
