#pragma once

#include "shared/domain/order_records.h"

#include <string>
#include <vector>

namespace orderdeck::test {

/// One line, derived anew in the slowest way: every single unit of it walks its own way. Works on whole units only and
/// shares no code with shared/domain but the values and the table of stages.
struct OracleLine {
    int ordered = 0;
    int cancelled = 0;
    int wanted = 0; ///< ordered - cancelled
    bool wholly_cancelled = false;
    std::vector<int> units; ///< the stage of every unit that exists, wanted or on top, the foremost first
    std::vector<int>
        places; ///< the same, but with one unit where none is wanted, so that the line is somewhere
    int foremost_guess = -1; ///< the fastest of the shipments that do not say how much they carry

    int at_or_beyond(int stage) const;
    int full() const;
    int any() const;
    bool is_open() const;
    std::string
    partly() const; ///< what part of the units has left, arrived, been accepted; empty if none or all
};

std::vector<OracleLine> derive_by_units(const domain::OrderRecords& records);

/// What the headline must say; `held` and `returned` tell which lines wait and which came back.
std::string headline_by_units(const std::vector<OracleLine>& lines, const std::vector<bool>& held,
                              const std::vector<bool>& returned);

} // namespace orderdeck::test
