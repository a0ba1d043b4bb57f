#pragma once

#include "client/app/action.h"
#include "client/app/model.h"
#include "client/screens/words/words.h"
#include "client/ui/style/theme.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::screens {

/// A field of a form in words.
struct FieldView {
    std::string label;
    std::string value;
    std::string hint;
    std::string error;
};

struct ChoiceView {
    std::string key;
    std::string label;
    std::string hint;
    bool chosen = false;
};

/// A field whose value is the key of one of its choices.
struct ChoiceFieldView {
    FieldView words;
    std::vector<ChoiceView> choices;
};

/// Keys of what is not written in the settings: the browser's language, the device's zone.
inline constexpr std::string_view kFollowKey = "follow";

struct PersonView {
    std::string title;
    FieldView name;
    FieldView email;
    ChoiceFieldView language;
    ChoiceFieldView zone;
    std::string zone_list;
    std::string zone_nothing;
    std::string zone_more;
    std::string zone_words;    ///< style for platform::Zones
    bool zones_listed = false; ///< in this language
    std::string language_tag;
};

struct NotificationsView {
    std::string title;
    std::string no_mail; ///< empty: this server can send mail
    ChoiceFieldView mail;
    std::string events_title;
    std::vector<ChoiceView> events;
    std::string quiet_title;
    std::string quiet_hint;
    FieldView from;
    FieldView until;
    std::string no_time;
};

/// The bar that saves; there only while something is to be said or done.
struct SaveBarView {
    std::string name;
    std::string message;
    ui::Tone tone = ui::Tone::mute;
    std::string save;
    std::string discard;
    bool running = false;
};

struct DeviceView {
    std::string title;
    std::string hint;
    ChoiceFieldView theme;
    ChoiceFieldView text_scale;
};

struct PasswordFieldView {
    FieldView words;
    std::string reveal_name;
    bool revealed = false;
};

struct PasswordView {
    std::string title;
    std::string text;
    PasswordFieldView current;
    PasswordFieldView next;
    std::string change;
    std::string failure; ///< empty: none
    bool ready = false;  ///< there is something to send, and nothing on its way
    bool running = false;
};

struct SessionView {
    std::string id;
    std::string device; ///< "Firefox on Linux"
    std::string used;
    std::string badge; ///< of the device that is looked at
    std::string end;   ///< empty: cannot be ended here
    std::string end_name;
    bool ending = false;
};

struct SessionsView {
    std::string title;
    std::string text;
    std::string loading; ///< empty: they are there, or failed
    std::string failure; ///< empty: none
    std::vector<SessionView> sessions;
    std::string end_others; ///< empty: there are none
    std::string only_this;  ///< empty: there are others
    bool ending_others = false;
};

struct SettingsView {
    std::string title;
    app::Reading reading = app::Reading::not_asked;
    std::string loading;
    std::string failed_title;
    std::string failed_text;
    std::string retry;
    domain::OwnSettings draft;
    api::PasswordChange typed;
    std::uint32_t version = 0;
    std::uint32_t password_version = 0;
    PersonView person;
    NotificationsView notifications;
    std::optional<SaveBarView> save_bar;
    DeviceView device;
    PasswordView password;
    SessionsView sessions;
    /// The field to be led to and the words that say how many are wrong, for the attempt of this number.
    std::uint32_t attempt = 0;
    std::string wrong_key;
    std::string wrong_words;
};

SettingsView settings_view(const ViewContext& context, const app::Model& model);

// Its parts
PersonView person_view(const ViewContext& context, const app::Model& model);
NotificationsView notifications_view(const ViewContext& context, const app::Model& model);
DeviceView device_view(const ViewContext& context, const app::Preferences& preferences);
PasswordView password_view(const ViewContext& context, const app::Model& model);
SessionsView sessions_view(const ViewContext& context, const app::Model& model);

/// What is wrong with a field in words; empty when nothing that is shown.
std::string error_words(const ViewContext& context, const app::SettingsForm& form,
                        domain::SettingsField field);

/// A question above the page, while one is asked.
struct QuestionView {
    std::string title;
    std::string text;
    std::string confirm;
    std::string cancel;
    std::string close_name;
};
std::optional<QuestionView> question_view(const ViewContext& context, app::Asking asking);

struct ToastView {
    std::string text;
    std::string action; ///< empty: none
    std::string close_name;
    std::uint32_t version = 0;
};
std::optional<ToastView> toast_view(const ViewContext& context, const app::Model& model);

} // namespace orderdeck::client::screens
