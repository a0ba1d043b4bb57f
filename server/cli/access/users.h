#pragma once

#include "server/auth/password_hasher.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "shared/base/timestamp.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace orderdeck::server::cli::access {

struct NewUser {
    /// Code of the node that the person sees, with all below it. Empty for staff that sees no customer's orders.
    std::string account;
    std::string email;
    std::string name; ///< empty: the part of the address before the @
    persistence::sqlite::identity::Role role = persistence::sqlite::identity::Role::customer;
};

/// The account of staff that has no customer's: a root without orders, made with its first person.
inline constexpr std::string_view kStaffAccount = "@staff";

/// Adds a person who may log in. The password is the first line of `input` and is checked against the rules; nothing is
/// written when it or the account is refused.
base::Result<domain::UserId> add_user(persistence::sqlite::Store& store, const NewUser& user,
                                      std::istream& input, auth::HashCost cost, base::Timestamp now);

/// All people by mail address; with an account's code only those who see that node itself.
base::Result<std::vector<persistence::sqlite::identity::UserEntry>>
list_users(persistence::sqlite::Store& store, const std::string& account);

enum class LogInRight : std::uint8_t { granted, withdrawn };

/// Withdraws or gives back the right to log in. Sessions do not survive either: those of a disabled person are refused
/// from now on, and told to erase what is on the device; who is enabled logs in anew. `not_found` for an unknown address.
base::Result<void> set_log_in_right(persistence::sqlite::Store& store, const std::string& email,
                                    LogInRight right, base::Timestamp now);

/// Replaces a person's password by the first line of `input`, under the same rules, and ends all sessions of the person.
base::Result<void> change_password(persistence::sqlite::Store& store, const std::string& email,
                                   std::istream& input, auth::HashCost cost);

} // namespace orderdeck::server::cli::access
