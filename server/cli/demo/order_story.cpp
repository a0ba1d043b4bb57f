#include "server/cli/demo/order_story.h"
#include "server/cli/demo/event_teller.h"
#include "server/cli/demo/place_clock.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using domain::CommercialState;
using domain::MilestoneCode;

class OrderTeller : EventTeller {
public:
    OrderTeller(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                const std::vector<ShipmentPlan>& shipments)
        : EventTeller(sink, order), dice_(dice), self_(self), shipments_(shipments) {}

    void tell() {
        tell_head();
        const bool is_confirmed = sink_.has_happened(at_house(order_.confirmed_on, 16 * 60 + 20));
        for (std::size_t line = 0; line < order_.lines.size(); ++line)
            tell_line(line, is_confirmed);
        tell_relations();
        if (!order_.is_archived) tell_dates();
        if (!is_confirmed) return;
        if (order_.despatch != Despatch::never) tell_promises(sink_, order_);
        for (const HoldPlan& hold : order_.holds)
            tell_hold(hold);
    }

private:
    static constexpr int kPlacedAt = 9 * 60 + 12;

    void tell_dates() {
        tell_event(MilestoneCode::placed, "", at_house(order_.placed_on, kPlacedAt), System::sales, "");
        tell_event(MilestoneCode::reviewed, "", at_house(order_.reviewed_on, 9 * 60 + 50), System::sales, "");
        tell_event(MilestoneCode::confirmed, "", at_house(order_.confirmed_on, 16 * 60 + 20), System::sales,
                   "");
        if (order_.valid_until)
            tell_event(MilestoneCode::closed, "", at_house(order_.valid_until->plus_days(1), 8 * 60),
                       System::sales, "");
    }

    void tell_relations() {
        for (std::size_t i = 0; i < order_.relations.size(); ++i) {
            const RelationPlan& plan = order_.relations[i];
            ingest::RelationFact fact;
            fact.order = order_.number;
            if (plan.line) fact.line = order_.lines[*plan.line].number;
            fact.kind = plan.kind;
            fact.other_order = plan.other_order.empty() ? order_.number : plan.other_order;
            fact.other_line = plan.other_line;
            if (plan.quantity > 0) fact.quantity = domain::Quantity::from_units(plan.quantity);
            sink_.add(System::sales, "/relation/" + std::to_string(i),
                      *at_house(order_.placed_on, kPlacedAt).at, 5, std::move(fact));
        }
    }

    void tell_head() {
        ingest::OrderFact head;
        head.order = order_.number;
        head.customer_reference = order_.reference;
        head.project = order_.project;
        head.placed = at_house(order_.placed_on, kPlacedAt);
        head.currency = domain::Currency::parse(order_.customer->currency).value_or(domain::Currency{});
        head.amount_basis = domain::AmountBasis::net;
        head.flow = order_.flow;
        head.incoterm = std::string(order_.incoterm());
        head.incoterm_place = std::string(order_.place->incoterm_place);
        head.ship_to = std::string(order_.place->ship_to);
        head.payment_terms = std::string(order_.payment_terms());
        head.delivery_utc_offset_minutes =
            clock_offset(order_.customer->utc_offset_minutes, order_.first_promise(0));
        head.kind = order_.kind;
        head.priority = order_.priority;
        head.valid_until = order_.valid_until;
        const base::Timestamp said = *head.placed->at;
        sink_.add(System::sales, "head", said, 5, std::move(head));
    }

    /// What the sales system says about the line on its way: entered, confirmed, changed, cancelled.
    void tell_line(std::size_t position, bool is_confirmed) {
        const LinePlan& line = order_.lines[position];
        const int first = line.first_quantity > 0 ? line.first_quantity : line.quantity;
        const base::LocalDate requested_on = order_.first_promise(position).plus_days(-dice_.between(-2, 6));
        const domain::Occurrence confirmed = at_house(order_.confirmed_on, 16 * 60 + 20);
        state_line(line, at_house(order_.placed_on, kPlacedAt),
                   {CommercialState::requested, first, requested_on});
        state_line(line, at_house(order_.reviewed_on, 9 * 60 + 50),
                   {CommercialState::reviewed, first, requested_on});
        const auto agreed =
            order_.is_changed ? CommercialState::confirmed_changed : CommercialState::confirmed;
        state_line(line, confirmed, {agreed, first, requested_on});
        if (first != line.quantity)
            state_line(line, at_house(line.changed_on, 13 * 60),
                       {CommercialState::confirmed_changed, line.quantity, requested_on});
        if (order_.cancelled_on || line.cancelled_on) {
            const base::LocalDate on = order_.cancelled_on ? *order_.cancelled_on : *line.cancelled_on;
            state_line(line, at_house(on, 14 * 60),
                       {CommercialState::cancelled, line.quantity, requested_on});
        }
        tell_links(position);
        const bool is_told =
            is_confirmed && !is_cancelled(line) && !order_.cancelled_on && !order_.is_archived;
        if (is_told && order_.despatch != Despatch::never)
            tell_making(sink_, dice_, order_, self_, shipments_, position);
    }

    bool is_cancelled(const LinePlan& line) const {
        return line.cancelled_on && sink_.has_happened(at_house(*line.cancelled_on, 14 * 60));
    }

    struct LineState {
        CommercialState commercial;
        int quantity;
        base::LocalDate requested_on;
    };

    void state_line(const LinePlan& line, const domain::Occurrence& at, const LineState& state) {
        if (!sink_.has_happened(at)) return;
        ingest::LineFact fact;
        fact.order = order_.number;
        fact.line = line.number;
        fact.sku = std::string(line.product->sku);
        fact.item = domain::LocalizedText{std::string(line.product->english),
                                          {{"zh-CN", std::string(line.product->chinese)}}};
        fact.customer_reference = line.customer_reference;
        fact.commercial = state.commercial;
        fact.ordered = domain::Quantity::from_units(state.quantity);
        fact.unit = std::string(line.product->unit);
        const auto currency = domain::Currency::parse(order_.customer->currency).value_or(domain::Currency{});
        fact.unit_price =
            domain::Quantity::from_micro(order_.cents_per_unit(line) * (domain::Quantity::kScale / 100));
        fact.amount_minor =
            domain::multiply(*fact.ordered, *fact.unit_price, currency).value_or(domain::Money{}).minor;
        if (order_.despatch != Despatch::never) fact.requested_on = state.requested_on;
        if (order_.flow == domain::Flow::export_order) {
            fact.hs_code = std::string(line.product->hs_code);
            fact.origin_country = "CN";
        }
        const std::string key = line.number + "/line/" + std::string(domain::name_of(state.commercial)) +
                                "/" + std::to_string(state.quantity);
        sink_.add(System::sales, key, *at.at, 5, std::move(fact));
    }

    void tell_links(std::size_t position) {
        for (const ShipmentPlan& shipment : shipments_) {
            for (const Load& load : shipment.loads) {
                if (load.order == self_ && load.line == position) tell_link(shipment, load);
            }
        }
    }

    /// Now and then the store counts wrong and corrects it two days later.
    void tell_link(const ShipmentPlan& shipment, const Load& load) {
        const bool is_miscounted = dice_.chance(2) && load.quantity > 1 && !order_.is_archived;
        const domain::Occurrence recounted = at_house(shipment.packed.on.plus_days(2), 9 * 60);
        if (is_miscounted) state_link(shipment, load, {1, load.quantity - 1}, shipment.packed);
        if (is_miscounted) return state_link(shipment, load, {2, load.quantity}, recounted);
        state_link(shipment, load, {1, load.quantity}, shipment.packed);
    }

    struct Count {
        int version;
        int quantity;
    };

    void state_link(const ShipmentPlan& shipment, const Load& load, Count count,
                    const domain::Occurrence& at) {
        if (!sink_.has_happened(at)) return;
        ingest::ShipmentLineFact link;
        link.shipment = shipment.number;
        link.order = order_.number;
        link.line = order_.lines[load.line].number;
        link.quantity = domain::Quantity::from_units(count.quantity);
        const std::string key = link.line + "/in/" + shipment.number + "/" + std::to_string(count.version);
        sink_.add(System::warehouse, key, *at.at, 6, std::move(link));
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
        const base::LocalDate until = hold.ended_by_cancelling ? *order_.cancelled_on : hold.until;
        if (sink_.has_happened(at_house(until, 9 * 60))) fact.until = until;
        const std::string key = fact.line + "/hold/" + std::string(domain::name_of(hold.reason));
        sink_.add(System::sales, key, *since.at, 5, std::move(fact));
    }

    Dice& dice_;
    std::size_t self_;
    const std::vector<ShipmentPlan>& shipments_;
};

} // namespace

void tell_order(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                const std::vector<ShipmentPlan>& shipments) {
    OrderTeller(sink, dice, order, self, shipments).tell();
}

} // namespace orderdeck::server::cli::demo
