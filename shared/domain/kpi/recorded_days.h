#pragma once

#include "shared/domain/progress/order_facts.h"

#include <array>
#include <map>
#include <optional>

namespace orderdeck::domain {

using DaysByCode = std::array<std::optional<base::LocalDate>, kMilestoneCodeCount>;

/// The days of the milestones that sources recorded, per line. Unlike Reach it concludes nothing from a later stage:
/// what nobody recorded is missing. Keeps a reference to the facts.
class RecordedDays {
public:
    explicit RecordedDays(const OrderFacts& facts);

    /// When each milestone was there for all of the line: by its own word, else by its parts together, else by the
    /// order's, else when the last of its shipments had it. Work begins with the first piece.
    DaysByCode of_line(std::size_t position) const;

private:
    std::optional<base::LocalDate> in_shipments(const LineFacts& line, std::size_t code) const;

    const OrderFacts& facts_;
    DaysByCode order_wide_;
    std::map<ShipmentId, DaysByCode> shipments_;
};

} // namespace orderdeck::domain
