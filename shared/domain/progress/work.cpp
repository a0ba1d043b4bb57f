#include "shared/domain/progress/work.h"

#include "shared/domain/line_number.h"
#include "shared/domain/wide.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace orderdeck::domain {
namespace {

using Day = std::optional<base::LocalDate>;

constexpr int kWhole = 1000;

/// One work order: its operations in their order, and how much of it has passed each.
class WorkOrder {
public:
    void add(const Operation* operation) { operations_.push_back(operation); }

    void sort() {
        std::sort(operations_.begin(), operations_.end(), [](const Operation* left, const Operation* right) {
            if (line_number_before(left->number, right->number)) return true;
            if (line_number_before(right->number, left->number)) return false;
            return left->id < right->id;
        });
    }

    std::optional<Quantity> stated_quantity() const {
        std::optional<Quantity> most;
        for (const Operation* operation : operations_) {
            if (operation->quantity) most = std::max(most.value_or(Quantity{}), *operation->quantity);
        }
        return most;
    }

    /// Quantities count backwards from the last operation.
    void count(Quantity quantity) {
        quantity_ = quantity;
        passed_.assign(operations_.size(), {});
        Quantity later;
        for (std::size_t i = operations_.size(); i-- > 0;) {
            const Operation& operation = *operations_[i];
            const Quantity own =
                operation.finished_on ? quantity : std::clamp(operation.good, Quantity{}, quantity);
            later = std::max(later, own);
            passed_[i] = later;
        }
    }

    Quantity quantity() const { return quantity_; }
    Quantity through() const { return passed_.back(); }
    bool is_over(std::size_t i) const {
        // Nothing is to be made: only what was confirmed is over.
        if (quantity_.is_zero()) return confirmed_from(i);
        return passed_[i] >= quantity_;
    }
    const std::vector<const Operation*>& operations() const { return operations_; }

    /// The quantity that the work done so far would have finished, in millionths, rounded down.
    Wide worked() const {
        const bool by_time = is_weighed_by_time();
        Wide done = 0;
        Wide weights = 0;
        for (std::size_t i = 0; i < operations_.size(); ++i) {
            const std::int64_t weight = by_time ? operations_[i]->planned_minutes->micro() : 1;
            done += Wide{passed_[i].micro()} * weight;
            weights += weight;
        }
        return done / weights;
    }

private:
    bool is_weighed_by_time() const {
        bool any = false;
        for (const Operation* operation : operations_) {
            if (!operation->planned_minutes || *operation->planned_minutes < Quantity{}) return false;
            any = any || operation->planned_minutes->is_positive();
        }
        return any;
    }
    bool confirmed_from(std::size_t i) const {
        return std::any_of(operations_.begin() + static_cast<std::ptrdiff_t>(i), operations_.end(),
                           [](const Operation* operation) { return operation->finished_on.has_value(); });
    }

    std::vector<const Operation*> operations_;
    std::vector<Quantity> passed_; // by each operation or a later one
    Quantity quantity_;
};

using WorkOrders = std::map<std::string_view, WorkOrder>;

void share_out(WorkOrders& orders, Quantity wanted) {
    Quantity rest = wanted;
    std::int64_t unstated = 0;
    for (const auto& [name, order] : orders) {
        const auto stated = order.stated_quantity();
        if (stated)
            rest = rest - std::max(Quantity{}, *stated);
        else
            ++unstated;
    }
    rest = std::max(Quantity{}, rest);
    for (auto& [name, order] : orders) {
        if (const auto stated = order.stated_quantity()) {
            order.count(std::max(Quantity{}, *stated));
            continue;
        }
        // The first get the remainder of the division, so that the shares are the whole.
        const Quantity share = Quantity::from_micro((rest.micro() + unstated - 1) / unstated);
        order.count(share);
        rest = rest - share;
        --unstated;
    }
}

void keep_earliest(Day& day, Day other) {
    if (other && (!day || *other < *day)) day = other;
}

void tell(const WorkOrder& order, WorkProgress& progress) {
    for (std::size_t i = 0; i < order.operations().size(); ++i) {
        const Operation& operation = *order.operations()[i];
        ++progress.operations;
        progress.begun =
            progress.begun || operation.started_on || operation.finished_on || operation.good.is_positive();
        keep_earliest(progress.begun_on, operation.started_on);
        keep_earliest(progress.begun_on, operation.finished_on);
        if (order.is_over(i))
            ++progress.finished;
        else if (progress.current == nullptr)
            progress.current = &operation;
    }
}

/// When the last operation of the last work order was confirmed.
Day confirmed_on(const WorkOrders& orders) {
    Day last;
    for (const auto& [name, order] : orders) {
        const Day on = order.operations().back()->finished_on;
        if (!on) return std::nullopt;
        last = std::max(last.value_or(*on), *on);
    }
    return last;
}

} // namespace

WorkProgress work_progress(std::span<const Operation* const> operations, Quantity wanted) {
    WorkProgress progress;
    WorkOrders orders;
    for (const Operation* operation : operations)
        orders[operation->work_order].add(operation);
    if (orders.empty()) return progress;
    for (auto& [name, order] : orders)
        order.sort();
    share_out(orders, std::max(Quantity{}, wanted));
    Wide worked = 0;
    Wide whole = 0;
    for (const auto& [name, order] : orders) {
        tell(order, progress);
        worked += order.worked();
        whole += order.quantity().micro();
        progress.through += order.through();
    }
    const bool is_all = progress.finished == progress.operations;
    whole = std::max(whole, Wide{wanted.micro()});
    const bool is_made = wanted.is_positive() ? progress.through >= wanted : is_all;
    if (is_all && is_made) progress.finished_on = confirmed_on(orders);
    // A last step without planned time weighs nothing and still has to be confirmed.
    if (is_made)
        progress.permille = kWhole;
    else if (whole > 0)
        progress.permille = static_cast<int>(std::min(Wide{kWhole - 1}, worked * kWhole / whole));
    return progress;
}

} // namespace orderdeck::domain
