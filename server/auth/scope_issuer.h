#pragma once

#include "server/persistence/scope.h"

#include <utility>
#include <vector>

namespace orderdeck::server::auth {

/// The only place where a caller gets a scope: from the grants behind a checked session or token.
class ScopeIssuer {
    friend class Authenticator;
    static persistence::Scope issue(domain::AccountId root, std::vector<domain::AccountId> nodes) {
        return {root, std::move(nodes)};
    }
};

} // namespace orderdeck::server::auth
