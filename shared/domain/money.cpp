#include "shared/domain/money.h"

#include "shared/base/parse_number.h"
#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr int kMaxDecimals = 12;

struct MinorUnit {
    std::string_view code;
    int decimals;
};

// ISO 4217, amendment list: every currency whose minor unit is not 1/100.
constexpr MinorUnit kMinorUnits[] = {{"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0},
                                     {"IQD", 3}, {"ISK", 0}, {"JOD", 3}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0},
                                     {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3},
                                     {"UGX", 0}, {"UYI", 0}, {"UYW", 4}, {"VND", 0}, {"VUV", 0}, {"XAF", 0},
                                     {"XOF", 0}, {"XPF", 0}};

constexpr Wide power_of_ten(int exponent) {
    Wide value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return value;
}

base::Result<std::int64_t> in_range(Wide minor) {
    if (minor != saturate(minor)) return base::fail(base::ErrorCode::invalid, "the amount is too large");
    return saturate(minor);
}

} // namespace

base::Result<Currency> Currency::parse(std::string_view code) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), is_capital)) {
        return base::fail(base::ErrorCode::invalid, "\"" + std::string(code.substr(0, 40)) +
                                                        "\" is not a currency code of three capital letters");
    }
    Currency currency;
    std::copy(code.begin(), code.end(), currency.letters_.begin());
    return currency;
}

int Currency::decimals() const {
    for (const MinorUnit& unit : kMinorUnits) {
        if (unit.code == code()) return unit.decimals;
    }
    return 2;
}

base::Result<Money> Money::parse(std::string_view major, Currency currency) {
    const base::Decimal amount = TRY(base::parse_decimal(major, kMaxDecimals));
    const int decimals = currency.decimals();
    const Wide minor = amount.scale <= decimals
                           ? Wide{amount.units} * power_of_ten(decimals - amount.scale)
                           : divide_rounded(Wide{amount.units}, power_of_ten(amount.scale - decimals));
    return Money{TRY(in_range(minor)), currency};
}

std::string Money::to_string() const { return base::to_string(base::Decimal{minor, currency.decimals()}); }

base::Result<Money> add(const Money& left, const Money& right) {
    if (left.currency != right.currency) {
        return base::fail(base::ErrorCode::invalid, "amounts of two currencies cannot be added");
    }
    return Money{TRY(in_range(Wide{left.minor} + right.minor)), left.currency};
}

base::Result<Money> multiply(Quantity quantity, Quantity unit_price, Currency currency) {
    const Wide product = Wide{quantity.micro()} * unit_price.micro();
    return Money{TRY(in_range(divide_rounded(product, power_of_ten(12 - currency.decimals())))), currency};
}

} // namespace orderdeck::domain
