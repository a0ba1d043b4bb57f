#pragma once

#include "shared/domain/order.h"

#include <span>
#include <string_view>

namespace orderdeck::domain {

/// What a delay is about.
enum class ReasonClass : std::uint8_t {
    none,
    agreement, ///< both sides wanted it
    planning,
    supply,
    production,
    quality,
    documents,
    transport,
    customs,
    payment,
    outside, ///< nobody's doing
    earlier, ///< no delay: sooner than planned
    correction
};
inline constexpr int kReasonClassCount = 13;
std::string_view name_of(ReasonClass reason_class);

/// A known reason for moving a promise. Data: assets/reasons.
struct DelayReason {
    std::string_view code;
    ReasonClass reason_class;
    Party party;     ///< who is responsible, unless the source says otherwise
    bool acceptable; ///< a move for this reason makes a new promise to be measured by
    /// As decode_localized reads it; empty where the catalogues have the words ("reason.drawing_change").
    std::string_view words;
};

std::span<const DelayReason> delay_reasons();
/// Null for a code that is not known here; such a code is kept and shown as it is.
const DelayReason* delay_reason(std::string_view code);

} // namespace orderdeck::domain
