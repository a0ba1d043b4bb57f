#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/api/problem.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"
#include "shared/domain/own_settings.h"
#include "shared/domain/password_rules.h"

namespace orderdeck::api {

inline constexpr std::string_view kOwnSettingsPath = "/api/v1/me/settings";
inline constexpr std::string_view kPasswordPath = "/api/v1/me/password";
inline constexpr std::string_view kSessionsPath = "/api/v1/me/sessions";

/// The address of one session: DELETE ends it.
std::string session_path(std::string_view session_id);

/// GET and PUT /api/v1/me/settings answer with this. PUT takes the settings only and answers 422 kInvalidFields when
/// domain::check finds something.
struct OwnSettingsInfo {
    std::string email; ///< the log-in name; only the operator changes it
    domain::OwnSettings settings;
    bool mail_available = false; ///< whether this server can send mail at all

    friend bool operator==(const OwnSettingsInfo&, const OwnSettingsInfo&) = default;
};

std::string encode_own_settings_info(const OwnSettingsInfo& info);
base::Result<OwnSettingsInfo> decode_own_settings_info(std::string_view text);
/// The body of PUT.
std::string encode_own_settings(const domain::OwnSettings& settings);
/// A rhythm, event or time of another form is `invalid`: no form of ours sends it.
base::Result<domain::OwnSettings> decode_own_settings(std::string_view text);

/// POST /api/v1/me/password: 204 with a new session cookie, so that the csrf token is another one and the session has to
/// be read again; all other sessions of the person have ended. 422 kInvalidFields, or 429 with Retry-After.
struct PasswordChange {
    std::string current_password;
    std::string new_password;

    friend bool operator==(const PasswordChange&, const PasswordChange&) = default;
};

std::string encode_password_change(const PasswordChange& change);
base::Result<PasswordChange> decode_password_change(std::string_view text);

/// Fields of PasswordChange in FieldProblem. The new password's codes are those of domain::PasswordFault.
inline constexpr std::string_view kCurrentPasswordField = "current_password";
inline constexpr std::string_view kNewPasswordField = "new_password";
/// The code of a current password that is not the one.
inline constexpr std::string_view kWrong = "wrong";

/// One log-in that lasts, as its person sees it.
struct SessionEntry {
    std::string id;      ///< opaque, for session_path
    std::string browser; ///< "Firefox"; empty when it is not known
    std::string system;  ///< "Linux"; empty when it is not known
    base::Timestamp created_at;
    base::Timestamp seen_at; ///< exact to a few minutes
    bool current = false;    ///< the one that asks

    friend bool operator==(const SessionEntry&, const SessionEntry&) = default;
};

/// GET /api/v1/me/sessions, the last used first. DELETE of the same path ends all but the current one, DELETE of
/// session_path ends one: 204, and the same 404 for every id that is not among one's own.
std::string encode_sessions(const std::vector<SessionEntry>& sessions);
base::Result<std::vector<SessionEntry>> decode_sessions(std::string_view text);

/// Errors of settings as they stand in a problem, and those of a problem that are about settings.
std::vector<FieldProblem> field_problems(const std::vector<domain::FieldError>& errors);
std::vector<domain::FieldError> settings_errors(const Problem& problem);

} // namespace orderdeck::api
