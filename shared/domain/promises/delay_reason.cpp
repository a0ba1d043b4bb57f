#include "shared/domain/delay_reason.h"

#include "shared/domain/delay_reason_table.h"
#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kReasonClassCount> kClasses{
    "none",      "agreement", "planning", "supply",  "production", "quality",   "documents",
    "transport", "customs",   "payment",  "outside", "earlier",    "correction"};

} // namespace

std::string_view name_of(ReasonClass reason_class) { return name_in(kClasses, reason_class); }

std::span<const DelayReason> delay_reasons() { return kDelayReasons; }

const DelayReason* delay_reason(std::string_view code) {
    for (const DelayReason& reason : kDelayReasons) {
        if (reason.code == code) return &reason;
    }
    return nullptr;
}

} // namespace orderdeck::domain
