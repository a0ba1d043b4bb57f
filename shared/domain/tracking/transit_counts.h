#pragma once

#include "shared/base/result.h"
#include "shared/base/timestamp.h"
#include "shared/domain/kpi/spread.h"
#include "shared/domain/stage.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace orderdeck::domain {

/// How often each time was seen: from reaching a stage to the delivery, and between two scans. Times are rounded up to
/// whole hours, beyond four days to whole days, so that what is counted stays small however much is. Counts are sums:
/// the order of adding decides nothing, and what was added can be taken away again.
class TransitCounts {
public:
    /// Until delivery from reaching the stage on. Negative times, which clocks that go wrong give, are not counted.
    void add_remaining(Stage stage, base::Duration time);
    void add_gap(base::Duration time);
    void add(const TransitCounts& other) { add(other, 1); }
    void take_away(const TransitCounts& other) { add(other, -1); }
    bool empty() const { return counts_.empty(); }

    /// What remained for those that took longer than `elapsed`, in whole hours from reaching the stage on.
    Spread hours_remaining(Stage stage, base::Duration elapsed) const;
    Spread hours_between_scans() const;

    /// "8:24*3,48*1;g:5*2": by stage, hours and how often. `invalid` for anything else.
    std::string encode() const;
    static base::Result<TransitCounts> decode(std::string_view text);

    friend bool operator==(const TransitCounts&, const TransitCounts&) = default;

private:
    using Key = std::pair<int, std::int64_t>; ///< what is measured, whole hours

    void add(const TransitCounts& other, std::int64_t sign);
    void count(Key key, std::int64_t times);
    base::Result<void> decode_group(std::string_view group);

    std::map<Key, std::int64_t> counts_; ///< none is 0
};

} // namespace orderdeck::domain
