#include "server/cli/demo/generate.h"

#include "server/cli/demo/order_days.h"
#include "server/cli/demo/order_group.h"
#include "server/cli/demo/order_story.h"
#include "server/cli/demo/showcase.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace orderdeck::server::cli::demo {
namespace {

constexpr int kCompanionPercent = 7;
constexpr int kCallOffPercent = 14;
constexpr int kFirstNumber = 4100;
constexpr int kOverdueDays = 12;
constexpr int kOverduePercent = 35;
constexpr int kArchivedDays = 150;
constexpr int kMostOfAGroup = 4;
constexpr int kOrdersForEveryContract = 800;

std::string numbered(const char* prefix, int year, int number, int width) {
    std::string digits = std::to_string(number);
    if (static_cast<int>(digits.size()) < width)
        digits.insert(0, static_cast<std::size_t>(width) - digits.size(), '0');
    return std::string(prefix) + std::to_string(year) + "-" + digits;
}

class Generator {
public:
    Generator(const DemoRequest& request, const StorySink& sink)
        : request_(request),
          sink_(sink),
          dice_(request.seed),
          now_(base::Timestamp::at_start_of(request.today)),
          dice_of_references_(request.seed + 1) {
        for (Showcase& showcase : showcases(request.today))
            share_of(is_of_group(*showcase.order.customer)).showcases.push_back(std::move(showcase));
    }

    void run() {
        const std::vector<OrderDay> days = order_days(dice_, request_);
        for (const OrderDay& day : days)
            ++share_of(day.is_of_group).left;
        for (const OrderDay& day : days) {
            Share& share = share_of(day.is_of_group);
            if (share.ahead > 0) {
                --share.ahead;
                continue;
            }
            const OrderGroup group = next_group(share, day);
            const auto orders = static_cast<int>(group.orders.size());
            share.left -= orders;
            share.ahead += orders - 1;
            tell(group);
        }
    }

private:
    /// Of the orders that the group shall have, or the others together.
    struct Share {
        int left = 0;  ///< not told yet
        int ahead = 0; ///< told with an earlier one in the place of as many days to come
        std::deque<Showcase> showcases;
    };

    Share& share_of(bool of_group) { return of_group ? of_group_ : of_others_; }

    const Customer& choose_customer(bool of_group) {
        int sum = 0;
        for (const Customer& customer : all_customers())
            sum += of_group == is_of_group(customer) ? customer.weight : 0;
        int drawn = dice_.between(1, sum);
        const Customer* chosen = nullptr;
        for (const Customer& customer : all_customers()) {
            if (of_group != is_of_group(customer)) continue;
            drawn -= customer.weight;
            if (chosen == nullptr && drawn <= 0) chosen = &customer;
        }
        return *chosen;
    }

    OrderGroup next_group(Share& share, const OrderDay& day) {
        OrderGroup group;
        const auto waiting = static_cast<int>(share.showcases.size());
        if (waiting > 0 && (share.left <= waiting || share.showcases.front().order.placed_on <= day.on)) {
            Showcase& showcase = share.showcases.front();
            group.orders.push_back(std::move(showcase.order));
            group.shipments = std::move(showcase.shipments);
            share.showcases.pop_front();
            number_orders(group, 0);
        } else {
            plan_group(group, day, share.left >= waiting + kMostOfAGroup);
        }
        number_shipments(group);
        return group;
    }

    void plan_group(OrderGroup& group, const OrderDay& day, bool may_be_several) {
        const Customer& customer = choose_customer(day.is_of_group);
        if (is_time_for_contract(customer, day.on)) {
            group.orders.push_back(plan_contract(dice_, customer, day.on));
            number_orders(group, 0);
            contracts_.add(group.orders.front());
            return;
        }
        OrderPlan& first = group.orders.emplace_back(plan_order(dice_, customer, day.on));
        if (dice_.chance(kCallOffPercent)) contracts_.call_off(dice_, first);
        first.is_archived = request_.today - day.on > kArchivedDays;
        make_overdue_sometimes(first);
        const bool may_join = may_be_several && first.despatch == Despatch::complete && !first.cancelled_on &&
                              first.relations.empty();
        if (may_join && dice_.chance(kCompanionPercent)) {
            group.orders.push_back(plan_companion(dice_, first));
            group.orders.back().is_archived = group.orders.front().is_archived;
        }
        group.shipments = plan_shipments(dice_, group.orders);
        number_orders(group, 0);
        if (!may_be_several || group.orders.size() > 1) return;
        add_followers(dice_, group, request_.today);
        number_orders(group, 1);
    }

    /// Once a year with each customer, less often in a small demo.
    bool is_time_for_contract(const Customer& customer, base::LocalDate on) {
        if (!asked_for_contract_.emplace(&customer, on.year()).second) return false;
        if (contracts_.has_one(customer, on)) return false;
        return dice_.chance(std::min(100, request_.orders * 100 / kOrdersForEveryContract));
    }

    void number_orders(OrderGroup& group, std::size_t first) {
        for (std::size_t i = first; i < group.orders.size(); ++i) {
            OrderPlan& order = group.orders[i];
            order.number = numbered("SO-", order.placed_on.year(), kFirstNumber + ++orders_, 6);
            if (order.reference.empty()) order.reference = next_reference(order);
        }
    }

    /// The customer's numbers rise from day to day, as its own office counts them.
    std::string next_reference(const OrderPlan& order) {
        constexpr int kFirstDay = 15'000;
        constexpr int kNumbersOfADay = 24;
        const int day = static_cast<int>(order.placed_on.days()) - kFirstDay;
        const int number = day * kNumbersOfADay + dice_of_references_.between(0, 2) +
                           3 * references_[{order.customer, order.placed_on}]++;
        return std::string(order.customer->reference_prefix) + std::to_string(number);
    }

    void number_shipments(OrderGroup& group) {
        for (ShipmentPlan& shipment : group.shipments)
            shipment.number = numbered("DN-", shipment.packed.on.year(), kFirstNumber + ++shipments_, 6);
    }

    /// Of the orders that were due lately some are still waited for.
    void make_overdue_sometimes(OrderPlan& order) {
        base::LocalDate promise = order.first_promise(0);
        for (std::size_t line = 1; line < order.lines.size(); ++line)
            promise = std::max(promise, order.first_promise(line));
        const int overdue = request_.today - promise;
        if (overdue < 1 || overdue > kOverdueDays || !dice_.chance(kOverduePercent)) return;
        delay_untold(order, overdue + dice_.between(6, 15), request_.today.plus_days(-dice_.between(1, 4)));
    }

    void tell(const OrderGroup& group) {
        std::vector<ingest::Fact> facts;
        FactSink sink(facts, now_);
        for (std::size_t self = 0; self < group.orders.size(); ++self) {
            const OrderPlan& order = group.orders[self];
            const base::Timestamp end =
                order.cancelled_on ? *at_house(*order.cancelled_on, 14 * 60).at : now_;
            sink.begin(order.customer->code, end);
            tell_order(sink, dice_, order, self, group.shipments);
            tell_aftermath(sink, dice_, order, self, group.shipments);
            tell_billing(sink, dice_, order, self, group.shipments);
        }
        sink.begin(group.orders.front().customer->code, now_);
        for (const ShipmentPlan& shipment : group.shipments) {
            if (!sink.has_happened(shipment.packed)) continue;
            tell_shipment(sink, shipment);
            tell_papers(sink, dice_, group.orders[shipment.loads.front().order], shipment);
        }
        sink_(facts);
    }

    const DemoRequest& request_;
    const StorySink& sink_;
    Dice dice_;
    base::Timestamp now_;
    Contracts contracts_;
    std::set<std::pair<const Customer*, int>> asked_for_contract_;
    std::map<std::pair<const Customer*, base::LocalDate>, int> references_;
    Dice dice_of_references_;
    int orders_ = 0;
    int shipments_ = 0;
    Share of_group_;
    Share of_others_;
};

} // namespace

void generate(const DemoRequest& request, const StorySink& sink) { Generator(request, sink).run(); }

} // namespace orderdeck::server::cli::demo
