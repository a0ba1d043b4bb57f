#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite::identity {

/// A log-in that lasts, with the person behind it.
struct Session {
    std::string public_id; ///< names the session to its person; opens nothing
    domain::UserId user;
    std::string email;
    std::string name;
    std::string language;
    std::string time_zone;
    base::Timestamp created_at;
    base::Timestamp seen_at;
    bool ended = false;    ///< its person ended it from elsewhere
    bool disabled = false; ///< the person may not log in any more
};

/// A session that is about to begin.
struct NewSession {
    domain::UserId user;
    std::string_view password_hash; ///< the one that the password was checked against
    std::string_view user_agent;
};

/// A session as its person lists it.
struct SessionEntry {
    std::string public_id;
    std::string user_agent;
    base::Timestamp created_at;
    base::Timestamp seen_at;
};

/// Sessions by the SHA-256 of their secret. One that its person ended stays until it is removed for its age, so that its
/// device can be told to erase what it has.
class SessionStore {
public:
    using Hash = std::span<const std::byte>;

    explicit SessionStore(Store& store) : store_(store) {}

    /// Adds a session and removes those that began before the given instant. False, and none is added, when the person's
    /// password was replaced since it was checked.
    base::Result<bool> add(Hash hash, const NewSession& session, base::Timestamp now,
                           base::Timestamp created_before);
    /// Nothing when there is no such session.
    base::Result<std::optional<Session>> find(Hash hash);
    base::Result<void> touch(Hash hash, base::Timestamp now);
    base::Result<void> remove(Hash hash);

    /// Sessions of one person that have not ended and were begun and seen after the given instants, the last seen first.
    base::Result<std::vector<SessionEntry>> list(domain::UserId user, base::Timestamp created_after,
                                                 base::Timestamp seen_after, int limit);
    /// Ends one session of the person; false when none of this id is running.
    base::Result<bool> end(domain::UserId user, std::string_view public_id, base::Timestamp now);
    /// Ends all sessions of the person but the one with the id; returns how many.
    base::Result<int> end_others(domain::UserId user, std::string_view kept_public_id, base::Timestamp now);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
