#pragma once

#include "shared/domain/summary.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

/// What is to be said about an order or a line beside where it stands; none of them hides or replaces a state.
enum class FlagKind : std::uint8_t { exception, late, on_hold, at_risk, partial, backordered, urgent };
inline constexpr int kFlagKindCount = 7;
std::string_view name_of(FlagKind kind);

struct Flag {
    FlagKind kind = FlagKind::on_hold;
    std::optional<LineId> line; ///< absent: the whole order
    /// A hold's reason, the code of the last move of a late line's promise, or what is wrong with a parcel ("trouble",
    /// "stuck", "silent"); may be empty.
    std::string reason;
    std::optional<base::LocalDate> since; ///< at the delivery place
    Party owner = Party::unknown;         ///< who can do something about it
};

/// The flags that hold at `now`, in the order of FlagKind, then of the lines. `summary` is that of the same records.
std::vector<Flag> flags_of(const OrderRecords& records, const OrderSummary& summary, base::Timestamp now);

} // namespace orderdeck::domain
