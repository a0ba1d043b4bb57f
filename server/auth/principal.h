#pragma once

#include "server/persistence/scope.h"
#include "shared/domain/ids.h"

#include <string>

namespace orderdeck::server::auth {

enum class PrincipalKind : std::uint8_t { person, token };

/// Who is calling, proven by a session or a bearer token, and what that lets them see.
struct Principal {
    PrincipalKind kind = PrincipalKind::person;
    domain::UserId user; ///< unset for a token
    std::string email;
    std::string name;      ///< of the person, or the token's label
    std::string language;  ///< the person's own choice, BCP 47; empty when none was made
    std::string time_zone; ///< likewise an IANA name
    std::string session;   ///< the session's id for its person, which opens nothing; empty for a token
    std::string csrf;      ///< proof that a request comes from a page of this session; empty for a token
    bool is_staff = false; ///< sees and repairs the imports of all customers
    persistence::Scope scope;
};

} // namespace orderdeck::server::auth
