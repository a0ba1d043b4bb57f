#include "server/ingest/mapping/rows/plain_number.h"

#include "shared/base/text.h"

#include <array>

namespace orderdeck::server::ingest::mapping {
namespace {

/// No-break, narrow no-break and thin blanks.
constexpr std::array<std::string_view, 3> kOtherBlanks = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
constexpr std::string_view kMinus = "\xE2\x88\x92";

/// Removes what begins here and only groups digits; 0 when nothing does.
std::size_t grouping_length(std::string_view text, char grouping) {
    if (grouping == '\0') return 0;
    if (text.front() == grouping) return 1;
    if (grouping != ' ') return 0;
    for (const std::string_view blank : kOtherBlanks) {
        if (text.starts_with(blank)) return blank.size();
    }
    return 0;
}

} // namespace

std::string negated(std::string number) {
    if (number.starts_with('-')) return number.substr(1);
    if (number.starts_with('+')) number.erase(0, 1);
    return "-" + number;
}

std::string plain_number(std::string_view text, char decimal_point, char grouping) {
    const bool is_in_brackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
    if (is_in_brackets) text = text.substr(1, text.size() - 2);
    const bool has_sign_behind = text.size() > 1 && text.back() == '-' && text.front() != '-';
    if (has_sign_behind) text = base::trim(text.substr(0, text.size() - 1));
    std::string plain;
    while (!text.empty()) {
        if (const std::size_t skipped = grouping_length(text, grouping); skipped != 0) {
            text.remove_prefix(skipped);
            continue;
        }
        const bool is_minus = text.starts_with(kMinus);
        plain += is_minus ? '-' : text.front() == decimal_point ? '.' : text.front();
        text.remove_prefix(is_minus ? kMinus.size() : 1);
    }
    return is_in_brackets || has_sign_behind ? negated(std::move(plain)) : plain;
}

} // namespace orderdeck::server::ingest::mapping
