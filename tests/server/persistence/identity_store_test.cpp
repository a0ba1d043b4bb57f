#include "server/persistence/sqlite/identity/session_store.h"
#include "server/persistence/sqlite/identity/settings_store.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "server/persistence/sqlite/migrations.h"
#include "tests/server/persistence/temporary_store.h"

#include <array>

using namespace orderdeck;
using orderdeck::test::TemporaryStore;
namespace sqlite = orderdeck::server::persistence::sqlite;
using sqlite::identity::SessionStore;
using sqlite::identity::SettingsStore;
using sqlite::identity::UserStore;

namespace {

using Hash = std::array<std::byte, 32>;

const base::Timestamp kNow = base::Timestamp::from_seconds(1'795'000'000);
const base::Timestamp kLongAgo = kNow - base::Duration::days(30);

Hash hash_of(int number) {
    Hash hash{};
    hash[0] = static_cast<std::byte>(number);
    return hash;
}

domain::UserId add_person(TemporaryStore& store, const std::string& email) {
    return UserStore(*store)
        .add({.id = {}, .email = email, .name = "Anna", .language = "", .password_hash = "old"},
             {.root = domain::AccountId(1), .account = domain::AccountId(1)}, kNow)
        .value();
}

bool begin(SessionStore& sessions, int number, domain::UserId user, base::Timestamp at = kNow) {
    return sessions
        .add(hash_of(number), {.user = user, .password_hash = "old", .user_agent = "browser"}, at, kLongAgo)
        .value();
}

std::string id_of(SessionStore& sessions, int number) {
    return sessions.find(hash_of(number)).value()->public_id;
}

} // namespace

TEST_CASE("A store from before own settings keeps its sessions, and each gets an id of its own") {
    TemporaryStore store;
    store.close();
    std::filesystem::remove_all(store.folder());
    std::filesystem::create_directories(store.folder());
    {
        auto old = storage::Database::open((store.folder() / "orderdeck.db").string(), {}).value();
        REQUIRE(storage::migrate(old, sqlite::migrations().first(3)).has_value());
        REQUIRE(old.exec("INSERT INTO app_user(id, email, name, password_hash, created_at) "
                         "VALUES(7, 'anna@example.com', 'Anna', 'old', 0);"
                         "INSERT INTO session VALUES(x'01', 7, 11, 12, 'browser');"
                         "INSERT INTO session VALUES(x'02', 7, 21, 22, 'other')")
                    .has_value());
    }
    store.open();
    CHECK(
        store.dump("SELECT hex(token_hash), user_id, created_at, seen_at, user_agent, ended_at FROM session "
                   "ORDER BY created_at") == "01|7|11|12|browser|-|\n02|7|21|22|other|-|\n");
    CHECK(store.number("SELECT count(DISTINCT public_id) FROM session WHERE length(public_id) = 32") == 2);
    const auto settings = SettingsStore(*store).find(domain::UserId(7)).value();
    CHECK(settings == domain::OwnSettings{.name = "Anna"});
}

TEST_CASE("Own settings are read back as they were saved, and only for the person who saved them") {
    TemporaryStore store;
    const auto anna = add_person(store, "anna@example.com");
    const auto berta = add_person(store, "berta@example.com");
    SettingsStore settings(*store);
    domain::OwnSettings wanted{.name = "林", .language = "zh-CN", .time_zone = "Asia/Shanghai"};
    for (const auto& events : {std::set<domain::NotificationEvent>{},
                               {domain::NotificationEvent::delay},
                               domain::all_notification_events()}) {
        wanted.notifications = {
            .mail = domain::MailRhythm::never, .events = events, .quiet_from = 0, .quiet_until = 1439};
        REQUIRE(settings.save(anna, wanted).has_value());
        CHECK(settings.find(anna).value() == wanted);
    }
    CHECK(settings.find(berta).value() == domain::OwnSettings{.name = "Anna"});
    CHECK(settings.find(domain::UserId(99)).error().code == base::ErrorCode::not_found);
    store.execute("UPDATE app_user SET mail_events = 'delay,gossip'");
    CHECK(settings.find(anna).error().code == base::ErrorCode::corrupt);
}

TEST_CASE(
    "A log-in whose password was replaced while it was checked begins no session and restores no old hash") {
    TemporaryStore store;
    const auto anna = add_person(store, "anna@example.com");
    SessionStore sessions(*store);
    REQUIRE(begin(sessions, 1, anna));
    const Hash old_hash = hash_of(1);
    const Hash new_hash = hash_of(2);
    REQUIRE(UserStore(*store)
                .change_own_password(anna, "new", {.old_hash = old_hash, .new_hash = new_hash}, kNow)
                .value() == 0);
    CHECK_FALSE(begin(sessions, 3, anna));
    REQUIRE(UserStore(*store).renew_password_hash(anna, "old", "old again").has_value());
    CHECK(store.dump("SELECT password_hash FROM app_user") == "new|\n");
    CHECK_FALSE(sessions.find(hash_of(3)).value());
}

TEST_CASE("A changed password goes on with the session that asked, and ends the others of that person") {
    TemporaryStore store;
    const auto anna = add_person(store, "anna@example.com");
    const auto berta = add_person(store, "berta@example.com");
    SessionStore sessions(*store);
    for (const int number : {1, 2, 3})
        REQUIRE(begin(sessions, number, anna));
    REQUIRE(begin(sessions, 4, berta));
    const std::string id = id_of(sessions, 1);
    const Hash old_hash = hash_of(1);
    const Hash new_hash = hash_of(9);
    const sqlite::identity::SessionRenewal renewal{.old_hash = old_hash, .new_hash = new_hash};
    CHECK(UserStore(*store).change_own_password(anna, "new", renewal, kNow).value() == 2);
    CHECK_FALSE(sessions.find(hash_of(1)).value());
    CHECK(id_of(sessions, 9) == id);
    CHECK_FALSE(sessions.find(hash_of(9)).value()->ended);
    CHECK(sessions.find(hash_of(2)).value()->ended);
    CHECK(sessions.find(hash_of(3)).value()->ended);
    CHECK_FALSE(sessions.find(hash_of(4)).value()->ended);

    // The same again: the session that asked is not there any more, so nothing may change.
    const auto again = UserStore(*store).change_own_password(anna, "newer", renewal, kNow);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == base::ErrorCode::unauthenticated);
    CHECK(store.dump("SELECT password_hash FROM app_user WHERE email = 'anna@example.com'") == "new|\n");
}

TEST_CASE("Sessions are listed by their last use, without those that ended or lie idle") {
    TemporaryStore store;
    const auto anna = add_person(store, "anna@example.com");
    SessionStore sessions(*store);
    for (const int number : {1, 2, 3, 4})
        REQUIRE(begin(sessions, number, anna, kNow - base::Duration::hours(number)));
    REQUIRE(sessions.touch(hash_of(3), kNow).has_value());
    REQUIRE(sessions.end(anna, id_of(sessions, 2), kNow).value());
    CHECK_FALSE(sessions.end(anna, id_of(sessions, 2), kNow).value());
    const auto listed = sessions.list(anna, kLongAgo, kNow - base::Duration::minutes(200), 10).value();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].public_id == id_of(sessions, 3));
    CHECK(listed[1].public_id == id_of(sessions, 1));
    CHECK(sessions.list(anna, kLongAgo, kLongAgo, 1).value().size() == 1);
    // What the browser claimed to be is not kept longer than it is shown.
    CHECK(store.number("SELECT count(*) FROM session WHERE ended_at IS NOT NULL AND user_agent <> ''") == 0);
    CHECK(sessions.end_others(anna, id_of(sessions, 1), kNow).value() == 2);
    // Rows go for their age, ended or not.
    REQUIRE(sessions
                .add(hash_of(8), {.user = anna, .password_hash = "old", .user_agent = {}}, kNow,
                     kNow - base::Duration::minutes(90))
                .value());
    CHECK(store.number("SELECT count(*) FROM session") == 2);
}
