#include "server/cli/demo/order_days.h"

#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

constexpr int kRecentDays = 75;
constexpr int kHistoryDays = 4 * 365;
constexpr int kSmallDemo = 400;
constexpr int kRecentPercentOfSmall = 30;
constexpr int kRecentPercentOfRest = 7;

/// A large demo has more history, not more orders at once.
int recent_orders(int orders) {
    const int small = std::min(orders, kSmallDemo) * kRecentPercentOfSmall / 100;
    return small + std::max(0, orders - kSmallDemo) * kRecentPercentOfRest / 100;
}

int orders_of_others(int orders) { return std::min(orders * 2 / 5, 240 + orders / 100); }

void add_days(Dice& dice, const DemoRequest& request, int orders, bool is_of_group,
              std::vector<OrderDay>& days) {
    const int recent = recent_orders(orders);
    for (int i = 0; i < orders; ++i) {
        const int age = i < recent ? dice.between(1, kRecentDays) : dice.between(kRecentDays, kHistoryDays);
        days.push_back({working_day_before(request.today.plus_days(-age)), is_of_group});
    }
}

} // namespace

int orders_in_all(const DemoRequest& request) { return request.orders + orders_of_others(request.orders); }

std::vector<OrderDay> order_days(Dice& dice, const DemoRequest& request) {
    std::vector<OrderDay> days;
    add_days(dice, request, request.orders, true, days);
    add_days(dice, request, orders_of_others(request.orders), false, days);
    std::stable_sort(days.begin(), days.end(),
                     [](const OrderDay& a, const OrderDay& b) { return a.on < b.on; });
    return days;
}

} // namespace orderdeck::server::cli::demo
