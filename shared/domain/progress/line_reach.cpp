#include "shared/domain/progress/line_reach.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

struct Portion {
    base::LocalDate on;
    Quantity quantity;
};

void keep_earliest(DatesByStage& dates, Stage stage, base::LocalDate on) {
    for (int at = 0; at <= static_cast<int>(stage); ++at) {
        auto& date = dates[static_cast<std::size_t>(at)];
        date = std::min(date.value_or(on), on);
    }
}

std::optional<base::LocalDate> earlier(std::optional<base::LocalDate> left,
                                       std::optional<base::LocalDate> right) {
    return !left || (right && *right < *left) ? right : left;
}

enum class Implied { with_earlier_stages, this_stage_only };

/// The earliest day on which the statements say that all had reached each stage.
DatesByStage statements_about_all(const MilestoneRefs& milestones, Implied implied) {
    DatesByStage dates;
    for (const Milestone* milestone : milestones) {
        const std::optional<Stage> stage = stage_of(milestone->code);
        if (!milestone->actual || !stage || !is_about_all(*milestone)) continue;
        const base::LocalDate on = milestone->actual->on;
        auto& date = dates[static_cast<std::size_t>(*stage)];
        date = earlier(date, on);
        if (implied == Implied::with_earlier_stages) keep_earliest(dates, *stage, on);
    }
    return dates;
}

/// The stage that the line's own counters, operations and commercial state prove for a quantity, as totals.
Quantity counted(const LineFacts& facts, Stage stage, Quantity needed) {
    const Line& line = *facts.line;
    Quantity most;
    const bool confirmed = line.commercial == CommercialState::confirmed ||
                           line.commercial == CommercialState::confirmed_changed;
    const bool reviewed = confirmed || line.commercial == CommercialState::reviewed;
    if ((stage <= Stage::confirmed && confirmed) || (stage <= Stage::reviewed && reviewed)) most = needed;
    if (stage <= Stage::confirmed) most = std::max(most, line.confirmed.value_or(Quantity{}));
    if (stage <= Stage::in_production && facts.work.begun) most = needed;
    if (stage <= Stage::quality_check) most = std::max(most, line.produced);
    if (stage <= Stage::quality_check && !facts.is_reworked) most = std::max(most, facts.work.through);
    if (stage <= Stage::ready) most = std::max(most, line.inspected_good);
    return std::max(most, line.accepted);
}

class ReachBuilder {
public:
    ReachBuilder(const LineFacts& facts, Quantity needed)
        : facts_(facts),
          needed_(needed),
          own_(statements_about_all(facts.own, Implied::with_earlier_stages)),
          own_exactly_(statements_about_all(facts.own, Implied::this_stage_only)),
          order_wide_(statements_about_all(*facts.order_wide, Implied::with_earlier_stages)) {
        for (const ShippedPart& part : facts_.parts) {
            if (part.is_stated) carried_ += part.quantity;
        }
        rest_ = std::max(Quantity{}, needed_ - carried_);
        const auto is_unstated = [](const ShippedPart& part) { return !part.is_stated; };
        has_unstated_ = std::any_of(facts_.parts.begin(), facts_.parts.end(), is_unstated);
        uncarried_ = has_unstated_ ? Quantity{} : rest_;
        sum_by_code();
        if (facts_.work.begun_on) keep_earliest(own_, Stage::in_production, *facts_.work.begun_on);
        if (facts_.work.finished_on && !facts_.is_reworked)
            keep_earliest(own_, Stage::quality_check, *facts_.work.finished_on);
    }

    Reach build() const {
        Reach reach;
        for (int at = kStageCount - 1; at >= 0; --at) {
            const auto stage = static_cast<Stage>(at);
            const auto position = static_cast<std::size_t>(at);
            const Quantity quantity = at_or_beyond(stage);
            reach.quantity[position] = quantity;
            if (quantity >= needed_) {
                reach.full = std::max(reach.full, stage);
                reach.full_on[position] = full_on(stage);
            }
            if (quantity.is_positive() || some_unstated_at(stage)) reach.any = std::max(reach.any, stage);
        }
        return reach;
    }

private:
    void sum_by_code() {
        for (const Milestone* milestone : facts_.own) {
            if (!milestone->actual || is_about_all(*milestone)) continue;
            if (!milestone->quantity->is_positive()) continue;
            stated_[static_cast<std::size_t>(milestone->code)] += *milestone->quantity;
        }
        for (const WayBack& way : kWaysBack)
            take_back(way);
    }

    /// A way back of a part lessens what was stated about the stages that it takes back.
    void take_back(const WayBack& way) {
        const Quantity part = stated_[static_cast<std::size_t>(way.by)];
        if (!part.is_positive() || stage_of(way.by)) return;
        for (std::size_t code = 0; code < stated_.size(); ++code) {
            const std::optional<Stage> stage = stage_of(static_cast<MilestoneCode>(code));
            if (!stage || *stage < way.first || *stage > way.last) continue;
            stated_[code] = std::max(Quantity{}, stated_[code] - part);
        }
    }

    /// The code at or beyond the stage of which the line's milestones state the most.
    std::size_t strongest_code(Stage stage) const {
        std::size_t strongest = 0;
        Quantity most;
        for (std::size_t code = 0; code < stated_.size(); ++code) {
            const std::optional<Stage> proves = stage_of(static_cast<MilestoneCode>(code));
            if (!proves || *proves < stage || stated_[code] <= most) continue;
            strongest = code;
            most = stated_[code];
        }
        return most.is_positive() ? strongest : stated_.size();
    }

    Quantity stated_at(Stage stage) const {
        const std::size_t code = strongest_code(stage);
        return code < stated_.size() ? stated_[code] : Quantity{};
    }

    /// Of several shipments without quantities nobody knows which carries how much: the slowest decides.
    bool all_unstated_at(Stage stage) const {
        return has_unstated_ &&
               std::all_of(facts_.parts.begin(), facts_.parts.end(), [&](const ShippedPart& part) {
                   return part.is_stated || part.shipment->stage >= stage;
               });
    }

    bool some_unstated_at(Stage stage) const {
        return rest_.is_positive() &&
               std::any_of(facts_.parts.begin(), facts_.parts.end(), [&](const ShippedPart& part) {
                   return !part.is_stated && part.shipment->stage >= stage;
               });
    }

    Quantity at_or_beyond(Stage stage) const {
        Quantity shipped;
        for (const ShippedPart& part : facts_.parts) {
            if (part.is_stated && part.shipment->stage >= stage) shipped += part.quantity;
        }
        if (all_unstated_at(stage)) shipped += rest_;
        const Quantity stated = stated_at(stage);
        const Quantity combined = shipped + std::min(stated, uncarried_);
        const Quantity some = std::max({combined, stated, counted(facts_, stage, needed_)});
        const auto position = static_cast<std::size_t>(stage);
        const bool all = stage == Stage::placed || own_[position] || order_wide_[position];
        return all ? std::max(needed_, some) : some;
    }

    std::vector<Portion> shipped_portions(Stage stage) const {
        std::vector<Portion> portions;
        std::optional<base::LocalDate> slowest;
        for (const ShippedPart& part : facts_.parts) {
            const auto on = part.shipment->reached_on[static_cast<std::size_t>(stage)];
            if (!on || part.shipment->stage < stage) continue;
            if (part.is_stated)
                portions.push_back({*on, part.quantity});
            else
                slowest = std::max(slowest.value_or(*on), *on);
        }
        if (slowest && all_unstated_at(stage)) portions.push_back({*slowest, rest_});
        return portions;
    }

    std::vector<Portion> stated_portions(Stage stage) const {
        std::vector<Portion> portions;
        const std::size_t code = strongest_code(stage);
        for (const Milestone* milestone : facts_.own) {
            if (static_cast<std::size_t>(milestone->code) != code || !milestone->actual) continue;
            if (!is_about_all(*milestone)) portions.push_back({milestone->actual->on, *milestone->quantity});
        }
        return portions;
    }

    /// The day on which the portions together reach the quantity.
    static std::optional<base::LocalDate> day_of(std::vector<Portion> portions, Quantity quantity) {
        std::sort(portions.begin(), portions.end(),
                  [](const Portion& a, const Portion& b) { return a.on < b.on; });
        Quantity sum;
        for (const Portion& portion : portions) {
            sum += portion.quantity;
            if (sum >= quantity) return portion.on;
        }
        return std::nullopt;
    }

    std::optional<base::LocalDate> parts_on(Stage stage) const {
        std::vector<Portion> portions = shipped_portions(stage);
        const std::vector<Portion> stated = stated_portions(stage);
        if (const auto day = day_of(stated, needed_)) return day;
        const Quantity beside_shipments = std::min(uncarried_, stated_at(stage));
        if (const auto day = day_of(stated, beside_shipments)) portions.push_back({*day, beside_shipments});
        return day_of(std::move(portions), needed_);
    }

    /// The line's own word about just this stage is the most precise, then what its parts add up to. Otherwise a later
    /// stage or the order bounds the day.
    std::optional<base::LocalDate> full_on(Stage stage) const {
        const auto position = static_cast<std::size_t>(stage);
        if (own_exactly_[position]) return own_exactly_[position];
        const std::optional<base::LocalDate> parts = parts_on(stage);
        if (parts && stage >= Stage::packed) return parts;
        return earlier(earlier(own_[position], order_wide_[position]), parts);
    }

    const LineFacts& facts_;
    Quantity needed_;
    DatesByStage own_;
    DatesByStage own_exactly_;
    DatesByStage order_wide_;
    std::array<Quantity, kMilestoneCodeCount> stated_{};
    Quantity carried_;   // by shipments that say how much
    Quantity rest_;      // not carried by those
    Quantity uncarried_; // by no shipment at all
    bool has_unstated_ = false;
};

} // namespace

bool is_about_all(const Milestone& milestone) {
    // In production the quantity says how much is good so far; all of the line is being made.
    return !milestone.quantity || milestone.code == MilestoneCode::in_production;
}

Reach reach_of(const LineFacts& facts, Quantity needed) { return ReachBuilder(facts, needed).build(); }

} // namespace orderdeck::domain
