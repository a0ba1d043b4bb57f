#pragma once

#include "shared/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// An exact decimal number with six places, used for quantities and unit prices; never a float.
/// Range +-9.2e12. Arithmetic saturates at the range's ends instead of wrapping.
class Quantity {
public:
    static constexpr std::int64_t kScale = 1'000'000;

    constexpr Quantity() = default;
    /// From millionths, the form in which it is stored and sent.
    static constexpr Quantity from_micro(std::int64_t micro) { return Quantity{micro}; }
    /// A whole number of units.
    static Quantity from_units(std::int64_t units);
    /// Reads plain decimals such as "12", "-0.5", "1234.250000"; more than six places, exponents,
    /// separators and blanks are refused with ErrorCode::invalid.
    static base::Result<Quantity> parse(std::string_view text);

    constexpr std::int64_t micro() const { return micro_; }
    constexpr bool is_zero() const { return micro_ == 0; }
    constexpr bool is_positive() const { return micro_ > 0; }
    /// Shortest exact decimal text, "24" or "0.25".
    std::string to_string() const;

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend Quantity operator+(Quantity left, Quantity right);
    friend Quantity operator-(Quantity left, Quantity right);
    Quantity& operator+=(Quantity other) { return *this = *this + other; }
    Quantity& operator-=(Quantity other) { return *this = *this - other; }

private:
    constexpr explicit Quantity(std::int64_t micro) : micro_(micro) {}
    std::int64_t micro_ = 0;
};

/// part / whole in thousandths, 0 to 1000, rounded down; 0 when whole is not positive.
int permille(Quantity part, Quantity whole);

} // namespace orderdeck::domain
