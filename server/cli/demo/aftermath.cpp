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
        for (const LinePlan& line : order_.lines) {
            if (order_.cancelled_on || line.cancelled_on) {
                tell_cancelled(line);
                continue;
            }
            tell_left_over(line);
            if (const auto delivered = delivered_on(line)) tell_after_delivery(line, *delivered);
        }
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

    void tell_left_over(const LinePlan& line) {
        if (line.left_over > 0)
            state(System::sales, line, QuantityKind::cancelled, "cancelled", line.left_over,
                  at_house(line.ready_on, 11 * 60));
    }

    void tell_after_delivery(const LinePlan& line, base::LocalDate delivered) {
        const bool is_accepting =
            order_.customer->tongue == Tongue::chinese && dice_.chance(70) && !order_.is_archived;
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
        if (order_.remedy != Remedy::none && &line == &order_.lines.front()) tell_return(line, delivered);
    }

    void tell_return(const LinePlan& line, base::LocalDate delivered) {
        const int quantity = returned_quantity(line);
        state(System::sales, line, QuantityKind::return_requested, "return_requested", quantity,
              at_house(delivered.plus_days(kReturnAskedDays), 15 * 60));
        const domain::Occurrence back = at_house(delivered.plus_days(kReturnedDays), 13 * 60);
        if (!sink_.has_happened(back)) return;
        const bool is_replaced = order_.remedy == Remedy::replacement;
        state(System::sales, line, is_replaced ? QuantityKind::replaced : QuantityKind::credited,
              is_replaced ? "replaced" : "credited", quantity,
              at_house(delivered.plus_days(kReturnSettledDays), 15 * 60));
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
