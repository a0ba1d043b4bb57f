#include "client/app/own_settings.h"

#include <algorithm>

namespace orderdeck::client::app {

std::vector<domain::FieldError> faults_of(const domain::OwnSettings& draft) {
    // A language is chosen from those that there are.
    const std::string_view language = draft.language;
    return domain::check(domain::tidied(draft), {&language, 1});
}

bool differs(const SettingsForm& form) {
    return form.reading == Reading::done && !(domain::tidied(form.draft) == form.stored);
}

std::vector<domain::FieldError> shown_errors(const SettingsForm& form) {
    std::vector<domain::FieldError> errors;
    for (const domain::FieldError& error : faults_of(form.draft))
        if (form.left.count(error.field) > 0) errors.push_back(error);
    for (const domain::FieldError& error : form.answered) {
        const bool known = std::any_of(errors.begin(), errors.end(), [&](const domain::FieldError& other) {
            return other.field == error.field;
        });
        if (!known) errors.push_back(error);
    }
    std::sort(errors.begin(), errors.end(),
              [](const domain::FieldError& a, const domain::FieldError& b) { return a.field < b.field; });
    return errors;
}

} // namespace orderdeck::client::app
