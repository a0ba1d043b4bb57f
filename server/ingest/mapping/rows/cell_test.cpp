#include "server/ingest/mapping/rows/cell_test.h"

#include "server/ingest/mapping/rows/plain_number.h"
#include "server/ingest/mapping/rows/row_cells.h"
#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {
namespace {

bool any(const std::vector<std::string>& texts, auto test) {
    return std::any_of(texts.begin(), texts.end(), test);
}

} // namespace

namespace {

/// After a mismatch the last star takes one character more: linear in practice, quadratic at worst.
template <typename Fits>
bool fits_pattern(std::string_view text, std::string_view pattern, Fits fits) {
    std::size_t at = 0;
    std::size_t wanted = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resumed = 0;
    while (at < text.size()) {
        if (wanted < pattern.size() && pattern[wanted] == '*') {
            star = wanted++;
            resumed = at;
        } else if (wanted < pattern.size() && fits(text[at], pattern[wanted])) {
            ++at;
            ++wanted;
        } else if (star != std::string_view::npos) {
            wanted = star + 1;
            at = ++resumed;
        } else {
            return false;
        }
    }
    while (wanted < pattern.size() && pattern[wanted] == '*')
        ++wanted;
    return wanted == pattern.size();
}

} // namespace

bool is_like(std::string_view text, std::string_view pattern) {
    return fits_pattern(text, pattern, [](char c, char wanted) {
        return wanted == '#' ? base::is_digit(c) : wanted == '?' || c == wanted;
    });
}

bool fits_stars(std::string_view text, std::string_view pattern) {
    return fits_pattern(text, pattern, [](char c, char wanted) { return c == wanted; });
}

bool RowCells::holds(const CellTest& test) const {
    const std::string_view text = base::trim(row_.cells[test.column]);
    const auto is_number_where = [&](auto compare) {
        const auto number = domain::Quantity::parse(
            plain_number(text, context_.mapping.decimal_point, context_.mapping.grouping));
        return number.has_value() && compare(*number);
    };
    switch (test.kind) {
    case CellTest::Kind::is: return any(test.texts, [&](const std::string& word) { return word == text; });
    case CellTest::Kind::starts_with:
        return any(test.texts, [&](const std::string& begin) { return text.starts_with(begin); });
    case CellTest::Kind::like:
        return any(test.texts, [&](const std::string& pattern) { return is_like(text, pattern); });
    case CellTest::Kind::empty: return text.empty() || means_nothing(test.column, text);
    case CellTest::Kind::below:
        return is_number_where([&](domain::Quantity number) { return number < test.number; });
    case CellTest::Kind::above:
        return is_number_where([&](domain::Quantity number) { return number > test.number; });
    }
    return false;
}

bool RowCells::holds(const Condition& condition) const {
    if (condition.empty()) return true;
    return std::any_of(condition.begin(), condition.end(), [this](const std::vector<CellTest>& tests) {
        return std::all_of(tests.begin(), tests.end(),
                           [this](const CellTest& test) { return holds(test) != test.is_negated; });
    });
}

} // namespace orderdeck::server::ingest::mapping
