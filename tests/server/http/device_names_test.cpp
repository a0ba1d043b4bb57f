#include "server/http/device_names.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace orderdeck::server::http {
namespace {

std::string named(std::string_view user_agent) {
    const DeviceNames names = device_names(user_agent);
    return std::string(names.browser) + "/" + std::string(names.system);
}

} // namespace

TEST_CASE("browsers and systems are told apart although each claims to be the others") {
    CHECK(named("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") == "Firefox/Linux");
    CHECK(named("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/130.0.0.0 Safari/537.36") == "Chrome/Windows");
    CHECK(named("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0") == "Edge/Windows");
    CHECK(named("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                "Version/17.6 Safari/605.1.15") == "Safari/macOS");
    CHECK(
        named(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/17.6 Mobile/15E148 Safari/604.1") == "Safari/iOS");
    CHECK(
        named(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "CriOS/130.0 Mobile/15E148 Safari/604.1") == "Chrome/iOS");
    CHECK(named("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/130.0.0.0 Mobile Safari/537.36") == "Chrome/Android");
    CHECK(named("Mozilla/5.0 (Linux; Android 13; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) "
                "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36") == "Samsung Internet/Android");
    CHECK(named("Mozilla/5.0 (Linux; Android 12; V2134A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
                "Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.42") == "WeChat/Android");
    CHECK(named("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/130.0.0.0 Safari/537.36") == "Chrome/ChromeOS");
}

TEST_CASE("what is not known stays empty") {
    CHECK(named("") == "/");
    CHECK(named("curl/8.0") == "/");
    CHECK(named("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 "
                "Safari/605.1.15") == "/Linux");
    CHECK(named(std::string(100'000, 'a')) == "/");
}

} // namespace orderdeck::server::http
