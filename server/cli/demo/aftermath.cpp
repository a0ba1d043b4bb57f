#include "server/cli/demo/order_story.h"

#include <algorithm>
#include <optional>

namespace orderdeck::server::cli::demo {
namespace {

using domain::MilestoneCode;
using ingest::QuantityKind;

class AftermathTeller {
public:
    AftermathTeller(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                    const std::vector<ShipmentPlan>& shipments)
        : sink_(sink), dice_(dice), order_(order), self_(self), shipments_(shipments) {}

    void tell() {
        std::optional<base::LocalDate> all_delivered = order_.placed_on;
        for (const LinePlan& line : order_.lines) {
            if (order_.cancelled_on || line.cancelled_on) {
                tell_cancelled(line);
                continue;
            }
            tell_invoiced(line);
            const std::optional<base::LocalDate> delivered = delivered_on(line);
            if (!delivered || !all_delivered)
                all_delivered.reset();
            else
                all_delivered = std::max(*all_delivered, *delivered);
            if (delivered) tell_after_delivery(line, *delivered);
        }
        tell_payments(all_delivered);
    }

private:
    bool carries(const Load& load, const LinePlan& line) const {
        return load.order == self_ && &order_.lines[load.line] == &line;
    }

    /// When the last of the line arrived; nothing while some of it is on its way.
    std::optional<base::LocalDate> delivered_on(const LinePlan& line) const {
        std::optional<base::LocalDate> last;
        for (const ShipmentPlan& shipment : shipments_) {
            for (const Load& load : shipment.loads) {
                if (!carries(load, line)) continue;
                if (!sink_.has_happened(shipment.delivered)) return std::nullopt;
                last = std::max(last.value_or(shipment.delivered.on), shipment.delivered.on);
            }
        }
        return last;
    }

    void state(System system, const LinePlan& line, QuantityKind kind, std::string_view key, int quantity,
               const domain::Occurrence& at) {
        if (!sink_.has_happened(at)) return;
        ingest::QuantityFact fact;
        fact.order = order_.number;
        fact.line = line.number;
        fact.kind = kind;
        fact.quantity = domain::Quantity::from_units(quantity);
        sink_.add(system, line.number + "/" + std::string(key), *at.at, 20, std::move(fact));
    }

    void tell_cancelled(const LinePlan& line) {
        const base::LocalDate on = order_.cancelled_on ? *order_.cancelled_on : *line.cancelled_on;
        state(System::sales, line, QuantityKind::cancelled, "cancelled", line.quantity,
              at_house(on, 14 * 60));
    }

    void tell_invoiced(const LinePlan& line) {
        int quantity = 0;
        domain::Occurrence last;
        for (const ShipmentPlan& shipment : shipments_) {
            for (const Load& load : shipment.loads) {
                const domain::Occurrence invoiced = at_house(shipment.shipped.on.plus_days(1), 11 * 60);
                if (!carries(load, line) || !sink_.has_happened(invoiced)) continue;
                quantity += load.quantity;
                last = invoiced;
            }
        }
        if (quantity > 0) state(System::finance, line, QuantityKind::invoiced, "invoiced", quantity, last);
    }

    void tell_after_delivery(const LinePlan& line, base::LocalDate delivered) {
        const bool is_accepting = order_.customer->tongue == Tongue::chinese && dice_.chance(70);
        const domain::Occurrence accepted = at_house(delivered.plus_days(dice_.between(2, 9)), 10 * 60);
        if (is_accepting && sink_.has_happened(accepted)) {
            ingest::MilestoneFact fact;
            fact.order = order_.number;
            fact.line = line.number;
            fact.code = MilestoneCode::accepted;
            fact.actual = accepted;
            fact.note = "验收单已签回";
            sink_.add(System::sales, line.number + "/accepted", *accepted.at, 20, std::move(fact));
        }
        if (order_.has_return && &line == &order_.lines.front()) tell_return(line, delivered);
    }

    void tell_return(const LinePlan& line, base::LocalDate delivered) {
        const int quantity = std::max(1, line.quantity / 8);
        state(System::sales, line, QuantityKind::return_requested, "return_requested", quantity,
              at_house(delivered.plus_days(dice_.between(4, 11)), 15 * 60));
        const domain::Occurrence back = at_house(delivered.plus_days(dice_.between(14, 24)), 13 * 60);
        if (!sink_.has_happened(back)) return;
        state(System::warehouse, line, QuantityKind::returned, "returned", quantity, back);
        ingest::MilestoneFact fact;
        fact.order = order_.number;
        fact.line = line.number;
        fact.code = MilestoneCode::returned;
        fact.actual = back;
        fact.quantity = domain::Quantity::from_units(quantity);
        fact.note = order_.customer->tongue == Tongue::chinese ? "退货已入库，待检"
                                                               : "returned goods received, to be inspected";
        sink_.add(System::warehouse, line.number + "/return", *back.at, 20, std::move(fact));
    }

    void tell_payment(MilestoneCode code, const domain::Occurrence& at) {
        if (!sink_.has_happened(at)) return;
        ingest::MilestoneFact fact;
        fact.order = order_.number;
        fact.code = code;
        fact.actual = at;
        sink_.add(System::finance, "/" + std::string(domain::name_of(code)), *at.at, 25, std::move(fact));
    }

    void tell_payments(std::optional<base::LocalDate> all_delivered) {
        if (order_.cancelled_on) return;
        const bool has_deposit =
            order_.customer->payment_terms.find("30") == 0 && order_.flow != domain::Flow::stock;
        if (has_deposit)
            tell_payment(MilestoneCode::deposit_paid, at_house(order_.confirmed_on.plus_days(2), 14 * 60));
        const int days = dice_.between(24, 52);
        if (all_delivered)
            tell_payment(MilestoneCode::paid, at_house(all_delivered->plus_days(days), 14 * 60));
    }

    FactSink& sink_;
    Dice& dice_;
    const OrderPlan& order_;
    std::size_t self_;
    const std::vector<ShipmentPlan>& shipments_;
};

} // namespace

void tell_aftermath(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                    const std::vector<ShipmentPlan>& shipments) {
    AftermathTeller(sink, dice, order, self, shipments).tell();
}

} // namespace orderdeck::server::cli::demo
