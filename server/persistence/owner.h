#pragma once

#include "shared/domain/ids.h"

namespace orderdeck::server::persistence {

/// Whose row it is: the root of the customer's tree, which every key begins with, and the node that owns it.
struct Owner {
    domain::AccountId root;
    domain::AccountId account;
    friend bool operator==(const Owner&, const Owner&) = default;
};

} // namespace orderdeck::server::persistence
