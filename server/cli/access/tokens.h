#pragma once

#include "server/persistence/sqlite/identity/token_store.h"

#include <string>
#include <vector>

namespace orderdeck::server::cli::access {

struct NewToken {
    std::string account; ///< code of the node that the token reads, with all below it
    std::string label;   ///< what it is for, as lists show it
    std::string feed;    ///< instead of an account: the feed to which it delivers, reading nothing
};

struct IssuedToken {
    std::string secret;
    std::string id; ///< by which it is listed and revoked
};

/// Adds a bearer token for the REST API; only its hash is kept, so it cannot be shown again.
base::Result<IssuedToken> add_token(persistence::sqlite::Store& store, const NewToken& token,
                                    base::Timestamp now);

/// All tokens, the oldest first, revoked ones among them.
base::Result<std::vector<persistence::sqlite::identity::TokenEntry>>
list_tokens(persistence::sqlite::Store& store);

/// Revokes the token with this id, or the token itself when that was found where it should not be; it is refused from the
/// next request on. `not_found` when there is none.
base::Result<void> revoke_token(persistence::sqlite::Store& store, const std::string& id_or_token,
                                base::Timestamp now);

} // namespace orderdeck::server::cli::access
