#include "shared/i18n/format_number.h"

#include <string_view>

namespace orderdeck::i18n {
namespace {

/// Groups the digits of a whole number by three.
std::string grouped(const Language& language, std::string_view digits) {
    constexpr std::size_t kGroup = 3;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % kGroup == 0) out += language.raw("number.group");
        out += digits[i];
    }
    return out;
}

/// Localises plain decimal text such as "-1234.50".
std::string localized(const Language& language, std::string_view plain) {
    std::string out;
    if (plain.starts_with('-')) {
        out += language.raw("number.minus");
        plain.remove_prefix(1);
    }
    const std::size_t point = plain.find('.');
    out += grouped(language, plain.substr(0, point));
    if (point != std::string_view::npos) {
        out += language.raw("number.decimal");
        out += plain.substr(point + 1);
    }
    return out;
}

} // namespace

std::string format_integer(const Language& language, std::int64_t value) {
    return localized(language, std::to_string(value));
}

std::string format_signed(const Language& language, std::int64_t value) {
    return value > 0 ? "+" + format_integer(language, value) : format_integer(language, value);
}

std::string format_quantity(const Language& language, domain::Quantity quantity) {
    return localized(language, quantity.to_string());
}

std::string format_money(const Language& language, domain::Money money) {
    const std::string amount = localized(language, money.to_string());
    const std::string_view code = money.currency.code();
    if (const auto symbol = find_message("currency." + std::string(code)))
        return language.text("money.with_symbol", {{"symbol", language.raw(*symbol)}, {"amount", amount}});
    return language.text("money.with_code", {{"code", code}, {"amount", amount}});
}

std::string format_percent(const Language& language, int permille) {
    constexpr int kPermillePerPercent = 10;
    return language.text("number.percent", {{"value", permille / kPermillePerPercent}});
}

} // namespace orderdeck::i18n
