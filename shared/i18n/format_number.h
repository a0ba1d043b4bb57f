#pragma once

#include "shared/domain/money.h"
#include "shared/domain/quantity.h"
#include "shared/i18n/language.h"

#include <cstdint>
#include <string>

namespace orderdeck::i18n {

/// "10,214"; the minus sign is U+2212 where the language wants it.
std::string format_integer(const Language& language, std::int64_t value);
/// "+6", "−2" or "0", for differences.
std::string format_signed(const Language& language, std::int64_t value);
/// The shortest exact form: "24", "1,250.5".
std::string format_quantity(const Language& language, domain::Quantity quantity);
/// With as many decimals as ISO 4217 gives the currency, and its symbol where the language has one: "¥ 482,900.00".
std::string format_money(const Language& language, domain::Money money);
/// Thousandths as whole percent, rounded down so that 100 % means all of it: "80 %".
std::string format_percent(const Language& language, int permille);

} // namespace orderdeck::i18n
