#pragma once

#include "shared/domain/order_records.h"

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace orderdeck::domain {

/// An order, or with `line` one of its lines.
struct RelationEnd {
    OrderId order;
    std::optional<LineId> line;
    friend bool operator==(const RelationEnd& left, const RelationEnd& right) {
        return left.order == right.order && left.line == right.line;
    }
    friend bool operator<(const RelationEnd& left, const RelationEnd& right) {
        return std::tie(left.order, left.line) < std::tie(right.order, right.line);
    }
};

/// A relation whose both ends are known.
struct Link {
    const Relation* relation = nullptr;
    RelationEnd from; ///< who states it: the component, the call-off, the replacement ...
    RelationEnd to;
};

/// Orders with what links them, by the numbers that relations name. Keeps references to the orders, which must outlive it.
class OrderSet {
public:
    explicit OrderSet(std::span<const OrderRecords> orders);

    std::span<const OrderRecords> orders() const { return orders_; }
    /// All links between known ends, except those to projects, which are no orders. What several sources state is one.
    const std::vector<Link>& links() const { return links_; }
    /// Relations that name an order or a line that is not among these.
    const std::vector<const Relation*>& unknown() const { return unknown_; }

    const OrderRecords* find(OrderId order) const;
    /// By number, among the orders of one account. Null when there is none.
    const OrderRecords* find(AccountId account, std::string_view number) const;

private:
    void resolve(const OrderRecords& from, const Relation& relation);

    std::span<const OrderRecords> orders_;
    std::map<OrderId, const OrderRecords*> by_id_;
    std::map<std::pair<AccountId, std::string_view>, const OrderRecords*> by_number_;
    std::vector<Link> links_;
    std::map<std::tuple<RelationKind, RelationEnd, RelationEnd>, std::size_t> link_places_;
    std::vector<const Relation*> unknown_;
};

/// Null when the order has no such line.
const Line* find_line(const OrderRecords& order, LineId id);
const Line* find_line(const OrderRecords& order, std::string_view number);

} // namespace orderdeck::domain
