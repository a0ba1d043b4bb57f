#pragma once

#include "client/platform/http.h"
#include "tests/shared/replica/replica_builder.h"

#include <map>
#include <random>
#include <set>
#include <string>

namespace orderdeck::test {

/// A server with one table of orders, each belonging to a site, that answers boot and pull as the protocol says
/// (5-sync 2.2): a counter per feed, one entry a row for ever, tombstones for what left the scope.
class FakeServer {
public:
    explicit FakeServer(unsigned seed) : random_(seed) {}

    void write_something();
    /// The session now sees another set of sites.
    void change_scope();
    /// A backup was restored: history begins anew.
    void restore();
    /// Tombstones up to now are forgotten.
    void prune() { floor_ = head_; }

    /// Status and body of the answer to a path with the entity tag that was sent; sets `etag`.
    int answer(const std::string& path, const std::string& if_none_match, std::string& body,
               std::string& etag);
    /// What a client that is up to date must have: numbers by id.
    std::map<std::int64_t, std::string> visible() const;

private:
    struct Order {
        std::string number;
        int site = 0;
        std::int64_t seq = 0;
        bool deleted = false;
    };
    bool sees(const Order& order) const { return !order.deleted && sites_.contains(order.site); }
    std::string cursor_at(std::int64_t seq) const;
    std::string tag_at(std::int64_t seq) const { return "\"" + cursor_at(seq) + "\""; }
    PageBuilder page() const;
    int boot(const std::string& path, std::string& body, std::string& etag);
    int pull(const std::string& path, const std::string& if_none_match, std::string& body, std::string& etag);

    std::mt19937 random_;
    std::map<std::int64_t, Order> orders_;
    std::set<int> sites_{1, 2};
    std::int64_t head_ = 0;
    std::int64_t floor_ = 0;
    int epoch_ = 1;
    int scope_ = 1;
};

} // namespace orderdeck::test
