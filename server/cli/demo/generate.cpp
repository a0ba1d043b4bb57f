#include "server/cli/demo/generate.h"

#include "server/cli/demo/order_story.h"
#include "server/cli/demo/showcase.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>
#include <cstdio>

namespace orderdeck::server::cli::demo {
namespace {

constexpr int kOrdersPerBatch = 500;
constexpr int kRecentDays = 75;
constexpr int kHistoryDays = 730;
constexpr int kRecentPercent = 30;
constexpr int kCompanionPercent = 7;
constexpr int kFirstNumber = 4100;
constexpr int kOverdueDays = 12;
constexpr int kOverduePercent = 35;

std::vector<ingest::AccountFact> accounts() {
    std::vector<ingest::AccountFact> facts;
    for (const Customer& customer : all_customers()) {
        domain::LocalizedText name{std::string(customer.english), {{"zh-CN", std::string(customer.chinese)}}};
        facts.push_back({.code = std::string(customer.code),
                         .name = std::move(name),
                         .parent = std::string(customer.parent)});
    }
    return facts;
}

std::vector<ingest::SourceSystem> systems() {
    return {{"ERP", "sales"},
            {"MES", "production"},
            {"WMS", "warehouse"},
            {"Track & trace", "carrier"},
            {"Ledger", "finance"}};
}

std::string numbered(const char* prefix, int year, int number, int width) {
    std::string digits = std::to_string(number);
    if (static_cast<int>(digits.size()) < width)
        digits.insert(0, static_cast<std::size_t>(width) - digits.size(), '0');
    return std::string(prefix) + std::to_string(year) + "-" + digits;
}

class Generator {
public:
    Generator(const DemoRequest& request, const BatchSink& sink)
        : request_(request),
          sink_(sink),
          dice_(request.seed),
          now_(base::Timestamp::at_start_of(request.today)),
          showcases_(showcases(request.today)) {}

    base::Result<void> run() {
        const std::vector<base::LocalDate> days = order_days();
        start_batch();
        batch_.accounts = accounts();
        for (std::size_t i = 0; i < days.size();) {
            const Group group = next_group(days, i);
            i += group.orders.size();
            tell(group);
            if (told_ >= kOrdersPerBatch) TRY(hand_over());
        }
        return hand_over();
    }

private:
    /// The days on which orders were placed, oldest first; recent weeks are denser, so that enough is open.
    std::vector<base::LocalDate> order_days() {
        std::vector<base::LocalDate> days;
        for (int i = 0; i < request_.orders; ++i) {
            const bool is_recent = dice_.chance(kRecentPercent);
            const int age =
                is_recent ? dice_.between(1, kRecentDays) : dice_.between(kRecentDays, kHistoryDays);
            days.push_back(working_day_before(request_.today.plus_days(-age)));
        }
        std::sort(days.begin(), days.end());
        return days;
    }

    const Customer& choose_customer() {
        int sum = 0;
        for (const Customer& customer : all_customers())
            sum += customer.weight;
        int drawn = dice_.between(1, sum);
        const Customer* chosen = nullptr;
        for (const Customer& customer : all_customers()) {
            drawn -= customer.weight;
            if (chosen == nullptr && drawn <= 0) chosen = &customer;
        }
        return *chosen;
    }

    /// One order, or two that leave together, with their shipments.
    struct Group {
        std::vector<OrderPlan> orders;
        std::vector<ShipmentPlan> shipments;
    };

    Group next_group(const std::vector<base::LocalDate>& days, std::size_t position) {
        Group group;
        const std::size_t waiting = showcases_.size() - next_showcase_;
        const bool is_last_chance = days.size() - position <= waiting;
        if (waiting > 0 && (is_last_chance || showcases_[next_showcase_].order.placed_on <= days[position])) {
            Showcase& showcase = showcases_[next_showcase_++];
            group.orders.push_back(std::move(showcase.order));
            group.shipments = std::move(showcase.shipments);
        } else {
            group.orders.push_back(plan_order(dice_, choose_customer(), days[position]));
            make_overdue_sometimes(group.orders.front());
            const OrderPlan& first = group.orders.front();
            const bool may_join =
                first.despatch == Despatch::complete && !first.cancelled_on && position + 1 < days.size();
            if (may_join && dice_.chance(kCompanionPercent))
                group.orders.push_back(plan_companion(dice_, first));
            group.shipments = plan_shipments(dice_, group.orders);
        }
        number(group);
        return group;
    }

    void number(Group& group) {
        for (OrderPlan& order : group.orders) {
            order.number = numbered("SO-", order.placed_on.year(), kFirstNumber + ++orders_, 6);
        }
        for (ShipmentPlan& shipment : group.shipments) {
            shipment.number = numbered("DN-", shipment.packed.on.year(), kFirstNumber + ++shipments_, 6);
        }
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

    void tell(const Group& group) {
        FactSink facts(batch_, now_);
        for (std::size_t self = 0; self < group.orders.size(); ++self) {
            const OrderPlan& order = group.orders[self];
            const base::Timestamp end =
                order.cancelled_on ? *at_house(*order.cancelled_on, 14 * 60).at : now_;
            facts.begin(order.customer->code, end);
            tell_order(facts, dice_, order, self, group.shipments);
            tell_aftermath(facts, dice_, order, self, group.shipments);
            ++told_;
        }
        facts.begin(group.orders.front().customer->code, now_);
        for (const ShipmentPlan& shipment : group.shipments) {
            if (facts.has_happened(shipment.packed)) tell_shipment(facts, shipment);
        }
    }

    void start_batch() {
        batch_ = {};
        batch_.sources = systems();
        told_ = 0;
    }

    base::Result<void> hand_over() {
        if (batch_.facts.empty()) return {};
        TRY(sink_(batch_));
        start_batch();
        return {};
    }

    const DemoRequest& request_;
    const BatchSink& sink_;
    Dice dice_;
    base::Timestamp now_;
    ingest::Batch batch_;
    int orders_ = 0;
    int shipments_ = 0;
    int told_ = 0;
    std::vector<Showcase> showcases_;
    std::size_t next_showcase_ = 0;
};

} // namespace

base::Result<void> generate(const DemoRequest& request, const BatchSink& sink) {
    return Generator(request, sink).run();
}

} // namespace orderdeck::server::cli::demo
