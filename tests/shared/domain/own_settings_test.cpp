#include "shared/domain/own_settings.h"

#include "shared/base/utf8.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <random>

namespace orderdeck::domain {
namespace {

using Errors = std::vector<FieldError>;
constexpr std::array<std::string_view, 2> kLanguages{"en", "zh-CN"};

Errors check_here(const OwnSettings& settings) { return check(settings, kLanguages); }

OwnSettings named(std::string name) { return {.name = std::move(name)}; }

Errors name_errors(FieldFault fault) { return {{SettingsField::name, fault}}; }

/// Any mixture of what people paste into a field for a name.
std::string random_name(std::mt19937& random) {
    static const std::array<std::string, 14> kPieces{"a",      " ",        "\t",   "林",     "\u3000",
                                                     "\u00A0", "\n",       "\x01", "\u202E", "\uFEFF",
                                                     "\xff",   "\xE6\x9E", "é",    "  "};
    std::string name;
    for (auto count = random() % 9; count > 0; --count)
        name += kPieces[random() % kPieces.size()];
    return name;
}

} // namespace

TEST_CASE("a name keeps its words and loses the blanks around and between them") {
    CHECK(tidied(named("  Anna \t Maria\u00A0 Schmidt\n")).name == "Anna Maria Schmidt");
    CHECK(tidied(named("山田\u3000太郎 ")).name == "山田\u3000太郎");
    CHECK(tidied(named("山田\u3000\u3000太郎")).name == "山田\u3000太郎");
    CHECK(tidied(named(" \u3000 ")).name.empty());
    const OwnSettings tidy = tidied({.name = "A", .language = " en ", .time_zone = "Asia/Shanghai\n"});
    CHECK(tidy.language == "en");
    CHECK(tidy.time_zone == "Asia/Shanghai");
}

TEST_CASE("tidying is done after once, and what the check takes is clean and short") {
    std::mt19937 random(41);
    int taken = 0;
    for (int i = 0; i < 4000; ++i) {
        const OwnSettings once = tidied(named(random_name(random)));
        REQUIRE(tidied(once) == once);
        if (!check_here(once).empty()) continue;
        ++taken;
        REQUIRE(base::is_valid_utf8(once.name));
        REQUIRE(once.name.find_first_of("\t\n\x01") == std::string::npos);
        REQUIRE(once.name.find("  ") == std::string::npos);
        REQUIRE(once.name.find("\u202E") == std::string::npos);
    }
    CHECK(taken > 400);
}

TEST_CASE("a name has 1 to 80 readable characters of any script") {
    CHECK(check_here(named("林")).empty());
    CHECK(check_here(named("Zoë 👩‍🔧 O'Neill-Łukasz, Dr.")).empty());
    std::string longest;
    for (int i = 0; i < 80; ++i)
        longest += "林";
    CHECK(check_here(named(longest)).empty());
    CHECK(check_here(named(longest + "a")) == name_errors(FieldFault::too_long));
    CHECK(check_here(named("")) == name_errors(FieldFault::empty));
    for (const char* name :
         {"a\x01z", "a\x7Fz", "a\u0085z", "a\u202Ez", "a\u2066z", "a\uFEFFz", "a\u2028z", "a\xffz"}) {
        CAPTURE(name);
        CHECK(check_here(named(name)) == name_errors(FieldFault::unreadable));
    }
}

TEST_CASE("a language is one of those that there are, or the browser's") {
    OwnSettings settings = named("A");
    for (const char* language : {"", "en", "zh-CN"}) {
        settings.language = language;
        CHECK(check_here(settings).empty());
    }
    for (const char* language : {"zh", "zh-cn", "fr", "en,zh-CN", "../en"}) {
        settings.language = language;
        CAPTURE(language);
        CHECK(check_here(settings) == Errors{{SettingsField::language, FieldFault::unknown}});
    }
}

TEST_CASE("a time zone has the form of an IANA name, or is the device's") {
    OwnSettings settings = named("A");
    for (const char* zone : {"", "UTC", "Asia/Shanghai", "America/Argentina/Buenos_Aires", "Etc/GMT+8",
                             "America/Port-au-Prince", "EST5EDT"}) {
        settings.time_zone = zone;
        CAPTURE(zone);
        CHECK(check_here(settings).empty());
    }
    for (const std::string zone : {"+08:00", "Asia/", "/Asia", "Asia//Shanghai", "Asia/Shang hai",
                                   "../etc/passwd", "A/B/C/D", "Asia/上海", "Asia/Shanghai\n"}) {
        settings.time_zone = zone;
        CAPTURE(zone);
        CHECK(check_here(settings) == Errors{{SettingsField::time_zone, FieldFault::unknown}});
    }
    settings.time_zone = std::string(kLongestTimeZone, 'a');
    CHECK(check_here(settings).empty());
    settings.time_zone += 'a';
    CHECK_FALSE(check_here(settings).empty());
}

TEST_CASE("quiet hours are set on both ends, also over midnight") {
    OwnSettings settings = named("A");
    NotificationChoices& choices = settings.notifications;
    choices.quiet_from = 22 * 60;
    CHECK(check_here(settings) == Errors{{SettingsField::quiet_until, FieldFault::empty}});
    choices.quiet_until = 7 * 60;
    CHECK(check_here(settings).empty());
    choices.quiet_until = 22 * 60;
    CHECK(check_here(settings) == Errors{{SettingsField::quiet_until, FieldFault::same}});
    choices.quiet_from.reset();
    CHECK(check_here(settings) == Errors{{SettingsField::quiet_from, FieldFault::empty}});
    choices = {.quiet_from = -1, .quiet_until = kMinutesOfDay};
    CHECK(check_here(settings) == Errors{{SettingsField::quiet_from, FieldFault::unknown},
                                         {SettingsField::quiet_until, FieldFault::unknown}});
}

TEST_CASE("all faults are told at once, in the order of the form") {
    OwnSettings settings{.name = "", .language = "xx", .time_zone = "?"};
    settings.notifications.quiet_from = 1;
    CHECK(check_here(settings) == Errors{{SettingsField::name, FieldFault::empty},
                                         {SettingsField::language, FieldFault::unknown},
                                         {SettingsField::time_zone, FieldFault::unknown},
                                         {SettingsField::quiet_until, FieldFault::empty}});
}

TEST_CASE("every minute of the day has one text, and no other text is a time") {
    for (int minute = 0; minute < kMinutesOfDay; ++minute)
        REQUIRE(minute_of_day_from(clock_text(minute)) == minute);
    CHECK(clock_text(0) == "00:00");
    CHECK(clock_text(22 * 60 + 5) == "22:05");
    for (const char* text :
         {"", "24:00", "12:60", "7:00", "07:0", "07-00", "07:00:00", "-1:00", " 7:00", "+7:00"}) {
        CAPTURE(text);
        CHECK_FALSE(minute_of_day_from(text));
    }
}

TEST_CASE("names of rhythms, events, fields and faults lead back to their values") {
    for (int value = 0; value < kMailRhythmCount; ++value)
        CHECK(mail_rhythm_from(name_of(static_cast<MailRhythm>(value))) == static_cast<MailRhythm>(value));
    for (const NotificationEvent event : all_notification_events())
        CHECK(notification_event_from(name_of(event)) == event);
    CHECK(all_notification_events().size() == kNotificationEventCount);
    for (int value = 0; value < kSettingsFieldCount; ++value)
        CHECK(settings_field_from(name_of(static_cast<SettingsField>(value))) ==
              static_cast<SettingsField>(value));
    for (int value = 0; value < kFieldFaultCount; ++value)
        CHECK(field_fault_from(name_of(static_cast<FieldFault>(value))) == static_cast<FieldFault>(value));
    CHECK_FALSE(mail_rhythm_from("hourly"));
}

} // namespace orderdeck::domain
