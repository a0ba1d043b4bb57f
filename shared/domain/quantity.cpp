#include "shared/domain/quantity.h"

#include "shared/base/parse_number.h"
#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr int kPlaces = 6;

base::Failure<base::Error> not_a_quantity(std::string_view text) {
    return base::fail(base::ErrorCode::invalid, "\"" + std::string(text.substr(0, 40)) +
                                                    "\" is not a number with at most six decimals");
}

} // namespace

Quantity Quantity::from_units(std::int64_t units) { return Quantity{saturate(Wide{units} * kScale)}; }

base::Result<Quantity> Quantity::parse(std::string_view text) {
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) rest.remove_prefix(1);
    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "0" : rest.substr(point + 1);
    if (whole.empty() || whole.size() > 19 || fraction.empty() || fraction.size() > kPlaces)
        return not_a_quantity(text);
    if (!std::all_of(whole.begin(), whole.end(), base::is_digit)) return not_a_quantity(text);
    if (!std::all_of(fraction.begin(), fraction.end(), base::is_digit)) return not_a_quantity(text);
    Wide micro = 0;
    for (const char digit : whole)
        micro = micro * 10 + (digit - '0');
    for (int place = 0; place < kPlaces; ++place) {
        const auto position = static_cast<std::size_t>(place);
        micro = micro * 10 + (position < fraction.size() ? fraction[position] - '0' : 0);
    }
    if (negative) micro = -micro;
    if (micro != saturate(micro)) return not_a_quantity(text);
    return Quantity{saturate(micro)};
}

std::string Quantity::to_string() const {
    std::string text = base::to_string(base::Decimal{micro_, kPlaces});
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

Quantity operator+(Quantity left, Quantity right) {
    return Quantity{saturate(Wide{left.micro_} + right.micro_)};
}
Quantity operator-(Quantity left, Quantity right) {
    return Quantity{saturate(Wide{left.micro_} - right.micro_)};
}

int permille(Quantity part, Quantity whole) {
    if (!whole.is_positive() || !part.is_positive()) return 0;
    return static_cast<int>(std::min<Wide>(Wide{part.micro()} * 1000 / whole.micro(), 1000));
}

} // namespace orderdeck::domain
