#pragma once

#include "shared/domain/ids.h"
#include "shared/tables/order_records.h"

#include <span>
#include <string>
#include <vector>

namespace orderdeck::server::auth {
class ScopeIssuer;
}

namespace orderdeck::server::persistence {

/// Which rows a caller may see: nodes of one customer's account tree, each with all below it. The first argument of
/// every scoped read. Only auth::ScopeIssuer makes one from a checked session or token, and SystemScope for tasks
/// that run without a caller; a scope without nodes sees nothing.
class Scope {
public:
    domain::AccountId root() const { return root_; }
    std::span<const domain::AccountId> nodes() const { return nodes_; }

    /// THE scope predicate: `root_id = ? AND account_id IN (SELECT account_id FROM account_tree ...)`, over columns of
    /// `alias` or, without one, of the only table of the statement.
    std::string predicate(std::string_view alias = {}) const;
    /// Binds its parameters from an index on; returns the index after the last.
    int bind(storage::Statement& statement, int index) const;
    /// Predicate and binding for the shared table reads. Must not outlive this scope.
    tables::RowScope rows() const;

private:
    friend class auth::ScopeIssuer;
    friend class SystemScope;
    Scope(domain::AccountId root, std::vector<domain::AccountId> nodes)
        : root_(root), nodes_(std::move(nodes)) {}

    domain::AccountId root_;
    std::vector<domain::AccountId> nodes_;
};

/// Scopes of tasks that answer to no caller: import, rebuild, commands of the operator at the server's console.
/// Never used while serving a request.
class SystemScope {
public:
    /// Everything of one customer.
    static Scope whole(domain::AccountId root) { return {root, {root}}; }
    /// One node of a customer's tree with all below it.
    static Scope below(domain::AccountId root, domain::AccountId node) { return {root, {node}}; }
    /// Some nodes of one customer with all below them.
    static Scope below(domain::AccountId root, std::vector<domain::AccountId> nodes) {
        return {root, std::move(nodes)};
    }
};

} // namespace orderdeck::server::persistence
