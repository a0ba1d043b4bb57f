#include "server/cli/demo/event_teller.h"
#include "server/cli/demo/order_story.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using domain::MilestoneCode;

class MakingTeller : EventTeller {
public:
    MakingTeller(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                 const std::vector<ShipmentPlan>& shipments)
        : EventTeller(sink, order),
          dice_(dice),
          self_(self),
          shipments_(shipments),
          is_chinese_(order.customer->tongue == Tongue::chinese) {}

    void tell_making(std::size_t position) {
        const LinePlan& line = order_.lines[position];
        if (line.product->making == Making::from_stock) {
            if (days_late(position) > 0) tell_forecast(position, System::warehouse);
            return;
        }
        tell_work_order(line);
        tell_event(MilestoneCode::scheduled, line.number, at_house(line.scheduled_on, 8 * 60 + 40),
                   System::production, "");
        tell_event(MilestoneCode::material_ready, line.number, at_house(line.start_on.plus_days(-1), 15 * 60),
                   System::warehouse, "");
        tell_start(line);
        tell_work(sink_, order_, line);
        tell_produced(line);
        const bool has_rework = std::any_of(line.delays.begin(), line.delays.end(), [](const Delay& delay) {
            return delay.slip == Slip::after_inspection;
        });
        if (has_rework) {
            tell_event(MilestoneCode::qc_failed, line.number,
                       at_house(line.produced_on.plus_days(1), 10 * 60 + 5), System::production,
                       is_chinese_ ? "绝缘测试不合格，返工" : "insulation test failed, rework");
        }
        tell_event(
            MilestoneCode::qc_passed, line.number,
            at_house(std::max(line.ready_on, line.produced_on.plus_days(has_rework ? 2 : 0)), 9 * 60 + 30),
            System::production, is_chinese_ ? "出厂检验合格" : "final inspection passed");
        if (sink_.has_happened(at_house(line.scheduled_on, 8 * 60 + 40)))
            tell_forecast(position, System::production);
    }

private:
    /// Production learns of a changed quantity a day later, or never: then its work order stands against the order.
    void tell_work_order(const LinePlan& line) {
        const int first = line.first_quantity > 0 ? line.first_quantity : line.quantity;
        const domain::Occurrence scheduled = at_house(line.scheduled_on, 8 * 60 + 40);
        state_work_order(line, first, scheduled);
        const bool is_forgotten = dice_.chance(40);
        if (first == line.quantity || is_forgotten) return;
        const domain::Occurrence learned = at_house(line.changed_on.plus_days(1), 9 * 60);
        state_work_order(line, line.quantity, *learned.at < *scheduled.at ? scheduled : learned);
    }

    void state_work_order(const LinePlan& line, int quantity, const domain::Occurrence& at) {
        if (!sink_.has_happened(at)) return;
        ingest::LineFact fact;
        fact.order = order_.number;
        fact.line = line.number;
        fact.ordered = domain::Quantity::from_units(quantity);
        sink_.add(System::production, line.number + "/work order/" + std::to_string(quantity), *at.at, 35,
                  std::move(fact));
    }

    /// How much is made is counted by its operations.
    void tell_start(const LinePlan& line) {
        const domain::Occurrence start = at_house(line.start_on, 8 * 60 + 15);
        if (!sink_.has_happened(start)) return;
        ingest::MilestoneFact fact = event(MilestoneCode::in_production, line.number, start);
        fact.place = is_chinese_ ? "常州工厂 2 号车间" : "Changzhou works, hall 2";
        sink_.add(System::production, line.number + "/in_production", *start.at, 35, std::move(fact));
    }

    void tell_produced(const LinePlan& line) {
        const domain::Occurrence end = at_house(line.produced_on, 17 * 60);
        ingest::MilestoneFact fact = event(MilestoneCode::produced, line.number, end);
        fact.planned = line.planned_produced_on;
        base::Timestamp said = *end.at;
        if (!sink_.has_happened(end)) {
            fact.actual.reset();
            said = *at_house(line.scheduled_on, 8 * 60 + 40).at;
            if (!sink_.has_happened(said)) return;
            for (const Delay& delay : line.delays) {
                const base::Timestamp noticed = *at_house(delay.noticed_on, 10 * 60).at;
                if (sink_.has_happened(noticed)) said = std::max(said, noticed);
            }
            fact.forecast = not_past(line.planned_produced_on.plus_days(known_days(line)));
        }
        sink_.add(System::production, line.number + "/produced", said, 35, std::move(fact));
    }

    /// Days by which the line is known to be later than planned by now.
    int known_days(const LinePlan& line) const {
        int days = 0;
        for (const Delay& delay : line.delays) {
            if (sink_.has_happened(at_house(delay.noticed_on, 10 * 60))) days += delay.days;
        }
        const auto position = static_cast<std::size_t>(&line - order_.lines.data());
        for (const HoldPlan& hold : order_.holds) {
            if (hold.line.value_or(position) == position && sink_.has_happened(at_house(hold.since, 11 * 60)))
                days += std::max(0, std::min(hold.until, today()) - hold.since);
        }
        return days;
    }

    /// The same for when it leaves: lines that go together wait for each other.
    int days_late(std::size_t position) const {
        int days = known_days(order_.lines[position]);
        if (order_.despatch == Despatch::as_ready) return days;
        for (const LinePlan& other : order_.lines)
            days = std::max(days, known_days(other));
        return days;
    }

    base::LocalDate today() const { return sink_.until().date_at(base::Duration::minutes(kHouseOffset)); }
    /// Nobody expects yesterday what has not come.
    base::LocalDate not_past(base::LocalDate on) const { return std::max(on, today().plus_days(1)); }

    bool has_left(std::size_t position) const {
        bool is_loaded = false;
        for (const ShipmentPlan& shipment : shipments_) {
            for (const Load& load : shipment.loads) {
                if (load.order != self_ || load.line != position) continue;
                if (!sink_.has_happened(shipment.shipped)) return false;
                is_loaded = true;
            }
        }
        return is_loaded;
    }

    /// The house's own view of the delivery, as long as nothing has left; then the carrier's counts.
    void tell_forecast(std::size_t position, System system) {
        const LinePlan& line = order_.lines[position];
        if (has_left(position)) return;
        const int days = days_late(position);
        ingest::MilestoneFact fact = event(MilestoneCode::delivered, line.number, {});
        fact.actual.reset();
        fact.forecast = not_past(order_.first_promise(position).plus_days(days - (days > 0 ? 0 : 1)));
        const int minutes_ago = system == System::production ? dice_.between(150, 600) : 200;
        sink_.add(system, line.number + "/delivery", sink_.until() - base::Duration::minutes(minutes_ago), 35,
                  std::move(fact));
    }

    Dice& dice_;
    std::size_t self_;
    const std::vector<ShipmentPlan>& shipments_;
    bool is_chinese_;
};

} // namespace

void tell_making(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                 const std::vector<ShipmentPlan>& shipments, std::size_t line) {
    MakingTeller(sink, dice, order, self, shipments).tell_making(line);
}

} // namespace orderdeck::server::cli::demo
