#include "shared/domain/line_number.h"

#include "shared/base/parse_number.h"

namespace orderdeck::domain {
namespace {

/// Takes the digits at the front of `text`, without leading zeros.
std::string_view take_digits(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && base::is_digit(text[length]))
        ++length;
    std::string_view digits = text.substr(0, length);
    text.remove_prefix(length);
    while (digits.size() > 1 && digits.front() == '0')
        digits.remove_prefix(1);
    return digits;
}

int compare_numbers(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

} // namespace

bool line_number_before(std::string_view left, std::string_view right) {
    std::string_view a = left;
    std::string_view b = right;
    while (!a.empty() && !b.empty()) {
        if (base::is_digit(a.front()) && base::is_digit(b.front())) {
            const int order = compare_numbers(take_digits(a), take_digits(b));
            if (order != 0) return order < 0;
            continue;
        }
        if (a.front() != b.front()) return a.front() < b.front();
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() != b.empty()) return a.empty();
    return left < right;
}

} // namespace orderdeck::domain
