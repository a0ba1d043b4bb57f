#include "server/cli/demo/event_teller.h"
#include "server/cli/demo/order_story.h"
#include "server/cli/demo/work_steps.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

constexpr int kLag = 35;
constexpr int kShiftBegins = 8 * 60 + 15;
constexpr int kShiftEnds = 17 * 60;

/// One step of a line's work order with the days on which it is done.
struct PlannedStep {
    const WorkStep* step = nullptr;
    std::string number;
    int minutes = 0;
    base::LocalDate start_on;
    base::LocalDate end_on;
};

/// The steps follow each other through the time of making, each for as long as its share of the planned minutes.
std::vector<PlannedStep> plan_steps(const LinePlan& line) {
    constexpr int kNumbersApart = 10;
    std::vector<PlannedStep> steps;
    int all = 0;
    for (const WorkStep& step : work_steps(*line.product)) {
        const auto number = std::to_string(kNumbersApart * (std::ssize(steps) + 1));
        const int minutes = step.setup_minutes + step.minutes_per_unit * line.quantity;
        steps.push_back({.step = &step, .number = "00" + number, .minutes = minutes});
        all += minutes;
    }
    const int days = std::max(0, line.produced_on - line.start_on);
    std::int64_t done = 0;
    base::LocalDate next = line.start_on;
    for (PlannedStep& step : steps) {
        step.start_on = next;
        done += step.minutes;
        const base::LocalDate end = line.start_on.plus_days(static_cast<int>(days * done / all));
        step.end_on =
            &step == &steps.back() ? line.produced_on : std::clamp(working_day(end), next, line.produced_on);
        next = step.end_on;
    }
    return steps;
}

class WorkTeller : EventTeller {
public:
    WorkTeller(FactSink& sink, const OrderPlan& order, const LinePlan& line)
        : EventTeller(sink, order), line_(line) {}

    void tell() {
        const domain::Occurrence planned = at_house(line_.scheduled_on, 8 * 60 + 40);
        if (!sink_.has_happened(planned)) return;
        for (const PlannedStep& step : plan_steps(line_)) {
            ingest::OperationFact fact = operation(step);
            const bool is_chinese = order_.customer->tongue == Tongue::chinese;
            fact.name = is_chinese ? step.step->chinese : step.step->english;
            fact.planned_minutes = domain::Quantity::from_units(step.minutes);
            add(step, "planned", *planned.at, std::move(fact));
            tell_start(step);
            tell_end(step);
        }
    }

private:
    ingest::OperationFact operation(const PlannedStep& step) const {
        ingest::OperationFact fact;
        fact.order = order_.number;
        fact.line = line_.number;
        // An order is called SO-2026-004176, the work order of its second line WO-2026-004176-20.
        fact.work_order = "WO" + order_.number.substr(2) + "-" + line_.number;
        fact.number = step.number;
        return fact;
    }

    void add(const PlannedStep& step, std::string_view what, base::Timestamp said,
             ingest::OperationFact fact) {
        sink_.add(System::production, line_.number + "/operation/" + step.number + "/" + std::string(what),
                  said, kLag, std::move(fact));
    }

    void tell_start(const PlannedStep& step) {
        const domain::Occurrence start = at_house(step.start_on, kShiftBegins);
        if (!sink_.has_happened(start)) return;
        ingest::OperationFact fact = operation(step);
        fact.started_on = start.on;
        add(step, "started", *start.at, std::move(fact));
    }

    /// Before its end a step has passed on what its time so far was enough for.
    void tell_end(const PlannedStep& step) {
        const base::Timestamp start = *at_house(step.start_on, kShiftBegins).at;
        const domain::Occurrence end = at_house(step.end_on, kShiftEnds);
        ingest::OperationFact fact = operation(step);
        if (sink_.has_happened(end)) {
            fact.good = domain::Quantity::from_units(line_.quantity);
            fact.finished_on = end.on;
            return add(step, "counted", *end.at, std::move(fact));
        }
        // Counted at the end of the last shift, which every export of the day has.
        const base::Timestamp counted = sink_.until() - base::Duration::hours(4);
        const std::int64_t all = (*end.at - start).count();
        if (counted <= start || all <= 0) return;
        const auto good = static_cast<int>(line_.quantity * (counted - start).count() / all);
        fact.good = domain::Quantity::from_units(std::min(good, line_.quantity - 1));
        add(step, "counted", counted, std::move(fact));
    }

    const LinePlan& line_;
};

} // namespace

void tell_work(FactSink& sink, const OrderPlan& order, const LinePlan& line) {
    WorkTeller(sink, order, line).tell();
}

} // namespace orderdeck::server::cli::demo
