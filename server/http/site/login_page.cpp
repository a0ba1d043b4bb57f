#include "server/http/site/login_page.h"

#include "server/http/page.h"
#include "server/http/url.h"

#include <map>

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

using Values = std::map<std::string, std::string, std::less<>>;

Values values_of(const LogInPage& page, const i18n::Language& language) {
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
    const Values values = values_of(page, language);
    std::string out;
    // One pass, so that a value that looks like a placeholder is never filled in itself.
    for (std::size_t at = 0; at < page_template.size();) {
        const std::size_t open = page_template.find("{{", at);
        const std::size_t close = open == std::string_view::npos ? open : page_template.find("}}", open);
        if (close == std::string_view::npos) {
            out += page_template.substr(at);
            break;
        }
        out += page_template.substr(at, open - at);
        const auto value = values.find(page_template.substr(open + 2, close - open - 2));
        out += value == values.end() ? page_template.substr(open, close + 2 - open)
                                     : std::string_view(value->second);
        at = close + 2;
    }
    return out;
}

} // namespace orderdeck::server::http::site
