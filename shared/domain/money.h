#pragma once

#include "shared/base/result.h"
#include "shared/domain/quantity.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// An ISO 4217 alphabetic code, "CNY". Unknown codes of three capital letters are accepted with two decimals.
class Currency {
public:
    constexpr Currency() = default;
    static base::Result<Currency> parse(std::string_view code);
    std::string_view code() const { return {letters_.data(), letters_.size()}; }
    /// Decimal places of the minor unit by ISO 4217: 0 (JPY), 2 (CNY), 3 (KWD), 4 (CLF).
    int decimals() const;
    friend constexpr bool operator==(Currency, Currency) = default;

private:
    std::array<char, 3> letters_{'X', 'X', 'X'};
};

/// An amount in minor units of one currency. Adding two currencies is a defect of the caller and refused.
struct Money {
    std::int64_t minor = 0;
    Currency currency;

    /// Reads "551" or "780.34" as major units; more decimals than the currency has are rounded half away
    /// from zero.
    static base::Result<Money> parse(std::string_view major, Currency currency);
    /// Plain decimal text of the major units, "780.34", for machines; people read i18n::format_money.
    std::string to_string() const;

    friend constexpr bool operator==(const Money&, const Money&) = default;
};

/// Sum, or ErrorCode::invalid when the currencies differ or the sum leaves int64.
base::Result<Money> add(const Money& left, const Money& right);
/// quantity x unit price, rounded half away from zero to the currency's minor unit.
base::Result<Money> multiply(Quantity quantity, Quantity unit_price, Currency currency);

} // namespace orderdeck::domain
