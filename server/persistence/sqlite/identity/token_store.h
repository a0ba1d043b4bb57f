#pragma once

#include "server/persistence/sqlite/identity/user_store.h"

#include <cstddef>
#include <span>

namespace orderdeck::server::persistence::sqlite::identity {

/// A bearer token of an integrator and what it is for: it either reads one account node or delivers to one feed.
struct ApiToken {
    Grant grant; ///< unset with a feed
    std::string label;
    std::string feed; ///< empty: the token reads
};

/// A token as the operator's console lists it.
struct TokenEntry {
    std::string id;
    std::string account_code;
    std::string feed;
    std::string label;
    base::Timestamp created_at;
    std::optional<base::Timestamp> revoked_at;
};

/// The name of a token that does not betray it: the first twelve hexadecimal digits of its hash.
std::string token_id(std::span<const std::byte> hash);

/// Bearer tokens by the SHA-256 of their secret.
class TokenStore {
public:
    using Hash = std::span<const std::byte>;

    explicit TokenStore(Store& store) : store_(store) {}

    base::Result<void> add(Hash hash, const ApiToken& token, base::Timestamp now);
    /// Nothing when there is no such token or it has been revoked.
    base::Result<std::optional<ApiToken>> find(Hash hash);
    /// All tokens of all customers, the oldest first: for the operator's console only.
    base::Result<std::vector<TokenEntry>> list();
    /// False when no valid token has this id.
    base::Result<bool> revoke(std::string_view id, base::Timestamp now);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
