#include "server/cli/demo/order_story.h"

#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

struct Move {
    base::LocalDate told_on;
    std::size_t line;
    int days;
    std::string_view reason;
    domain::Party party;
};

std::string_view reason_of(domain::HoldReason reason) {
    switch (reason) {
    case domain::HoldReason::drawing: return "drawing_change";
    case domain::HoldReason::credit:
    case domain::HoldReason::payment: return "payment_late";
    case domain::HoldReason::quality: return "quality_rework";
    case domain::HoldReason::customs: return "customs";
    case domain::HoldReason::other:
    case domain::HoldReason::customer_request:
    case domain::HoldReason::document:
    case domain::HoldReason::fraud: return "customer_request";
    }
    return {};
}

/// Delays that were told and holds that were released, in the order in which the customer hears of them.
std::vector<Move> moves_of(const OrderPlan& order) {
    std::vector<Move> moves;
    for (std::size_t line = 0; line < order.lines.size(); ++line) {
        for (const Delay& delay : order.lines[line].delays) {
            if (delay.is_told)
                moves.push_back({delay.noticed_on, line, delay.days, delay.reason, delay.party});
        }
        for (const HoldPlan& hold : order.holds) {
            if (hold.line.value_or(line) != line || hold.ended_by_cancelling) continue;
            moves.push_back({hold.until, line, hold.until - hold.since, reason_of(hold.reason), hold.owner});
        }
    }
    std::stable_sort(moves.begin(), moves.end(),
                     [](const Move& a, const Move& b) { return a.told_on < b.told_on; });
    return moves;
}

/// States the promises of an order and remembers what has been promised so far.
class PromiseTeller {
public:
    PromiseTeller(FactSink& sink, const OrderPlan& order)
        : sink_(sink), order_(order), days_(order.lines.size(), 0), told_(order.lines.size(), 0) {}

    void tell_first() {
        for (std::size_t line = 0; line < order_.lines.size(); ++line) {
            state(line, at_house(order_.confirmed_on, 16 * 60 + 20), "", domain::Party::unknown);
        }
    }

    void tell(const Move& move) {
        const domain::Occurrence at = at_house(move.told_on, 11 * 60 + 35);
        if (!sink_.has_happened(at)) return;
        const std::vector<int> before = shifts();
        days_[move.line] += move.days;
        const std::vector<int> after = shifts();
        for (std::size_t line = 0; line < after.size(); ++line) {
            if (after[line] != before[line]) state(line, at, move.reason, move.party);
        }
    }

private:
    /// By how many days each line is promised later now; lines that leave together wait for the slowest.
    std::vector<int> shifts() const {
        if (order_.despatch == Despatch::as_ready) return days_;
        return std::vector<int>(days_.size(), *std::max_element(days_.begin(), days_.end()));
    }

    void state(std::size_t line, const domain::Occurrence& at, std::string_view reason, domain::Party party) {
        const LinePlan& plan = order_.lines[line];
        if (plan.cancelled_on && *plan.cancelled_on < at.on) return;
        ingest::PromiseFact fact;
        fact.order = order_.number;
        fact.line = plan.number;
        fact.promised_on = working_day(order_.first_promise(line).plus_days(shifts()[line]));
        fact.stated_at = *at.at;
        fact.reason = std::string(reason);
        fact.party = party;
        sink_.add(System::sales, plan.number + "/promise/" + std::to_string(told_[line]++), *at.at, 4,
                  std::move(fact));
    }

    FactSink& sink_;
    const OrderPlan& order_;
    std::vector<int> days_;
    std::vector<int> told_;
};

} // namespace

void tell_promises(FactSink& sink, const OrderPlan& order) {
    PromiseTeller teller(sink, order);
    teller.tell_first();
    for (const Move& move : moves_of(order))
        teller.tell(move);
}

} // namespace orderdeck::server::cli::demo
