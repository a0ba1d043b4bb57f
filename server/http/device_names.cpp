#include "server/http/device_names.h"

#include <span>

namespace orderdeck::server::http {
namespace {

struct Sign {
    std::string_view text;
    std::string_view name;
};

/// Browsers claim to be those that came before them, so the most special stands first.
constexpr Sign kBrowsers[] = {{"MicroMessenger/", "WeChat"},
                              {"EdgiOS/", "Edge"},
                              {"EdgA/", "Edge"},
                              {"Edg/", "Edge"},
                              {"OPR/", "Opera"},
                              {"SamsungBrowser/", "Samsung Internet"},
                              {"HuaweiBrowser/", "Huawei Browser"},
                              {"MiuiBrowser/", "Mi Browser"},
                              {"QQBrowser/", "QQ Browser"},
                              {"UCBrowser/", "UC Browser"},
                              {"FxiOS/", "Firefox"},
                              {"Firefox/", "Firefox"},
                              {"CriOS/", "Chrome"},
                              {"Chrome/", "Chrome"},
                              {"Chromium/", "Chromium"}};

constexpr Sign kSystems[] = {{"Windows NT", "Windows"},  {"iPhone", "iOS"},      {"iPad", "iPadOS"},
                             {"HarmonyOS", "HarmonyOS"}, {"Android", "Android"}, {"CrOS", "ChromeOS"},
                             {"Mac OS X", "macOS"},      {"Linux", "Linux"}};

std::string_view first_of(std::span<const Sign> signs, std::string_view text) {
    for (const Sign& sign : signs) {
        if (text.find(sign.text) != std::string_view::npos) return sign.name;
    }
    return {};
}

} // namespace

DeviceNames device_names(std::string_view user_agent) {
    DeviceNames names{.browser = first_of(kBrowsers, user_agent), .system = first_of(kSystems, user_agent)};
    // Everybody writes "Safari/"; who writes its own version before it is Safari, but for the old browser of Android.
    const bool apple = names.system == "iOS" || names.system == "iPadOS" || names.system == "macOS";
    if (names.browser.empty() && apple && user_agent.find("Version/") != std::string_view::npos &&
        user_agent.find("Safari/") != std::string_view::npos)
        names.browser = "Safari";
    return names;
}

} // namespace orderdeck::server::http
