#pragma once

#include "shared/domain/kpi/outcome.h"
#include "shared/domain/kpi/spread.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

/// Days before and after the promised date that still count as on time (W- and W+). Unlimited: kAnyEarliness.
struct OnTimeWindow {
    int early_days = 1'000'000;
    int late_days = 0;
    friend bool operator==(const OnTimeWindow&, const OnTimeWindow&) = default;
};
inline constexpr int kAnyEarliness = OnTimeWindow{}.early_days;
std::string name_of(const OnTimeWindow& window); ///< "-14+7", "any+0"

/// What a figure measures; docs/figures.md defines each with its population, exclusions and standard.
enum class FigureKind : std::uint8_t {
    on_time,
    otif,
    fill_lines,
    fill_units,
    cycle_time,
    stage_time,
    promise_accuracy,
    promise_stability,
    complaint_free,
    perfect_order,
    open_value,
};
inline constexpr int kFigureKindCount = 11;
std::string_view name_of(FigureKind kind);

/// What is counted: one of the population for each.
enum class FigureLevel : std::uint8_t { line, order };
std::string_view name_of(FigureLevel level);

/// One figure with everything that decides its number. Members that its kind does not use keep their defaults.
struct FigureDefinition {
    FigureKind kind = FigureKind::on_time;
    FigureLevel level = FigureLevel::line;
    PromiseBasis basis = PromiseBasis::last_confirmed;
    OnTimeWindow window;
    MilestoneCode from = MilestoneCode::placed; ///< stage_time
    MilestoneCode to = MilestoneCode::delivered;
    friend bool operator==(const FigureDefinition&, const FigureDefinition&) = default;
};

/// Unique and stable: "otif.order.first_confirmed.-14+7" ("any" for any earliness), "stage_time.shipped.delivered".
std::string name_of(const FigureDefinition& definition);

/// What became of one line or order in one figure: a class of its population, or why it is not in it.
enum class Verdict : std::uint8_t {
    met,
    early,         ///< in full, before the window
    late,          ///< on_time: not complete within the window
    late_in_full,  ///< complete, after the window
    on_time_short, ///< some within the window, never complete
    late_short,    ///< nothing within the window, not complete
    partly,        ///< the first shipment did not bring all
    moved,         ///< its promise was moved
    troubled,      ///< goods came back, or were short, refused, damaged, lost
    undocumented,  ///< a required paper was not there with the goods, or the bill was refused or questioned
    measured,      ///< has a value: days or an amount
    // From here on: left out.
    cancelled,
    framework, ///< a framework contract is not delivered itself
    no_lines,
    no_date,       ///< the basis gives no date
    window_open,   ///< the window has not closed yet
    settling,      ///< it has, but there is still time to complain
    not_shipped,   ///< or nobody said on which day
    not_delivered, ///< not completely
    not_placed,    ///< nobody said when it was ordered
    not_recorded,  ///< one of the two milestones is missing
    not_open,      ///< nothing is left to deliver
    no_price,
};
inline constexpr int kVerdictCount = 23;
std::string_view name_of(Verdict verdict);
constexpr bool is_counted(Verdict verdict) { return verdict < Verdict::cancelled; }
/// All that can be said about a row of such a figure: first the classes of its population, then what is left out.
std::span<const Verdict> verdicts_of(FigureKind kind);

/// One line, or with `line` absent one order, behind a figure.
struct FigureRow {
    OrderId order;
    std::optional<LineId> line;
    Verdict verdict = Verdict::measured;
    /// Days (on_time, otif: from the promised date to the delivery); fill: millionths shipped first; stability: moves;
    /// open_value: minor units.
    std::optional<std::int64_t> value;
    std::int64_t of = 0; ///< fill: millionths wanted
};

/// Money still to be delivered, of one currency and one meaning of "amount".
struct OpenValue {
    Currency currency;
    AmountBasis basis = AmountBasis::unstated;
    std::int64_t minor = 0;
    std::int64_t lines = 0;
};

enum class KeepRows : std::uint8_t { no, yes };

/// One figure's number, which is nothing but the count of its rows.
class Figure {
public:
    explicit Figure(const FigureDefinition& definition, KeepRows keep = KeepRows::no)
        : definition_(definition), keep_(keep) {}

    void add(const FigureRow& row);
    void add_open_value(Currency currency, AmountBasis basis, std::int64_t minor);

    const FigureDefinition& definition() const { return definition_; }
    std::int64_t count(Verdict verdict) const { return counts_[static_cast<std::size_t>(verdict)]; }
    /// Shares: the numerator. Lines or orders; of fill_units millionths of units.
    std::int64_t met() const;
    /// Lines or orders that the figure speaks about; of fill_units the millionths that were wanted.
    std::int64_t population() const;
    const Spread& spread() const { return spread_; } ///< of the values of what was measured
    const std::vector<OpenValue>& open_values() const { return open_; } ///< by currency and basis
    const std::vector<FigureRow>& rows() const { return rows_; }        ///< with what was left out; when kept

private:
    FigureDefinition definition_;
    KeepRows keep_;
    std::array<std::int64_t, kVerdictCount> counts_{};
    Spread spread_;
    Quantity part_;
    Quantity whole_;
    std::vector<OpenValue> open_;
    std::vector<FigureRow> rows_;
};

} // namespace orderdeck::domain
