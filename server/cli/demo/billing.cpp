#include "server/cli/demo/order_story.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using domain::MilestoneCode;

constexpr int kDepositPermille = 300;
constexpr int kPermille = 1000;
constexpr int kDaysAfterDelivery = 30;
constexpr int kDaysOfCredit = 21; ///< in which papers are presented under a letter of credit
constexpr int kDaysOfAccount = 60;
/// A bill that is queried is settled by then.
constexpr base::Duration kLongestQuery = base::Duration::days(40);

class BillTeller {
public:
    BillTeller(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
               const std::vector<ShipmentPlan>& shipments)
        : sink_(sink),
          dice_(dice),
          order_(order),
          self_(self),
          shipments_(shipments),
          currency_(domain::Currency::parse(order.customer->currency).value_or(domain::Currency{})) {}

    void tell() {
        if (!order_.is_archived) tell_terms();
        if (order_.has_deposit() && !order_.cancelled_on) tell_deposit();
        for (const ShipmentPlan& shipment : shipments_)
            tell_bill(shipment);
        tell_billed();
    }

private:
    bool carries(const Load& load) const { return load.order == self_; }

    std::int64_t amount_of(const Load& load) const {
        return order_.cents_per_unit(order_.lines[load.line]) * load.quantity;
    }

    bool has_letter_of_credit() const { return order_.customer->payment_terms.starts_with("L/C"); }
    bool is_due_after_delivery() const {
        return order_.has_deposit() ||
               (!order_.customer->stock_terms.empty() && order_.flow == domain::Flow::stock);
    }

    base::LocalDate due_on(const ShipmentPlan& shipment) const {
        if (is_due_after_delivery()) return shipment.planned_arrival_on.plus_days(kDaysAfterDelivery);
        if (has_letter_of_credit()) return shipment.shipped.on.plus_days(kDaysOfCredit);
        return billed_on(shipment).plus_days(kDaysOfAccount);
    }

    /// The last bill takes what is left of the deposit, so that nothing is lost by rounding.
    std::int64_t take_deposit(const ShipmentPlan& shipment, std::int64_t total) {
        const auto last =
            std::find_if(shipments_.rbegin(), shipments_.rend(), [this](const ShipmentPlan& one) {
                return std::any_of(one.loads.begin(), one.loads.end(),
                                   [this](const Load& load) { return carries(load); });
            });
        const std::int64_t share = total * kDepositPermille / kPermille;
        const std::int64_t taken = std::min(deposit_left_, &*last == &shipment ? total : share);
        deposit_left_ -= taken;
        return taken;
    }

    std::int64_t order_total() const {
        std::int64_t total = 0;
        for (const LinePlan& line : order_.lines)
            total += order_.cents_per_unit(line) * line.quantity;
        return total;
    }

    static base::LocalDate billed_on(const ShipmentPlan& shipment) {
        return working_day(shipment.shipped.on.plus_days(1));
    }

    /// On open account each bill says itself when it is due.
    void tell_terms() {
        if (order_.has_deposit()) {
            tell_instalment(1, kDepositPermille, MilestoneCode::confirmed, 7);
            tell_instalment(2, kPermille - kDepositPermille, MilestoneCode::delivered, kDaysAfterDelivery);
        } else if (has_letter_of_credit()) {
            tell_instalment(1, kPermille, MilestoneCode::shipped, kDaysOfCredit);
        }
    }

    void tell_instalment(int number, int permille, MilestoneCode trigger, int days) {
        if (order_.is_free || order_.despatch == Despatch::never) return;
        const domain::Occurrence at = at_house(order_.confirmed_on, 16 * 60 + 20);
        if (!sink_.has_happened(at)) return;
        ingest::InstalmentFact fact;
        fact.order = order_.number;
        fact.number = number;
        fact.share_permille = permille;
        fact.trigger = trigger;
        fact.days = days;
        fact.method = has_letter_of_credit() ? "L/C" : "T/T";
        sink_.add(System::sales, "/instalment/" + std::to_string(number), *at.at, 5, std::move(fact));
    }

    void tell_receipt(const std::string& invoice, std::int64_t amount, base::LocalDate on) {
        const domain::Occurrence at = at_house(on, 14 * 60);
        if (!sink_.has_happened(at) || amount == 0) return;
        ingest::PaymentFact fact;
        fact.order = order_.number;
        fact.invoice = invoice;
        fact.amount_minor = amount;
        fact.currency = currency_;
        fact.on = on;
        fact.method = has_letter_of_credit() ? "L/C" : "T/T";
        const std::string receipt = "RC-" + (invoice.empty() ? order_.number + "-D" : invoice);
        sink_.add(System::finance, receipt, *at.at, 25, std::move(fact));
    }

    void tell_deposit() {
        deposit_left_ = (order_total() * kDepositPermille + kPermille / 2) / kPermille;
        tell_receipt({}, deposit_left_, working_day(order_.confirmed_on.plus_days(dice_.between(2, 6))));
    }

    std::string invoice_of(const ShipmentPlan& shipment) const {
        std::string number = "INV-" + shipment.number.substr(3);
        // Goods of two orders on one despatch are billed apart.
        if (self_ > 0) number += "-" + std::to_string(self_ + 1);
        return number;
    }

    void tell_bill(const ShipmentPlan& shipment) {
        std::int64_t total = 0;
        for (const Load& load : shipment.loads)
            total += carries(load) ? amount_of(load) : 0;
        const domain::Occurrence at = at_house(billed_on(shipment), 11 * 60);
        if (total == 0 || !sink_.has_happened(at)) return;
        const std::string number = invoice_of(shipment);
        ingest::InvoiceFact head;
        head.invoice = number;
        head.kind = domain::InvoiceKind::invoice;
        const bool is_queried = dice_.chance(2) && sink_.until() - *at.at < kLongestQuery;
        head.state = is_queried ? domain::InvoiceState::under_query : domain::InvoiceState::issued;
        head.currency = currency_;
        head.total_minor = total;
        head.issued_on = at.on;
        head.due_on = due_on(shipment);
        const base::LocalDate due = *head.due_on;
        sink_.add(System::finance, "head", *at.at, 25, std::move(head));
        tell_billed_lines(shipment, number, total, at);
        const std::int64_t deposit = take_deposit(shipment, total);
        if (!is_queried)
            tell_receipt(number, total - deposit, working_day(due.plus_days(dice_.between(-16, 9))));
        if (order_.remedy == Remedy::credit && &shipment == &shipments_.front())
            tell_credit(shipment, number);
    }

    void tell_billed_lines(const ShipmentPlan& shipment, const std::string& number, std::int64_t total,
                           const domain::Occurrence& at) {
        if (order_.is_archived) return tell_billed_line({number, order_.number, {}, {}, total}, at);
        for (const Load& load : shipment.loads) {
            if (!carries(load)) continue;
            tell_billed_line({number, order_.number, order_.lines[load.line].number,
                              domain::Quantity::from_units(load.quantity), amount_of(load)},
                             at);
        }
    }

    void tell_billed_line(ingest::InvoiceLineFact fact, const domain::Occurrence& at) {
        const std::string key = fact.invoice + "/" + fact.line;
        sink_.add(System::finance, key, *at.at, 25, std::move(fact));
    }

    void tell_credit(const ShipmentPlan& shipment, const std::string& corrected) {
        const LinePlan& line = order_.lines.front();
        const domain::Occurrence at =
            at_house(working_day(shipment.delivered.on.plus_days(kReturnSettledDays)), 15 * 60);
        const bool carries_it =
            std::any_of(shipment.loads.begin(), shipment.loads.end(),
                        [this](const Load& load) { return carries(load) && load.line == 0; });
        if (!carries_it || line.cancelled_on || !sink_.has_happened(at)) return;
        const int quantity = returned_quantity(line);
        ingest::InvoiceFact head;
        head.invoice = "CN-" + corrected.substr(4);
        head.kind = domain::InvoiceKind::credit_note;
        head.state = domain::InvoiceState::issued;
        head.corrects = corrected;
        head.currency = currency_;
        head.total_minor = order_.cents_per_unit(line) * quantity;
        head.issued_on = at.on;
        const std::string number = head.invoice;
        const std::int64_t total = *head.total_minor;
        sink_.add(System::finance, "head", *at.at, 25, std::move(head));
        tell_billed_line({number, order_.number, line.number, domain::Quantity::from_units(quantity), total},
                         at);
    }

    void tell_billed() {
        for (std::size_t i = 0; i < order_.lines.size() && !order_.is_free; ++i) {
            int quantity = 0;
            for (const ShipmentPlan& shipment : shipments_) {
                const domain::Occurrence at = at_house(billed_on(shipment), 11 * 60);
                if (!sink_.has_happened(at)) continue;
                const int before = quantity;
                for (const Load& load : shipment.loads)
                    quantity += carries(load) && load.line == i ? load.quantity : 0;
                if (quantity > before) tell_billed_quantity(order_.lines[i], quantity, at);
            }
        }
    }

    void tell_billed_quantity(const LinePlan& line, int quantity, const domain::Occurrence& at) {
        ingest::QuantityFact fact;
        fact.order = order_.number;
        fact.line = line.number;
        fact.kind = ingest::QuantityKind::invoiced;
        fact.quantity = domain::Quantity::from_units(quantity);
        sink_.add(System::sales, line.number + "/invoiced/" + std::to_string(quantity), *at.at, 20,
                  std::move(fact));
    }

    FactSink& sink_;
    Dice& dice_;
    const OrderPlan& order_;
    std::size_t self_;
    const std::vector<ShipmentPlan>& shipments_;
    domain::Currency currency_;
    std::int64_t deposit_left_ = 0;
};

} // namespace

int returned_quantity(const LinePlan& line) { return std::max(1, line.leaving() / 8); }

void tell_billing(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                  const std::vector<ShipmentPlan>& shipments) {
    BillTeller(sink, dice, order, self, shipments).tell();
}

} // namespace orderdeck::server::cli::demo
