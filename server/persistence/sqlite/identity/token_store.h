#pragma once

#include "server/persistence/sqlite/identity/user_store.h"

#include <cstddef>
#include <span>

namespace orderdeck::server::persistence::sqlite::identity {

/// A bearer token of an integrator: one account node and what it is for.
struct ApiToken {
    Grant grant;
    std::string label;
};

/// Bearer tokens by the SHA-256 of their secret.
class TokenStore {
public:
    using Hash = std::span<const std::byte>;

    explicit TokenStore(Store& store) : store_(store) {}

    base::Result<void> add(Hash hash, const ApiToken& token, base::Timestamp now);
    /// Nothing when there is no such token or it has been revoked.
    base::Result<std::optional<ApiToken>> find(Hash hash);
    base::Result<void> revoke(Hash hash, base::Timestamp now);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
