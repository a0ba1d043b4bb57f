#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/timestamp.h"

namespace orderdeck::api {

inline constexpr std::string_view kSessionPath = "/api/v1/session";

/// The header by which a script of a page sends its session's csrf_token with every unsafe request.
inline constexpr std::string_view kCsrfHeader = "X-CSRF-Token";

/// GET /api/v1/session: who is logged in, for which customer. 401 without a session.
struct SessionInfo {
    std::string user_name;
    std::string email;
    std::string language;       ///< BCP 47; empty: follow the browser
    std::string time_zone = {}; ///< IANA name; empty: follow the device
    std::string account_name;   ///< of the node that the user was granted
    std::string csrf_token;     ///< to be sent back by the log-out form, and in kCsrfHeader
    base::Timestamp server_time;
    bool is_staff = false; ///< may also see and repair the imports

    friend bool operator==(const SessionInfo&, const SessionInfo&) = default;
};

std::string encode_session(const SessionInfo& session);
base::Result<SessionInfo> decode_session(std::string_view text);

} // namespace orderdeck::api
