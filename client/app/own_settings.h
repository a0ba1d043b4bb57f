#pragma once

#include "client/platform/zones.h"
#include "shared/api/own_settings.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace orderdeck::client::app {

/// Of something that is read from the server when its page is entered.
enum class Reading : std::uint8_t { not_asked, running, done, failed };

/// Of something that is sent. After a failure what was typed is still there and may be sent again.
enum class Sending : std::uint8_t {
    idle,
    running,
    unreachable, ///< no answer came
    refused,     ///< the server took none of it, for a reason that no field can mend
    must_wait,   ///< too many attempts
    invalid,     ///< fields are wrong
};

/// The part of the settings that every device follows: what the server has and what is in the fields.
struct SettingsForm {
    Reading reading = Reading::not_asked;
    std::string email = {};
    bool mail_available = false;
    domain::OwnSettings stored = {};
    domain::OwnSettings draft = {};
    domain::OwnSettings sent = {};                  ///< while it is being saved
    std::optional<domain::OwnSettings> before = {}; ///< the last save, for taking it back
    std::set<domain::SettingsField> left = {};      ///< their faults are shown: the person is done with them
    std::vector<domain::FieldError> answered =
        {}; ///< faults that the server found; each until its field changes
    Sending saving = Sending::idle;
    std::uint32_t version = 0; ///< grows when the fields are filled by us
};

/// Is there anything that Save would change?
bool differs(const SettingsForm& form);
/// What keeps a draft from being saved, by the rules that the server has, too.
std::vector<domain::FieldError> faults_of(const domain::OwnSettings& draft);
/// The faults that are shown now, of the shared rules and of the server, in the order of the fields.
std::vector<domain::FieldError> shown_errors(const SettingsForm& form);

enum class PasswordField : std::uint8_t { current, next };

struct PasswordForm {
    api::PasswordChange typed = {};
    bool current_is_wrong = false;                      ///< until it is changed
    std::optional<domain::PasswordFault> answered = {}; ///< by the server, until the new one is changed
    std::set<PasswordField> left = {};
    std::set<PasswordField> revealed = {};
    Sending sending = Sending::idle;
    std::uint32_t version = 0;
};

struct SessionList {
    Reading reading = Reading::not_asked;
    std::vector<api::SessionEntry> entries = {};
    std::set<std::string> ending = {}; ///< ids that are being ended
    bool ending_others = false;
    Sending sending = Sending::idle; ///< how the last ending went
};

/// A question that waits for an answer above the page.
enum class Asking : std::uint8_t { nothing, end_other_sessions, log_out_unsaved, withdraw_import };

enum class SettingsPart : std::uint8_t { form, password };

/// What the page of one's own settings holds.
struct OwnSettingsState {
    SettingsForm form;
    PasswordForm password;
    SessionList sessions;
    std::vector<platform::ZoneName> zones = {}; ///< empty until somebody looks for one
    std::string zones_language = {};            ///< BCP 47, of their words
    Asking asking = Asking::nothing;
    SettingsPart wrong_part = SettingsPart::form; ///< where the last attempt failed
    std::uint32_t attempt = 0; ///< grows when something could not be sent because fields are wrong
};

} // namespace orderdeck::client::app
