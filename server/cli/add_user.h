#pragma once

#include "server/auth/password_hasher.h"
#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <iosfwd>
#include <string>

namespace orderdeck::server::cli {

struct NewUser {
    std::string account; ///< code of the node that the person sees, with all below it
    std::string email;
    std::string name; ///< empty: the part of the address before the @
};

/// Adds a person who may log in. The password is the first line of `input` and is checked against the rules; nothing is
/// written when it or the account is refused.
base::Result<domain::UserId> add_user(persistence::sqlite::Store& store, const NewUser& user,
                                      std::istream& input, auth::HashCost cost, base::Timestamp now);

struct NewToken {
    std::string account;
    std::string label; ///< what it is for, as lists show it
};

/// Adds a bearer token for the REST API and returns it; only its hash is kept, so it cannot be shown again.
base::Result<std::string> add_token(persistence::sqlite::Store& store, const NewToken& token,
                                    base::Timestamp now);

} // namespace orderdeck::server::cli
