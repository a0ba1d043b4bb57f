#include "server/cli/demo/order_story.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using domain::CommercialState;
using domain::MilestoneCode;

class OrderTeller {
public:
    OrderTeller(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                const std::vector<ShipmentPlan>& shipments)
        : sink_(sink),
          dice_(dice),
          order_(order),
          self_(self),
          shipments_(shipments),
          is_chinese_(order.customer->tongue == Tongue::chinese) {}

    void tell() {
        tell_head();
        const bool is_confirmed = sink_.has_happened(at_house(order_.confirmed_on, 16 * 60 + 20));
        for (std::size_t line = 0; line < order_.lines.size(); ++line)
            tell_line(line, is_confirmed);
        tell_event(MilestoneCode::placed, "", at_house(order_.placed_on, kPlacedAt), System::sales, "");
        tell_event(MilestoneCode::reviewed, "", at_house(order_.reviewed_on, 9 * 60 + 50), System::sales, "");
        if (!is_confirmed) return;
        tell_event(MilestoneCode::confirmed, "", at_house(order_.confirmed_on, 16 * 60 + 20), System::sales,
                   "");
        tell_promises(sink_, order_);
        for (const HoldPlan& hold : order_.holds)
            tell_hold(hold);
    }

private:
    static constexpr int kPlacedAt = 9 * 60 + 12;

    void tell_head() {
        ingest::OrderFact head;
        head.order = order_.number;
        head.customer_reference = order_.reference;
        head.project = order_.project;
        head.placed = at_house(order_.placed_on, kPlacedAt);
        head.currency = domain::Currency::parse(order_.customer->currency).value_or(domain::Currency{});
        head.amount_basis = domain::AmountBasis::net;
        head.flow = order_.flow;
        head.incoterm = std::string(order_.place->incoterm);
        head.incoterm_place = std::string(order_.place->incoterm_place);
        head.ship_to = std::string(order_.place->ship_to);
        head.payment_terms = std::string(order_.customer->payment_terms);
        head.delivery_utc_offset_minutes = order_.customer->utc_offset_minutes;
        const base::Timestamp said = *head.placed->at;
        sink_.add(System::sales, "head", said, 5, std::move(head));
    }

    CommercialState commercial_of(const LinePlan& line, bool is_confirmed) const {
        if (order_.cancelled_on || is_cancelled(line)) return CommercialState::cancelled;
        if (is_confirmed)
            return order_.is_changed ? CommercialState::confirmed_changed : CommercialState::confirmed;
        const bool is_reviewed = sink_.has_happened(at_house(order_.reviewed_on, 9 * 60 + 50));
        return is_reviewed ? CommercialState::reviewed : CommercialState::requested;
    }

    bool is_cancelled(const LinePlan& line) const {
        return line.cancelled_on && sink_.has_happened(at_house(*line.cancelled_on, 14 * 60));
    }

    void tell_line(std::size_t position, bool is_confirmed) {
        const LinePlan& line = order_.lines[position];
        ingest::LineFact fact;
        fact.order = order_.number;
        fact.line = line.number;
        fact.sku = std::string(line.product->sku);
        fact.item = domain::LocalizedText{std::string(line.product->english),
                                          {{"zh-CN", std::string(line.product->chinese)}}};
        fact.customer_reference = line.customer_reference;
        fact.commercial = commercial_of(line, is_confirmed);
        fact.ordered = domain::Quantity::from_units(line.quantity);
        fact.unit = std::string(line.product->unit);
        const auto currency = domain::Currency::parse(order_.customer->currency).value_or(domain::Currency{});
        // Hundredths of CNY over hundredths of CNY per unit, to hundredths of the customer's currency.
        const std::int64_t cents = line.product->price_fen * 100 / order_.customer->fen_per_unit;
        fact.unit_price = domain::Quantity::from_micro(cents * (domain::Quantity::kScale / 100));
        fact.amount_minor =
            domain::multiply(*fact.ordered, *fact.unit_price, currency).value_or(domain::Money{}).minor;
        fact.requested_on = order_.first_promise(position).plus_days(-dice_.between(-2, 6));
        const base::Timestamp placed = *at_house(order_.placed_on, kPlacedAt).at;
        sink_.add(System::sales, line.number + "/line", placed, 5, std::move(fact));
        tell_links(position);
        if (is_cancelled(line) || order_.cancelled_on) return;
        if (line.product->making == Making::to_order && is_confirmed) tell_making(position);
    }

    void tell_links(std::size_t position) {
        for (const ShipmentPlan& shipment : shipments_) {
            if (!sink_.has_happened(shipment.packed)) continue;
            for (const Load& load : shipment.loads) {
                if (load.order != self_ || load.line != position) continue;
                ingest::ShipmentLineFact link;
                link.shipment = shipment.number;
                link.order = order_.number;
                link.line = order_.lines[position].number;
                link.quantity = domain::Quantity::from_units(load.quantity);
                const std::string key = link.line + "/in/" + shipment.number;
                sink_.add(System::warehouse, key, *shipment.packed.at, 6, std::move(link));
            }
        }
    }

    void tell_making(std::size_t position) {
        const LinePlan& line = order_.lines[position];
        tell_event(MilestoneCode::scheduled, line.number, at_house(line.scheduled_on, 8 * 60 + 40),
                   System::production, "");
        // What was made long ago is told by its end alone, as a works archive would.
        const bool is_recent = sink_.until() - *at_house(line.produced_on, 0).at < base::Duration::days(200);
        if (is_recent) {
            tell_event(MilestoneCode::material_ready, line.number,
                       at_house(line.start_on.plus_days(-1), 15 * 60), System::warehouse, "");
            tell_start(line);
        }
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
        if (sink_.has_happened(at_house(line.scheduled_on, 8 * 60 + 40))) tell_forecast(position);
    }

    void tell_start(const LinePlan& line) {
        const domain::Occurrence start = at_house(line.start_on, 8 * 60 + 15);
        if (!sink_.has_happened(start)) return;
        const base::Duration all = *at_house(line.produced_on, 17 * 60).at - *start.at;
        const base::Duration gone = std::min(all, sink_.until() - *start.at);
        const int good =
            static_cast<int>(line.quantity * gone.count() / std::max<std::int64_t>(1, all.count()));
        ingest::MilestoneFact fact = event(MilestoneCode::in_production, line.number, start);
        fact.quantity = domain::Quantity::from_units(std::min(good, line.quantity));
        fact.place = is_chinese_ ? "常州工厂 2 号车间" : "Changzhou works, hall 2";
        sink_.add(System::production, line.number + "/in_production", *start.at + gone, 35, std::move(fact));
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
            fact.forecast = line.planned_produced_on.plus_days(known_days(line));
        }
        sink_.add(System::production, line.number + "/produced", said, 35, std::move(fact));
    }

    /// Days by which the line is known to be later than planned by now.
    int known_days(const LinePlan& line) const {
        int days = 0;
        for (const Delay& delay : line.delays) {
            if (sink_.has_happened(at_house(delay.noticed_on, 10 * 60))) days += delay.days;
        }
        return days;
    }

    /// Production's own view of the delivery, as long as nothing has left; then the carrier's counts.
    void tell_forecast(std::size_t position) {
        const LinePlan& line = order_.lines[position];
        for (const ShipmentPlan& shipment : shipments_) {
            for (const Load& load : shipment.loads) {
                if (load.order == self_ && load.line == position && sink_.has_happened(shipment.shipped))
                    return;
            }
        }
        int days = known_days(line);
        if (order_.despatch != Despatch::as_ready) {
            for (const LinePlan& other : order_.lines)
                days = std::max(days, known_days(other));
        }
        ingest::MilestoneFact fact = event(MilestoneCode::delivered, line.number, {});
        fact.actual.reset();
        fact.forecast = order_.first_promise(position).plus_days(days - (days > 0 ? 0 : 1));
        sink_.add(System::production, line.number + "/delivery",
                  sink_.until() - base::Duration::minutes(dice_.between(40, 600)), 35, std::move(fact));
    }

    void tell_hold(const HoldPlan& hold) {
        const domain::Occurrence since = at_house(hold.since, 10 * 60 + 40);
        if (!sink_.has_happened(since)) return;
        ingest::HoldFact fact;
        fact.order = order_.number;
        if (hold.line) fact.line = order_.lines[*hold.line].number;
        fact.reason = hold.reason;
        fact.owner = hold.owner;
        fact.since = hold.since;
        if (sink_.has_happened(at_house(hold.until, 9 * 60))) fact.until = hold.until;
        const std::string key = fact.line + "/hold/" + std::string(domain::name_of(hold.reason));
        sink_.add(System::sales, key, *since.at, 5, std::move(fact));
    }

    ingest::MilestoneFact event(MilestoneCode code, const std::string& line,
                                const domain::Occurrence& at) const {
        ingest::MilestoneFact fact;
        fact.order = order_.number;
        fact.line = line;
        fact.code = code;
        fact.actual = at;
        return fact;
    }

    void tell_event(MilestoneCode code, const std::string& line, const domain::Occurrence& at, System system,
                    std::string_view note) {
        if (!sink_.has_happened(at)) return;
        ingest::MilestoneFact fact = event(code, line, at);
        fact.note = std::string(note);
        sink_.add(system, line + "/" + std::string(domain::name_of(code)), *at.at,
                  system == System::production ? 35 : 6, std::move(fact));
    }

    FactSink& sink_;
    Dice& dice_;
    const OrderPlan& order_;
    std::size_t self_;
    const std::vector<ShipmentPlan>& shipments_;
    bool is_chinese_;
};

} // namespace

void tell_order(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                const std::vector<ShipmentPlan>& shipments) {
    OrderTeller(sink, dice, order, self, shipments).tell();
}

} // namespace orderdeck::server::cli::demo
