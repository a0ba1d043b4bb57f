#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace orderdeck::domain {

/// How far a quantity of a line has come, in the order of the legal forward transitions.
/// Values are stored and sent: append only.
enum class Stage : std::uint8_t {
    placed = 0,
    reviewed = 1,
    confirmed = 2,
    scheduled = 3,
    in_production = 4,
    quality_check = 5,
    ready = 6,
    packed = 7,
    shipped = 8,
    in_transit = 9,
    customs = 10,
    out_for_delivery = 11,
    delivered = 12,
    accepted = 13,
};
inline constexpr int kStageCount = 14;

/// The six steps that the customer sees on every order, coarser than Stage.
enum class Step : std::uint8_t { placed, confirmed, production, shipped, delivered, accepted };
inline constexpr int kStepCount = 6;
/// The step that a stage belongs to: packed is still production, in transit is shipped.
Step step_of(Stage stage);

/// How a line comes into being; decides which stages it skips.
enum class Flow : std::uint8_t { stock = 0, make_to_order = 1, export_order = 2 };
inline constexpr int kFlowCount = 3;

/// Stable lower-case names ("in_production") for REST, JSON and message ids.
std::string_view name_of(Stage stage);
std::string_view name_of(Step step);
std::string_view name_of(Flow flow);
std::optional<Flow> flow_from(std::string_view name);

/// The independent axes of an order, each the least advanced of its open lines.
enum class CommercialState : std::uint8_t {
    requested,
    reviewed,
    confirmed,
    confirmed_changed,
    rejected,
    cancelled
};
inline constexpr int kCommercialStateCount = 6;
/// Goods that are made: unplanned, scheduled, in_production, quality_check, ready. Goods from stock: from_stock,
/// reserved, ready.
enum class SupplyState : std::uint8_t {
    unplanned,
    scheduled,
    in_production,
    quality_check,
    ready,
    from_stock,
    reserved
};
inline constexpr int kSupplyStateCount = 7;
enum class LogisticsState : std::uint8_t {
    none,
    packed,
    shipped,
    in_transit,
    customs,
    out_for_delivery,
    delivered,
    accepted
};
inline constexpr int kLogisticsStateCount = 8;
enum class BillingState : std::uint8_t {
    not_invoiced,
    partly_invoiced,
    invoiced,
    partly_paid,
    paid,
    credited,
    disputed,
    overpaid
};
inline constexpr int kBillingStateCount = 8;
enum class ReturnState : std::uint8_t { none, requested, approved, in_return, received, inspected, settled };
inline constexpr int kReturnStateCount = 7;

std::string_view name_of(CommercialState state);
std::string_view name_of(SupplyState state);
std::string_view name_of(LogisticsState state);
std::string_view name_of(BillingState state);
std::string_view name_of(ReturnState state);
std::optional<CommercialState> commercial_from(std::string_view name);

} // namespace orderdeck::domain
