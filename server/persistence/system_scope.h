#pragma once

#include "server/persistence/scope.h"

#include <utility>

namespace orderdeck::server::persistence {

/// Scopes of tasks that answer to no caller: import, rebuild, commands of the operator at the server's console.
/// Never used while serving a request: scripts/check_layers keeps this header out of server/http, server/sync and
/// server/auth.
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
