#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"
#include "shared/base/viewer_clock.h"
#include "shared/domain/milestone.h"
#include "shared/i18n/language.h"

#include <span>
#include <string>

namespace orderdeck::i18n {

/// Whether the weekday may stand beside a date that is within two weeks of today.
enum class DateStyle { plain, with_weekday };

/// "12 Dec", "Tue 24 Nov", "6 Jan 2027": the year only when it is not that of `today`.
std::string format_date(const Language& language, base::LocalDate date, base::LocalDate today,
                        DateStyle date_style = DateStyle::plain);
/// "06:12" on a clock that is `utc_offset` ahead of UTC.
std::string format_time(const Language& language, base::Timestamp at, base::Duration utc_offset);
/// "today 06:12", "yesterday 17:40", "21 Nov 17:40".
std::string format_instant(const Language& language, base::Timestamp at, base::Duration utc_offset,
                           base::LocalDate today);
/// The viewer's date and time of an event, and those at its place where the clock there shows something else: "21 Nov
/// 09:36 · 17:36 at the place". A date without time stays a date.
std::string format_occurrence(const Language& language, const domain::Occurrence& occurrence,
                              const base::ViewerClock& clock);
/// "just now", "12 min ago", "2 h ago", "3 days ago", "5 months ago"; ages below zero count as now.
std::string format_age(const Language& language, base::Duration age);
/// "A, B and C".
std::string format_list(const Language& language, std::span<const std::string> parts);

} // namespace orderdeck::i18n
