#pragma once

#include "tests/server/support/canary_store.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace orderdeck::test {

/// Somebody who calls the server, and the tags of all that this caller may ever read.
struct Role {
    std::string name;
    std::optional<std::pair<std::string, std::string>> credential; ///< a header; nothing for nobody
    std::set<std::string> may_read;
    std::string own_order;              ///< the id of an order in the caller's own world
    std::string own_session = "none";   ///< the id of another session of the same person
    std::string own_message = "900000"; ///< the id of a message of the inbox that nobody but staff sees
    std::string own_feed = "sample"; ///< the feed to which the caller's token delivers, if it delivers to any
};

/// Two tenants in a running server, and everybody who may knock: nobody, a person of each tenant, one of a single company
/// of tenant A, a token of A, a revoked token of A, an expired session of A, a token that delivers to a feed,
/// and a person of the staff who sees the orders of one company of A and all imports.
class IsolationWorld {
public:
    IsolationWorld();

    PortalFixture portal;
    CanaryStore canaries;
    std::vector<Role> roles;

    const Role& role(const std::string& name) const;

private:
    std::pair<std::string, std::string> person(const std::string& role, const std::string& tag,
                                               server::persistence::sqlite::identity::Role duty =
                                                   server::persistence::sqlite::identity::Role::customer);
    void fill_inbox();
    std::string second_session(const Role& role);
    std::string token(const std::string& role, const std::string& tag);
};

} // namespace orderdeck::test
