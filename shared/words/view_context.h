#pragma once

#include "shared/base/viewer_clock.h"
#include "shared/i18n/format_date.h"
#include "shared/i18n/language.h"

#include <string>

namespace orderdeck::words {

/// What every view needs to put values into words: the language and the viewer's now.
struct ViewContext {
    i18n::Language language;
    base::ViewerClock clock;

    std::string text(i18n::MessageId id, std::initializer_list<i18n::Argument> arguments = {}) const {
        return language.text(id, arguments);
    }
    /// "12 Dec"; the year when it is another one.
    std::string date(base::LocalDate date) const { return i18n::format_date(language, date, clock.today()); }
    /// With its weekday when it is near.
    std::string near_date(base::LocalDate date) const {
        return i18n::format_date(language, date, clock.today(), i18n::DateStyle::with_weekday);
    }
    std::string age(base::Timestamp at) const { return i18n::format_age(language, clock.now - at); }
    std::string instant(base::Timestamp at) const {
        return i18n::format_instant(language, at, clock.offset_at(at), clock.today());
    }
};

} // namespace orderdeck::words
