#pragma once

#include "shared/i18n/language.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::server::http::site {

enum class LogInNotice : std::uint8_t { none, refused, must_wait, expired, busy };

/// What stands on the log-in page. Everything that came from the browser is escaped when it is written.
struct LogInPage {
    std::string_view csrf;
    std::string_view next;  ///< where to go afterwards, a path of this origin
    std::string_view email; ///< as typed before, to be corrected
    LogInNotice notice = LogInNotice::none;
    std::int64_t wait_seconds = 0; ///< with must_wait
};

/// Fills the placeholders of web/login.html in the language. Names that it does not know stay as they are.
std::string render_login(std::string_view page_template, const LogInPage& page,
                         const i18n::Language& language);

} // namespace orderdeck::server::http::site
