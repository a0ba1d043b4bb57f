#include "tests/shared/domain/unit_oracle.h"

#include <algorithm>
#include <array>
#include <map>

namespace orderdeck::test {
namespace {

using domain::CommercialState;
using domain::Milestone;
using domain::MilestoneCode;

constexpr int kPacked = 7;
constexpr int kShipped = 8;
constexpr int kDelivered = 12;
constexpr int kAccepted = 13;

int whole(domain::Quantity quantity) { return static_cast<int>(quantity.micro() / domain::Quantity::kScale); }

int rank_of(MilestoneCode code) {
    const auto stage = domain::stage_of(code);
    return stage ? static_cast<int>(*stage) : -1;
}

/// The stages that an event takes back, first and last; none: 1, 0.
std::array<int, 2> taken_back_by(MilestoneCode code) {
    switch (code) {
    case MilestoneCode::qc_failed: return {6, 6};
    case MilestoneCode::unpacked: return {7, 7};
    case MilestoneCode::goods_issue_reversed: return {8, 11};
    case MilestoneCode::delivery_corrected: return {12, 13};
    default: return {1, 0};
    }
}

using When = std::array<std::int64_t, 5>;

When when(const Milestone& milestone) {
    std::int64_t at = std::int64_t{milestone.actual->on.days()} * 86'400'000;
    if (milestone.actual->at) at = milestone.actual->at->milliseconds();
    const auto [first, last] = taken_back_by(milestone.code);
    return {at, first <= last ? last : std::max(0, rank_of(milestone.code)), static_cast<int>(milestone.code),
            milestone.received_at.milliseconds(), milestone.id.value()};
}

/// What is made after a failed inspection is made anew.
template <typename IsSame>
bool is_rework(const domain::OrderRecords& records, const Milestone& milestone, IsSame is_same) {
    return milestone.code == MilestoneCode::in_production && milestone.actual &&
           std::any_of(records.milestones.begin(), records.milestones.end(), [&](const Milestone& other) {
               return is_same(other) && other.code == MilestoneCode::qc_failed && other.actual &&
                      !other.quantity && when(other) < when(milestone);
           });
}

/// Whether something later about the same subject takes this back.
template <typename IsSame>
bool is_revoked(const domain::OrderRecords& records, const Milestone& milestone, IsSame is_same) {
    const int rank = rank_of(milestone.code);
    return milestone.actual &&
           std::any_of(records.milestones.begin(), records.milestones.end(), [&](const Milestone& other) {
               if (!is_same(other) || !other.actual || !(when(milestone) < when(other))) return false;
               if (rank == 5 && is_rework(records, other, is_same)) return true;
               const auto [first, last] = taken_back_by(other.code);
               return !other.quantity && rank >= first && rank <= last;
           });
}

/// Walks through the scans of a shipment in time; -1 when it was called off or unpacked.
int shipment_stage(const domain::OrderRecords& records, domain::ShipmentId id) {
    std::map<When, int> scans;
    std::map<When, bool> packings;
    bool called_off = false;
    const auto is_same = [id](const Milestone& other) { return other.shipment == id; };
    for (const Milestone& milestone : records.milestones) {
        if (milestone.shipment != id || !milestone.actual) continue;
        if (milestone.code == MilestoneCode::cancelled) called_off = true;
        if (milestone.code == MilestoneCode::packed || milestone.code == MilestoneCode::unpacked)
            packings[when(milestone)] = milestone.code == MilestoneCode::packed;
        if (is_revoked(records, milestone, is_same)) continue;
        if (rank_of(milestone.code) >= 0) scans[when(milestone)] = rank_of(milestone.code);
    }
    if (!packings.empty() && !packings.rbegin()->second) called_off = true;
    int stage = kPacked;
    for (const auto& [at, scan] : scans) {
        const bool moving = stage >= 9 && stage <= 11 && scan >= 9 && scan <= 11;
        if (moving || scan > stage) stage = scan;
    }
    return called_off && stage < kShipped ? -1 : stage;
}

/// Raises the foremost units, so that at least `count` of them stand at or beyond the stage.
void raise(std::vector<int>& units, int count, int stage) {
    std::sort(units.rbegin(), units.rend());
    while (static_cast<int>(units.size()) < count)
        units.push_back(0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        units[i] = std::max(units[i], stage);
    std::sort(units.rbegin(), units.rend());
}

class LineWalk {
public:
    LineWalk(const domain::OrderRecords& records, const domain::Line& line)
        : records_(records), line_(line) {}

    OracleLine walk() const {
        OracleLine result;
        result.ordered = whole(line_.ordered);
        result.cancelled =
            std::min(result.ordered, std::max(whole(line_.cancelled), sum(MilestoneCode::cancelled)));
        fill(result);
        const bool left = result.any() >= kShipped;
        if (is_called_cancelled()) {
            const int gone = left ? std::min(result.ordered, result.at_or_beyond(kShipped)) : 0;
            result.cancelled = std::max(result.cancelled, result.ordered - gone);
            fill(result);
            if (!left) result.wholly_cancelled = true;
        }
        if (result.ordered > 0 && result.wanted == 0) result.wholly_cancelled = true;
        return result;
    }

private:
    void fill(OracleLine& result) const {
        result.wanted = result.ordered - result.cancelled;
        result.units = walk_units(result.wanted, result.foremost_guess);
        result.places = walk_units(std::max(1, result.wanted), result.foremost_guess);
    }

    bool is_mine(const Milestone& milestone) const {
        return !milestone.shipment && milestone.line == line_.id;
    }
    static bool is_everyones(const Milestone& milestone) {
        return !milestone.shipment && !milestone.line && !milestone.quantity;
    }
    bool is_about_all(const Milestone& milestone) const {
        if (is_everyones(milestone)) return true;
        return is_mine(milestone) && (!milestone.quantity || milestone.code == MilestoneCode::in_production);
    }

    int sum(MilestoneCode code) const {
        int total = 0;
        for (const Milestone& milestone : records_.milestones) {
            if (!is_mine(milestone) || !milestone.actual || milestone.code != code) continue;
            if (is_revoked(milestone)) continue;
            if (milestone.quantity) total += whole(*milestone.quantity);
        }
        return total;
    }

    bool is_called_cancelled() const {
        const CommercialState state = line_.commercial;
        if (state == CommercialState::cancelled || state == CommercialState::rejected) return true;
        return std::any_of(records_.milestones.begin(), records_.milestones.end(),
                           [&](const Milestone& milestone) {
                               return is_about_all(milestone) && milestone.actual &&
                                      milestone.code == MilestoneCode::cancelled;
                           });
    }

    bool is_revoked(const Milestone& milestone) const {
        return test::is_revoked(records_, milestone, [&](const Milestone& other) {
            return is_mine(milestone) ? is_mine(other) : is_everyones(other);
        });
    }

    /// What is stated about a part, less what was taken back of it.
    int part_sum(MilestoneCode code) const {
        int back = 0;
        for (const MilestoneCode by : {MilestoneCode::unpacked, MilestoneCode::goods_issue_reversed,
                                       MilestoneCode::delivery_corrected}) {
            const auto [first, last] = taken_back_by(by);
            if (rank_of(code) >= first && rank_of(code) <= last) back += sum(by);
        }
        return std::max(0, sum(code) - back);
    }

    std::vector<int> walk_units(int slots, int& guess) const {
        std::vector<int> units;
        std::vector<int> unstated;
        for (const domain::ShipmentLine& link : records_.shipment_lines) {
            const int stage = link.line == line_.id ? shipment_stage(records_, link.shipment) : -1;
            if (stage < 0) continue;
            if (whole(link.quantity) == 0) unstated.push_back(stage);
            for (int i = 0; i < whole(link.quantity); ++i)
                units.push_back(stage);
        }
        const int rest = std::max(0, slots - static_cast<int>(units.size()));
        guess = -1;
        if (!unstated.empty() && rest > 0) {
            guess = *std::max_element(unstated.begin(), unstated.end());
            units.insert(units.end(), static_cast<std::size_t>(rest),
                         *std::min_element(unstated.begin(), unstated.end()));
        }
        std::vector<int> beside(unstated.empty() ? static_cast<std::size_t>(rest) : 0, 0);
        raise_stated(beside, static_cast<int>(beside.size()));
        units.insert(units.end(), beside.begin(), beside.end());
        raise_stated(units, 1000);
        raise_counted(units, slots);
        for (const Milestone& milestone : records_.milestones) {
            if (!is_about_all(milestone) || !milestone.actual || rank_of(milestone.code) < 0) continue;
            if (!is_revoked(milestone)) raise(units, slots, rank_of(milestone.code));
        }
        return units;
    }

    void raise_stated(std::vector<int>& units, int at_most) const {
        for (int i = 0; i < domain::kMilestoneCodeCount; ++i) {
            const auto code = static_cast<MilestoneCode>(i);
            if (rank_of(code) < 0 || code == MilestoneCode::in_production) continue;
            raise(units, std::min(at_most, part_sum(code)), rank_of(code));
        }
    }

    void raise_counted(std::vector<int>& units, int slots) const {
        const CommercialState state = line_.commercial;
        if (state == CommercialState::reviewed) raise(units, slots, 1);
        if (state == CommercialState::confirmed || state == CommercialState::confirmed_changed)
            raise(units, slots, 2);
        if (line_.confirmed) raise(units, whole(*line_.confirmed), 2);
        raise(units, whole(line_.produced), 5);
        raise(units, whole(line_.inspected_good), 6);
        raise(units, whole(line_.accepted), kAccepted);
    }

    const domain::OrderRecords& records_;
    const domain::Line& line_;
};

} // namespace

int OracleLine::at_or_beyond(int stage) const {
    return static_cast<int>(
        std::count_if(units.begin(), units.end(), [stage](int at) { return at >= stage; }));
}

int OracleLine::full() const { return places[static_cast<std::size_t>(std::max(1, wanted)) - 1]; }
int OracleLine::any() const { return std::max(places.front(), foremost_guess); }
std::string OracleLine::partly() const {
    const std::array<int, 4> stages{kShipped, kDelivered, kAccepted, kAccepted + 1};
    for (std::size_t i = 0; i + 1 < stages.size(); ++i) {
        const int there = at_or_beyond(stages[i]);
        if (full() >= stages[i] || there == 0 || there >= wanted) continue;
        return std::to_string(there) + " of " + std::to_string(wanted) + " units at " +
               std::to_string(stages[i]) + ", beyond " + std::to_string(at_or_beyond(stages[i + 1]));
    }
    return {};
}
bool OracleLine::is_open() const { return !wholly_cancelled && full() < kDelivered; }

std::vector<OracleLine> derive_by_units(const domain::OrderRecords& records) {
    std::vector<OracleLine> lines;
    for (const domain::Line& line : records.lines)
        lines.push_back(LineWalk(records, line).walk());
    return lines;
}

std::string headline_by_units(const std::vector<OracleLine>& lines, const std::vector<bool>& held,
                              const std::vector<bool>& returned) {
    if (lines.empty()) return "empty";
    int wanted = 0;
    int open = 0;
    int waiting = 0;
    int back = 0;
    int low = kAccepted;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].wholly_cancelled) continue;
        ++wanted;
        low = std::min(low, lines[i].full());
        if (lines[i].is_open()) ++open;
        if (lines[i].is_open() && held[i]) ++waiting;
        if (returned[i]) ++back;
    }
    const std::string of = " of " + std::to_string(wanted);
    if (wanted == 0) return "cancelled";
    if (open > 0 && open == waiting) return "on hold " + std::to_string(waiting) + of;
    if (open == 0 && back > 0) return "returned " + std::to_string(back) + of;
    for (const int stage : {kShipped, kDelivered, kAccepted}) {
        const auto count = std::count_if(lines.begin(), lines.end(), [stage](const OracleLine& line) {
            return !line.wholly_cancelled && line.full() >= stage;
        });
        if (count > 0 && count < wanted) return std::to_string(count) + of + " at " + std::to_string(stage);
    }
    for (const OracleLine& line : lines) {
        if (!line.wholly_cancelled && wanted == 1 && !line.partly().empty()) return line.partly();
    }
    return "all at " + std::to_string(low);
}

} // namespace orderdeck::test
