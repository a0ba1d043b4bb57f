#include "shared/i18n/plural_rule.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

namespace orderdeck::i18n {
namespace {

/// Takes the text before `separator` off the front.
std::string_view take_until(std::string_view& rest, std::string_view separator) {
    const std::size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + separator.size());
    return base::trim(part);
}

bool in_range(std::string_view range, std::int64_t value) {
    std::string_view rest = range;
    const auto low = base::parse_int(take_until(rest, ".."));
    if (!low) return false;
    if (rest.empty()) return value == *low;
    const auto high = base::parse_int(base::trim(rest));
    return high && value >= *low && value <= *high;
}

/// "n % 10 = 2..4,7" or "n != 1".
bool relation_holds(std::string_view relation, std::int64_t count) {
    const bool negated = relation.find("!=") != std::string_view::npos;
    std::string_view ranges = relation;
    std::string_view operand = take_until(ranges, negated ? "!=" : "=");
    std::int64_t value = count < 0 ? -count : count;
    take_until(operand, "%");
    if (const auto modulus = base::parse_int(base::trim(operand)); modulus && *modulus > 0) value %= *modulus;
    bool found = false;
    while (!ranges.empty())
        found = in_range(take_until(ranges, ","), value) || found;
    return found != negated;
}

bool condition_holds(std::string_view condition, std::int64_t count) {
    while (!condition.empty()) {
        std::string_view conjunction = take_until(condition, " or ");
        bool all = true;
        while (!conjunction.empty())
            all = relation_holds(take_until(conjunction, " and "), count) && all;
        if (all) return true;
    }
    return false;
}

} // namespace

std::string_view plural_category(std::string_view rules, std::int64_t count) {
    while (!rules.empty()) {
        std::string_view condition = take_until(rules, ";");
        const std::string_view category = take_until(condition, ":");
        if (condition_holds(condition, count)) return category;
    }
    return "other";
}

} // namespace orderdeck::i18n
