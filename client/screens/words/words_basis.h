#pragma once

#include "client/screens/words/words.h"

#include <cstdint>
#include <string>

namespace orderdeck::client::screens {

/// What all words that were written for a reader depend on besides the records: while it is the same, they stay true.
struct WordsBasis {
    std::string language;
    std::int64_t minute = 0;
    base::LocalDate today;
    std::int64_t offset = 0; ///< of the viewer's clock, ms

    static WordsBasis of(const ViewContext& context) {
        constexpr std::int64_t kMinute = 60'000;
        return {std::string(context.language.tag()), context.clock.now.milliseconds() / kMinute,
                context.clock.today(), context.clock.offset_at(context.clock.now).count()};
    }
    friend bool operator==(const WordsBasis&, const WordsBasis&) = default;
};

} // namespace orderdeck::client::screens
