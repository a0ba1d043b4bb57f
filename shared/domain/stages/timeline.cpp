#include "shared/domain/timeline.h"

#include "shared/domain/progress/line_reach.h"
#include "shared/domain/progress/order_facts.h"
#include "shared/domain/stage_set.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::domain {
namespace {

using Date = std::optional<base::LocalDate>;
using Progress = TimelineStage::Progress;

void keep_latest(Date& latest, Date candidate) {
    if (candidate && (!latest || *candidate > *latest)) latest = candidate;
}

void keep_latest(std::optional<Occurrence>& latest, const Occurrence& candidate) {
    const auto key = [](const Occurrence& occurrence) {
        const base::Timestamp at = occurrence.at.value_or(base::Timestamp::at_start_of(occurrence.on));
        return std::tuple(at, occurrence.on, occurrence.at.has_value(), occurrence.utc_offset_minutes);
    };
    if (!latest || key(*latest) < key(candidate)) latest = candidate;
}

/// Whether goods that reached the stage must have had this milestone, or only may have had it.
bool is_the_stage_itself(MilestoneCode code, Stage stage) {
    switch (code) {
    case MilestoneCode::material_ready:
    case MilestoneCode::qc_failed:
    case MilestoneCode::picked_up:
    case MilestoneCode::export_cleared:
    case MilestoneCode::import_cleared:
    case MilestoneCode::ready_for_pickup:
    case MilestoneCode::received: return false;
    default: return stage_of(code) == stage;
    }
}

Occurrence day_of(base::LocalDate on) {
    return {.on = on, .at = std::nullopt, .utc_offset_minutes = std::nullopt};
}

/// What the sources say about one milestone of one line.
struct Statement {
    Quantity quantity;
    std::optional<Occurrence> last;

    void add(Quantity part, const Occurrence& occurrence) {
        quantity += part;
        keep_latest(last, occurrence);
    }
};

class StageBuilder {
public:
    StageBuilder(const OrderFacts& facts, StageRule rule)
        : facts_(facts), rule_(rule), stage_(stage_of(rule.code)) {
        entry_.code = rule.code;
        for (const Milestone& milestone : facts.records().milestones) {
            if (milestone.code == rule.code) about_.push_back(&milestone);
        }
        for (const Milestone& milestone : facts.scanned()) {
            if (milestone.code == rule.code) about_.push_back(&milestone);
        }
        std::sort(about_.begin(), about_.end(), happened_before);
    }

    TimelineStage build() {
        int permille_sum = 0;
        for (std::size_t i = 0; i < facts_.lines().size(); ++i) {
            if (!facts_.lines()[i].wholly_cancelled)
                permille_sum += add_line(facts_.lines()[i], facts_.progress()[i]);
        }
        if (entry_.lines_of > 0) entry_.permille = permille_sum / entry_.lines_of;
        add_dates();
        if (rule_.code == MilestoneCode::placed) add_placed();
        if (rule_.code == MilestoneCode::delivered) add_promises();
        finish();
        return entry_;
    }

    bool is_hidden() const {
        const bool is_silent = entry_.permille == 0 || entry_.progress == Progress::skipped;
        return rule_.unrecorded == Unrecorded::hidden && about_.empty() && is_silent;
    }

private:
    Statement statement_about(const LineFacts& line) const {
        Statement said;
        for (const MilestoneRefs* milestones : {&line.own, line.order_wide}) {
            for (const Milestone* milestone : *milestones) {
                if (milestone->code != rule_.code || !milestone->actual) continue;
                said.add(is_about_all(*milestone) ? line.active : *milestone->quantity, *milestone->actual);
            }
        }
        if (rule_.code == MilestoneCode::in_production && line.work.begun_on)
            said.add(line.active, day_of(*line.work.begun_on));
        if (rule_.code == MilestoneCode::produced && line.work.finished_on && !line.is_reworked)
            said.add(line.active, day_of(*line.work.finished_on));
        for (const ShippedPart& part : line.parts) {
            if (const Milestone* scan = scan_of(*part.shipment))
                said.add(part.is_stated ? part.quantity : line.active, *scan->actual);
        }
        return said;
    }

    /// The first such event; money has no place among the events of goods.
    const Milestone* scan_of(const ShipmentFacts& shipment) const {
        for (const Milestone* event : shipment.events) {
            if (event->code == rule_.code) return event;
        }
        if (stage_) return nullptr;
        for (const Milestone* milestone : about_) {
            if (milestone->shipment == shipment.id && milestone->actual) return milestone;
        }
        return nullptr;
    }

    Quantity counted(const LineFacts& line) const {
        const bool is_confirmed = line.line->commercial == CommercialState::confirmed ||
                                  line.line->commercial == CommercialState::confirmed_changed;
        switch (rule_.code) {
        case MilestoneCode::confirmed: return is_confirmed ? line.line->ordered : Quantity{};
        case MilestoneCode::produced: return std::max(line.line->produced, line.work.through);
        case MilestoneCode::accepted: return line.line->accepted;
        case MilestoneCode::invoiced: return line.line->invoiced;
        case MilestoneCode::returned: return line.line->returned;
        default: return {};
        }
    }

    /// How much of the line is there, in thousandths.
    int add_line(const LineFacts& line, const LineProgress& progress) {
        ++entry_.lines_of;
        Statement said = statement_about(line);
        said.quantity = std::max(said.quantity, counted(line));
        const bool is_making = rule_.code == MilestoneCode::in_production;
        if (said.last) keep_latest(entry_.actual, *said.last);
        // Statements about overlapping parts may add up to more than has really come so far.
        const bool is_there = !stage_ || progress.reached >= *stage_;
        if (is_there && said.quantity >= line.active && !is_making) return done();
        const bool itself = stage_ && is_the_stage_itself(rule_.code, *stage_);
        const bool beyond = stage_ && progress.reached > *stage_;
        if (beyond || (itself && !is_making && progress.reached >= *stage_)) {
            if (said.quantity < line.active) infer(line);
            return done();
        }
        if (is_making) return progress.production_permille.value_or(0);
        constexpr int kNotQuiteAll = 999;
        return std::min(kNotQuiteAll, permille(itself ? line.reach.at(*stage_) : said.quantity, line.active));
    }

    int done() {
        constexpr int kWhole = 1000;
        ++entry_.lines_done;
        return kWhole;
    }

    void infer(const LineFacts& line) {
        entry_.inferred = true;
        const Date by = line.reach.on(*stage_);
        if (by) keep_latest(entry_.actual, Occurrence{*by, std::nullopt, std::nullopt});
    }

    void add_dates() {
        const Milestone* newest = nullptr;
        const auto key = [](const Milestone& milestone) {
            return std::pair(milestone.received_at, milestone.id);
        };
        for (const Milestone* milestone : about_) {
            keep_latest(entry_.planned_on, milestone->planned);
            if (!milestone->actual) keep_latest(entry_.forecast_on, milestone->forecast);
            if (newest == nullptr || key(*newest) < key(*milestone)) newest = milestone;
        }
        if (newest == nullptr) return;
        entry_.source = newest->source;
        entry_.received_at = newest->received_at;
    }

    void add_placed() {
        entry_.lines_done = entry_.lines_of;
        entry_.inferred = false;
        if (facts_.records().order.placed) entry_.actual = facts_.records().order.placed;
    }

    /// A delivery is planned by its first promise where no source states another plan.
    void add_promises() {
        Date first;
        for (const LineProgress& line : facts_.progress()) {
            if (line.wholly_cancelled) continue;
            keep_latest(first, line.promised_first_on);
            if (is_open(line)) keep_latest(entry_.forecast_on, expected_on(line));
        }
        if (!entry_.planned_on) entry_.planned_on = first;
    }

    void finish() {
        const bool begun = entry_.permille > 0 || entry_.actual.has_value();
        if (entry_.lines_done == entry_.lines_of && entry_.lines_of > 0) {
            entry_.progress = Progress::done;
            entry_.forecast_on.reset();
        } else if (begun) {
            entry_.progress = Progress::partly;
        }
        if (entry_.inferred && rule_.unrecorded != Unrecorded::inferred && about_.empty()) skip();
        if (entry_.progress != Progress::done) entry_.inferred = false;
        if (!stage_ && rule_.unrecorded == Unrecorded::skipped && about_.empty() && all_have_left()) skip();
    }

    void skip() {
        entry_.progress = Progress::skipped;
        entry_.inferred = false;
        entry_.actual.reset();
    }

    bool all_have_left() const {
        return std::all_of(facts_.progress().begin(), facts_.progress().end(), [](const LineProgress& line) {
            return line.wholly_cancelled || line.reached >= Stage::shipped;
        });
    }

    const OrderFacts& facts_;
    StageRule rule_;
    std::optional<Stage> stage_;
    MilestoneRefs about_;
    TimelineStage entry_;
};

} // namespace

std::vector<TimelineStage> timeline_of(const OrderRecords& records) {
    const OrderFacts facts(records);
    std::vector<TimelineStage> timeline;
    for (const StageRule& rule : stage_set_of(records.order.flow).stages) {
        StageBuilder builder(facts, rule);
        TimelineStage entry = builder.build();
        if (!builder.is_hidden() && entry.lines_of > 0) timeline.push_back(entry);
    }
    return timeline;
}

} // namespace orderdeck::domain
