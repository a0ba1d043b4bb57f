#include "server/http/site/login_page.h"

#include "server/http/page.h"
#include "server/http/site/page_template.h"
#include "server/http/url.h"

namespace orderdeck::server::http::site {
namespace {

std::string notice_text(const LogInPage& page, const i18n::Language& language) {
    switch (page.notice) {
    case LogInNotice::none: return {};
    case LogInNotice::refused: return language.text("login.refused");
    case LogInNotice::must_wait: return language.text("login.must_wait", {{"count", page.wait_seconds}});
    case LogInNotice::expired: return language.text("login.expired");
    case LogInNotice::busy: return language.text("login.busy");
    }
    return {};
}

std::string error_block(const LogInPage& page, const i18n::Language& language) {
    const std::string text = notice_text(page, language);
    return text.empty() ? text : "<p class=\"error\" role=\"alert\">" + escape_html(text) + "</p>";
}

/// A link for each language to this page in it.
std::string language_links(const LogInPage& page, const i18n::Language& current) {
    std::string links;
    for (const i18n::Catalogue& catalogue : i18n::catalogues()) {
        const i18n::Language language(catalogue);
        const std::string tag(language.tag());
        std::string address = "/login?lang=" + percent_encode(tag);
        if (!page.next.empty()) address += "&next=" + percent_encode(page.next);
        links += "<a href=\"" + escape_html(address) + "\" lang=\"" + tag + "\" hreflang=\"" + tag + "\"";
        if (language == current) links += " aria-current=\"true\"";
        links += ">" + escape_html(language.name()) + "</a>";
    }
    return links;
}

TemplateValues values_of(const LogInPage& page, const i18n::Language& language) {
    return {{"lang", std::string(language.tag())},
            {"title", escape_html(language.raw("login.title"))},
            {"language_label", escape_html(language.raw("login.language"))},
            {"languages", language_links(page, language)},
            {"heading", escape_html(language.raw("login.heading"))},
            {"lead", escape_html(language.raw("login.lead"))},
            {"error", error_block(page, language)},
            {"csrf", escape_html(page.csrf)},
            {"next", escape_html(page.next)},
            {"email", escape_html(page.email)},
            {"email_label", escape_html(language.raw("login.email"))},
            {"password_label", escape_html(language.raw("login.password"))},
            {"submit", escape_html(language.raw("login.submit"))},
            {"hint", escape_html(language.raw("login.hint"))}};
}

} // namespace

std::string render_login(std::string_view page_template, const LogInPage& page,
                         const i18n::Language& language) {
    return fill(page_template, values_of(page, language));
}

} // namespace orderdeck::server::http::site
