#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"
#include "shared/domain/quantity.h"
#include "shared/domain/stage.h"

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// The customer's timeline. Values are stored and sent: append only.
enum class MilestoneCode : std::uint8_t {
    placed = 0,
    reviewed = 1,
    confirmed = 2,
    deposit_paid = 3,
    scheduled = 4,
    material_ready = 5,
    in_production = 6,
    produced = 7,
    qc_passed = 8,
    qc_failed = 9,
    packed = 10,
    shipped = 11,
    picked_up = 12,
    in_transit = 13,
    export_cleared = 14,
    import_cleared = 15,
    out_for_delivery = 16,
    ready_for_pickup = 17,
    delivered = 18,
    received = 19,
    accepted = 20,
    invoiced = 21,
    paid = 22,
    closed = 23,
    cancelled = 24,
    returned = 25,
    customs_entered = 26,
    unpacked = 27,             ///< packed goods were taken out again
    goods_issue_reversed = 28, ///< the despatch was taken back by a document
    delivery_corrected = 29,   ///< the carrier takes its delivery back
    attempt_failed = 30,
    return_requested = 31,
    return_approved = 32,
    in_return = 33,
    return_inspected = 34, ///< `returned` is when the goods are back
    return_settled = 35,   ///< credited, refunded, repaired or replaced
};
inline constexpr int kMilestoneCodeCount = 36;

std::string_view name_of(MilestoneCode code);
std::optional<MilestoneCode> milestone_code_from(std::string_view name);
/// The stage that a quantity has reached when this milestone is actual; nullopt for facts off the path of
/// goods (paid, invoiced, returned ...).
constexpr std::optional<Stage> stage_of(MilestoneCode code) {
    switch (code) {
    case MilestoneCode::placed: return Stage::placed;
    case MilestoneCode::reviewed: return Stage::reviewed;
    case MilestoneCode::confirmed: return Stage::confirmed;
    case MilestoneCode::scheduled:
    case MilestoneCode::material_ready: return Stage::scheduled;
    case MilestoneCode::in_production: return Stage::in_production;
    case MilestoneCode::produced:
    case MilestoneCode::qc_failed: return Stage::quality_check;
    case MilestoneCode::qc_passed: return Stage::ready;
    case MilestoneCode::packed: return Stage::packed;
    case MilestoneCode::shipped:
    case MilestoneCode::picked_up: return Stage::shipped;
    case MilestoneCode::in_transit:
    case MilestoneCode::attempt_failed:
    case MilestoneCode::export_cleared: return Stage::in_transit;
    case MilestoneCode::customs_entered:
    case MilestoneCode::import_cleared: return Stage::customs;
    case MilestoneCode::out_for_delivery:
    case MilestoneCode::ready_for_pickup: return Stage::out_for_delivery;
    case MilestoneCode::delivered:
    case MilestoneCode::received: return Stage::delivered;
    case MilestoneCode::accepted: return Stage::accepted;
    case MilestoneCode::deposit_paid:
    case MilestoneCode::invoiced:
    case MilestoneCode::paid:
    case MilestoneCode::closed:
    case MilestoneCode::cancelled:
    case MilestoneCode::returned:
    case MilestoneCode::unpacked:
    case MilestoneCode::goods_issue_reversed:
    case MilestoneCode::delivery_corrected:
    case MilestoneCode::return_requested:
    case MilestoneCode::return_approved:
    case MilestoneCode::in_return:
    case MilestoneCode::return_inspected:
    case MilestoneCode::return_settled: return std::nullopt;
    }
    return std::nullopt;
}

/// A day that happened, with the instant where the source gave one. A date without time stays a date at the
/// place of the event; `utc_offset_minutes` is the event's own offset when known.
struct Occurrence {
    base::LocalDate on;
    std::optional<base::Timestamp> at;
    std::optional<int> utc_offset_minutes;
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// One dated fact or plan. Its subject is the shipment where that is set (then `order` and `line` are not, for a
/// shipment may carry several orders), else the line (`order` is its order), else the order. Several rows with
/// one code are several events (scans, part quantities).
struct Milestone {
    MilestoneId id;
    std::optional<OrderId> order;
    std::optional<LineId> line;
    std::optional<ShipmentId> shipment;
    MilestoneCode code = MilestoneCode::placed;
    std::optional<base::LocalDate> planned;  ///< frozen
    std::optional<base::LocalDate> forecast; ///< moving
    std::optional<Occurrence> actual;
    /// How much of the line it is about; absent means all of it. In production: good quantity so far.
    std::optional<Quantity> quantity;
    std::string place;
    std::string note; ///< the source's own words, shown as they are
    SourceId source;
    base::Timestamp received_at;
};

} // namespace orderdeck::domain
