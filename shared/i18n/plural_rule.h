#pragma once

#include <cstdint>
#include <string_view>

namespace orderdeck::i18n {

/// The plural category of a whole number by rules in the syntax of Unicode CLDR (UTS 35, part 3, 5.1), restricted to the
/// operands n and i: "one: i = 1; few: n % 10 = 2..4 and n % 100 != 12..14". The first rule that holds wins, else "other".
std::string_view plural_category(std::string_view rules, std::int64_t count);

} // namespace orderdeck::i18n
