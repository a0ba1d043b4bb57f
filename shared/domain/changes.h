#pragma once

#include "shared/domain/order_records.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

/// What a customer may want changed in a line that was ordered.
enum class Change : std::uint8_t { quantity, address, date, cancel };
inline constexpr int kChangeCount = 4;

/// `free`: done without asking. `on_request`: somebody must answer. `refused`: too late, only a return helps.
enum class ChangeAnswer : std::uint8_t { free, on_request, refused };
inline constexpr int kChangeAnswerCount = 3;

/// Why a change is not free.
enum class ChangeBar : std::uint8_t {
    none,
    stage_reached,  ///< the goods are at or beyond `stage`
    cut_off_passed, ///< `free_until` is over: `stage` was planned to begin
    shipped,        ///< nothing of the line is left in the house
    cancelled
};
inline constexpr int kChangeBarCount = 5;

std::string_view name_of(Change change);
std::string_view name_of(ChangeAnswer answer);
std::string_view name_of(ChangeBar bar);

struct ChangePermission {
    ChangeAnswer answer = ChangeAnswer::free;
    ChangeBar bar = ChangeBar::none;
    Stage stage = Stage::placed;               ///< whose beginning ends the freedom
    std::optional<base::Timestamp> free_until; ///< when that was planned to begin, at the delivery place
};

/// What may still be changed about one line, in the order of Change.
struct LineChanges {
    LineId line;
    Quantity quantity; ///< what has not left yet: what a change is about
    std::array<ChangePermission, kChangeCount> permissions;
};

/// By the stage set of the order's flow, for each line in the order of `records.lines`.
std::vector<LineChanges> changes_allowed(const OrderRecords& records, base::Timestamp now);

} // namespace orderdeck::domain
