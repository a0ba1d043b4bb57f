#pragma once

#include "server/auth/password_hasher.h"
#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"

#include <filesystem>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// Somebody who can look at the demo.
struct LogIn {
    std::string email;
    std::string password;
    std::string account;   ///< code
    bool is_staff = false; ///< sees and repairs the imports
};

/// Adds one person for each customer and one of the machine maker's staff, with a password that is made now, and writes them to `demo-logins.txt` in the
/// data folder, readable by its owner only: "mail address / password". Nothing when they exist already.
base::Result<std::vector<LogIn>> add_log_ins(persistence::sqlite::Store& store,
                                             const std::filesystem::path& data_folder, auth::HashCost cost,
                                             base::Timestamp now);

} // namespace orderdeck::server::cli::demo
