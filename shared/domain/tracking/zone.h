#pragma once

#include "shared/base/local_date.h"

#include <optional>
#include <string_view>

namespace orderdeck::domain {

/// The offset from UTC in minutes of a clock in this country at this local time, for countries with one zone: fixed, or
/// with the summer time of the European Union. Nullopt for others (such as US, CA, AU, BR, RU): their zone is not known
/// from the country. `country` is an ISO 3166 code of two or three letters in any case.
std::optional<int> utc_offset_in(std::string_view country, base::LocalDate day, int minute_of_day);

} // namespace orderdeck::domain
