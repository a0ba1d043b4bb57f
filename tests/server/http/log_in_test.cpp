#include "tests/server/http/with_user.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace orderdeck::test {
namespace {

using Catch::Matchers::ContainsSubstring;

} // namespace

TEST_CASE("a page that needs a session leads to the log-in page and from there back") {
    WithUser fixture;
    const RawResponse away = fixture.get("/orders/17?x=1");
    CHECK(away.status == 303);
    CHECK(away.header("Location") == "/login?next=%2Forders%2F17%3Fx%3D1");
    const RawResponse page = fixture.get(away.header("Location"));
    CHECK(page.status == 200);
    CHECK_THAT(page.body, ContainsSubstring("name=\"next\" value=\"/orders/17?x=1\""));
    RawRequest form = fixture.log_in_request("anna@example.com", kPassword);
    form.body.replace(form.body.find("%2Forders"), 9, "%2Forders%2F17%3Fx%3D1");
    const RawResponse back = fixture.post(form);
    CHECK(back.status == 303);
    CHECK(back.header("Location") == "/orders/17?x=1");
}

TEST_CASE("a place to go on another origin is replaced by the list of orders") {
    WithUser fixture;
    for (const std::string next :
         {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Flogout", "%2F"}) {
        CAPTURE(next);
        CHECK_THAT(fixture.get("/login?next=" + next).body,
                   ContainsSubstring("name=\"next\" value=\"/orders\""));
        RawRequest form = fixture.log_in_request("anna@example.com", kPassword);
        form.body.replace(form.body.find("%2Forders"), 9, next);
        CHECK(fixture.post(form).header("Location") == "/orders");
    }
}

TEST_CASE("logging in sets a cookie that scripts and other sites cannot use") {
    WithUser fixture;
    const RawResponse response = fixture.post(fixture.log_in_request(" Anna@Example.COM ", kPassword));
    REQUIRE(response.status == 303);
    std::string session;
    for (const std::string& value : response.all("Set-Cookie")) {
        if (value.starts_with("s=")) session = value;
    }
    CHECK_THAT(session, ContainsSubstring("; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000"));
    CHECK(session.find("Secure") == std::string::npos);
    CHECK(cookie_of(response, "s").size() == 43);
    CHECK(response.header("Cache-Control") == "no-store");
}

TEST_CASE("with an https address the cookies are secure and bound to the host") {
    PortalSetup setup;
    setup.policy.public_url = server::http::Origin::parse("https://portal.example").value();
    WithUser fixture(std::move(setup));
    const RawResponse page = fixture.get("/login", {{"Host", "portal.example"}});
    const std::string secret = cookie_of(page, "__Host-l");
    REQUIRE(secret.size() == 43);
    RawRequest form = fixture.log_in_request("anna@example.com", kPassword);
    form.headers = {{"Host", "portal.example"},
                    {"Origin", "https://portal.example"},
                    {"Cookie", "__Host-l=" + secret},
                    {"Content-Type", "application/x-www-form-urlencoded"}};
    form.body = "csrf=" + secret + form.body.substr(form.body.find('&'));
    const RawResponse response = fixture.post(form);
    REQUIRE(response.status == 303);
    REQUIRE_FALSE(cookie_of(response, "__Host-s").empty());
    CHECK_THAT(response.all("Set-Cookie").front(), ContainsSubstring("; Secure"));
    CHECK(response.header("Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("each log-in gets a session of its own") {
    WithUser fixture;
    CHECK(fixture.log_in("anna@example.com") != fixture.log_in("anna@example.com"));
}

TEST_CASE("wrong password, unknown address and disabled person get the same page") {
    WithUser fixture;
    fixture.add_user("gone@example.com", "Gone", fixture.add_account("other", "Other"));
    {
        auto lease = fixture.store().write().value();
        REQUIRE(lease->execute("UPDATE app_user SET disabled_at = 1 WHERE email = 'gone@example.com'")
                    .has_value());
        REQUIRE(lease.commit().has_value());
    }
    std::string first;
    for (const std::string email : {"anna@example.com", "nobody@example.com", "gone@example.com"}) {
        const std::string_view password = email == "anna@example.com" ? "not the password" : kPassword;
        const RawResponse response = fixture.post(fixture.log_in_request(email, password));
        CHECK(response.status == 401);
        CHECK(cookie_of(response, "s").empty());
        std::string body = response.body;
        body.replace(body.find("value=\"" + email), 7 + email.size(), "value=\"");
        const std::string csrf = between(body, "name=\"csrf\" value=\"", "\"");
        body.replace(body.find(csrf), csrf.size(), "");
        if (first.empty()) first = body;
        CHECK(body == first);
    }
    CHECK_THAT(first, ContainsSubstring("E-mail or password is not right."));
}

TEST_CASE("what a person typed comes back escaped") {
    WithUser fixture;
    const RawResponse response =
        fixture.post(fixture.log_in_request("\"><script>alert(1)</script>{{csrf}}", "x"));
    CHECK(response.body.find("<script>") == std::string::npos);
    CHECK_THAT(response.body, ContainsSubstring("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{csrf}}"));
}

TEST_CASE("failures slow an account down without locking it") {
    WithUser fixture;
    for (int i = 0; i < 5; ++i)
        CHECK(fixture.post(fixture.log_in_request("anna@example.com", "wrong")).status == 401);
    const RawResponse slowed = fixture.post(fixture.log_in_request("anna@example.com", kPassword));
    CHECK(slowed.status == 429);
    CHECK(slowed.header("Retry-After") == "2");
    CHECK_THAT(slowed.body, ContainsSubstring("Please try again in 2 seconds."));
    fixture.add_user("berta@example.com", "Berta", fixture.add_account("other", "Other"));
    CHECK(fixture.post(fixture.log_in_request("berta@example.com", kPassword)).status == 303);
    fixture.advance(base::Duration::seconds(2));
    CHECK(fixture.post(fixture.log_in_request("anna@example.com", kPassword)).status == 303);
    CHECK(fixture.post(fixture.log_in_request("anna@example.com", "wrong")).status == 401);
}

TEST_CASE("an unknown account is slowed down like a known one") {
    WithUser fixture;
    for (int i = 0; i < 5; ++i)
        CHECK(fixture.post(fixture.log_in_request("nobody@example.com", "wrong")).status == 401);
    CHECK(fixture.post(fixture.log_in_request("nobody@example.com", "wrong")).status == 429);
}

TEST_CASE("many accounts tried from one network slow the network down") {
    WithUser fixture;
    for (int i = 0; i < 30; ++i) {
        fixture.post(fixture.log_in_request("user" + std::to_string(i) + "@example.com", "wrong"));
    }
    CHECK(fixture.post(fixture.log_in_request("fresh@example.com", "wrong")).status == 429);
}

TEST_CASE("a log-in form from elsewhere is refused") {
    WithUser fixture;
    RawRequest form = fixture.log_in_request("anna@example.com", kPassword);
    const auto with_site = [&](std::string_view site) {
        RawRequest changed = form;
        changed.headers[1].second = site;
        return fixture.post(changed).status;
    };
    CHECK(with_site("cross-site") == 403);
    CHECK(with_site("same-site") == 403);
    CHECK(with_site("none") == 403);
    RawRequest silent = form;
    silent.headers.erase(silent.headers.begin() + 1);
    CHECK(fixture.post(silent).status == 403);
    silent.headers.emplace_back("Origin", "http://127.0.0.1:" + std::to_string(fixture.port()));
    CHECK(fixture.post(silent).status == 303);
}

TEST_CASE("a log-in form without the secret of its page is refused") {
    WithUser fixture;
    RawRequest form = fixture.log_in_request("anna@example.com", kPassword);
    form.headers.erase(form.headers.begin()); // the cookie
    CHECK(fixture.post(form).status == 403);
    RawRequest other = fixture.log_in_request("anna@example.com", kPassword);
    other.body = "csrf=" + std::string(43, 'A') + other.body.substr(other.body.find('&'));
    CHECK(fixture.post(other).status == 403);
}

TEST_CASE("the page speaks the language that was asked for, else the browser's, else English") {
    WithUser fixture;
    CHECK_THAT(fixture.get("/login").body, ContainsSubstring("<html lang=\"en\">"));
    CHECK_THAT(fixture.get("/login", {{"Accept-Language", "fr, zh;q=0.5"}}).body,
               ContainsSubstring("<html lang=\"zh-CN\">"));
    const RawResponse chosen = fixture.get("/login?lang=zh-CN", {{"Accept-Language", "en"}});
    CHECK_THAT(chosen.body, ContainsSubstring("<html lang=\"zh-CN\">"));
    const std::string cookie = "lang=" + cookie_of(chosen, "lang");
    CHECK_THAT(fixture.get("/login", {{"Cookie", cookie}}).body, ContainsSubstring("<html lang=\"zh-CN\">"));
    CHECK_THAT(fixture.get("/login?lang=xx").body, ContainsSubstring("<html lang=\"en\">"));
    CHECK(chosen.body.find("{{lang}}") == std::string::npos);
    CHECK(chosen.body.find("{{heading}}") == std::string::npos);
}

TEST_CASE("who is logged in does not see the log-in page again") {
    WithUser fixture;
    const auto session = fixture.log_in("anna@example.com");
    const RawResponse response = fixture.get("/login?next=%2Forders%2F3", {session});
    CHECK(response.status == 303);
    CHECK(response.header("Location") == "/orders/3");
}

TEST_CASE("neither password nor address nor session gets into the log") {
    WithUser fixture;
    const auto session = fixture.log_in("anna@example.com");
    fixture.get("/orders/12345?q=secret-search", {session});
    const std::string log = fixture.log();
    CHECK_THAT(log, ContainsSubstring("POST /login 303") && ContainsSubstring("GET /orders/{id:id} 200"));
    for (const std::string& text :
         {std::string("anna"), std::string(kPassword), std::string("12345"), std::string("secret-search"),
          session.second.substr(2), std::string("127.0.0.1")}) {
        CHECK(log.find(text) == std::string::npos);
    }
}

} // namespace orderdeck::test
