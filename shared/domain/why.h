#pragma once

#include "shared/domain/summary.h"

#include <optional>
#include <vector>

namespace orderdeck::domain {

/// Quantities of one line, derived from its own statements and its shipments.
struct LineProgress {
    LineId line;
    Quantity ordered;
    Quantity cancelled;
    Quantity open; ///< ordered - cancelled - delivered, never below zero
    Quantity produced;
    /// Thousandths of the making that are done: by operations where they are reported, else by good quantity; 1000 only
    /// once all of it is made. nullopt: in production, and nobody says how far.
    std::optional<int> production_permille;
    int operations = 0; ///< of the work on it; 0 when none are reported
    int operations_finished = 0;
    std::string
        operation; ///< the one that is due, in the source's words; empty when none is, or it has no name
    Quantity packed;
    Quantity shipped;
    Quantity delivered;
    Quantity accepted;
    Quantity returned;
    Stage reached = Stage::placed;     ///< by the full uncancelled quantity
    Stage reached_any = Stage::placed; ///< by any quantity
    bool wholly_cancelled = false;
    std::optional<base::LocalDate> promised_first_on;
    std::optional<base::LocalDate> promised_on;
    int promise_moves = 0;
    std::optional<base::LocalDate> forecast_on;
    std::optional<base::LocalDate> delivered_on; ///< when the last unit arrived; set when all has
    /// Whether all of it has reached the point where the order's Incoterm ends our part, and when. Promises are
    /// measured there: an EXW order is on time when it was ready in time.
    bool fulfilled = false;
    std::optional<base::LocalDate> fulfilled_on;
    std::optional<base::LocalDate> fulfilment_forecast_on; ///< while it is open, where a source says so
    bool on_hold = false;
};

/// Derives the quantities of each line, in the order of `records.lines`.
std::vector<LineProgress> line_progress(const OrderRecords& records);

/// How far one shipment is: the worst of its parcels, from its milestones.
struct ShipmentProgress {
    ShipmentId shipment;
    Stage stage = Stage::packed;
    std::optional<Occurrence> since; ///< when it reached that stage
    std::optional<base::LocalDate> expected_on;
    std::optional<UsualDays> usual; ///< while no carrier has said when it comes
};
std::vector<ShipmentProgress> shipment_progress(const OrderRecords& records);

/// One step of the customer's track with what is planned, expected and done.
struct StepState {
    Step step = Step::placed;
    enum class Progress : std::uint8_t { ahead, partly, done, skipped } progress = Progress::ahead;
    int lines_done = 0;
    int lines_of = 0;
    std::optional<base::LocalDate> planned_on;
    std::optional<base::LocalDate> forecast_on;
    std::optional<base::LocalDate> actual_on; ///< the last of it
};
std::array<StepState, kStepCount> steps_of(const OrderRecords& records);

/// One reason in the answer to "why does it say that?", in the order in which a person would tell it.
struct Reason {
    enum class Kind : std::uint8_t {
        line_at_stage, ///< line stands at `stage` with `quantity` of `of`
        line_cancelled,
        line_on_hold, ///< with hold_reason, owner, since
        order_on_hold,
        shipment_at,            ///< shipment stands at `stage` since `on`, place in `text`
        promise_moved,          ///< line's promise went from `from` to `on` because of `text` (party)
        forecast_after_promise, ///< line expected `on`, promised `from`
        blocking_line,          ///< line is expected last, `on`
        delivered_late,         ///< line delivered `on`, promised `from`
        fact_conflict,          ///< the records contradict each other: `text` is the finding's code
    } kind = Kind::line_at_stage;
    std::optional<LineId> line;
    std::optional<ShipmentId> shipment;
    Stage stage = Stage::placed;
    Quantity quantity;
    Quantity of;
    std::optional<base::LocalDate> from;
    std::optional<base::LocalDate> on;
    int days = 0;
    Party party = Party::unknown;
    HoldReason hold_reason = HoldReason::other;
    std::string text;
    std::string text_names; ///< of a promise's reason: its words as encode_translations writes them
    std::optional<SourceId> source;
    std::optional<base::Timestamp> received_at;
};

/// The evidence behind a summary: which lines, which shipment, which source, how old.
std::vector<Reason> explain(const OrderRecords& records);

} // namespace orderdeck::domain
