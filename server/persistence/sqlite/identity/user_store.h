#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite::identity {

/// What a person does with what is seen: staff also sees and repairs the imports, which are of all customers.
enum class Role : std::uint8_t { customer, staff };
std::string_view name_of(Role role);

/// A person who can log in. The mail address is kept in lower case and unique.
struct User {
    domain::UserId id;
    std::string email;
    std::string name;
    std::string language; ///< own choice, BCP 47; empty when none was made
    std::string password_hash;
    bool disabled = false;
};

/// A person as the operator's console lists it.
struct UserEntry {
    User user;
    std::vector<std::string> account_codes; ///< of all grants, ended ones too
    Role role = Role::customer;             ///< the highest of all grants
};

/// A node of a customer's account tree that a person may see with all below it.
struct Grant {
    domain::AccountId root;
    domain::AccountId account;
    Role role = Role::customer;
};

/// A session that goes on under another secret.
struct SessionRenewal {
    std::span<const std::byte> old_hash;
    std::span<const std::byte> new_hash;
};

/// People and what they may see. Times are given by the caller.
class UserStore {
public:
    explicit UserStore(Store& store) : store_(store) {}

    base::Result<std::optional<User>> find_by_email(std::string_view email);
    /// Grants valid at `now`, ordered by root and account.
    base::Result<std::vector<Grant>> grants(domain::UserId user, base::Timestamp now);
    /// For the same password hashed anew; see change_password for another one. Nothing happens when the password was
    /// replaced since it was checked against `old_hash`.
    base::Result<void> renew_password_hash(domain::UserId user, std::string_view old_hash,
                                           std::string_view new_hash);

    /// All people of all customers by mail address: for the operator's console only.
    base::Result<std::vector<UserEntry>> list();
    /// The person may not log in any more. Sessions stay, so that the devices behind them can be told to erase their copy.
    base::Result<void> disable(domain::UserId user, base::Timestamp now);
    /// The person may log in again; sessions from before are ended.
    base::Result<void> enable(domain::UserId user);
    /// Replaces the password and ends all sessions of the person, in one transaction.
    base::Result<void> change_password(domain::UserId user, std::string_view password_hash);

    /// Replaces the password by the person's own wish, renews the session that asked and ends all others of the person, in
    /// one transaction; returns how many ended. `unauthenticated`, and nothing changes, when that session has ended meanwhile.
    base::Result<int> change_own_password(domain::UserId user, std::string_view password_hash,
                                          const SessionRenewal& session, base::Timestamp now);

    /// Adds a person with one grant; already_exists when the mail address is taken.
    base::Result<domain::UserId> add(const User& user, const Grant& grant, base::Timestamp now);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
