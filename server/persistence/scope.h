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
/// every scoped read. Only auth::ScopeIssuer makes one from a checked session or token, and SystemScope (in its
/// own header, which nothing that answers requests may include) for tasks without a caller; a scope without nodes sees
/// nothing.
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

} // namespace orderdeck::server::persistence
