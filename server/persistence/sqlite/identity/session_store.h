#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace orderdeck::server::persistence::sqlite::identity {

/// A log-in that lasts, with the person behind it.
struct Session {
    domain::UserId user;
    std::string email;
    std::string name;
    std::string language;
    base::Timestamp created_at;
    base::Timestamp seen_at;
    bool disabled = false; ///< the person may not log in any more
};

/// Sessions by the SHA-256 of their secret.
class SessionStore {
public:
    using Hash = std::span<const std::byte>;

    explicit SessionStore(Store& store) : store_(store) {}

    /// Adds a session and removes those that began before or were last seen before the given instants.
    base::Result<void> add(Hash hash, domain::UserId user, std::string_view user_agent, base::Timestamp now,
                           base::Timestamp created_before, base::Timestamp seen_before);
    /// Nothing when there is no such session.
    base::Result<std::optional<Session>> find(Hash hash);
    base::Result<void> touch(Hash hash, base::Timestamp now);
    base::Result<void> remove(Hash hash);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
