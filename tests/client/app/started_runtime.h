#pragma once

#include "client/app/runtime.h"
#include "client/platform/headless/fakes.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::client::app::test {

using orderdeck::test::cell;
using platform::InputEvent;
using platform::InputKind;

inline constexpr std::string_view kNow = "2026-11-22T02:00:00Z";

inline std::string session_text() {
    api::SessionInfo session;
    session.user_name = "Purchasing";
    session.email = "buyer@example.com";
    session.csrf_token = "proof";
    return api::encode_session(session);
}

/// What is outside of the runtime.
struct Outside {
    explicit Outside(std::string_view path) : navigation(path) {}

    platform::headless::ScriptedHttp http;
    platform::headless::FakeNavigation navigation;
    platform::headless::MemorySettings settings;
    platform::headless::FakeScheduler scheduler;
    platform::headless::FixedGlyphs glyphs;
    platform::headless::FakeClock clock;
    platform::headless::FakeDownloads downloads;
    platform::headless::FakeZones zones;
    platform::Environment environment;
    platform::Platform ports{http,  navigation, settings, scheduler,  glyphs,
                             clock, downloads,  zones,    environment};
};

/// A page in which the runtime has been started at an address.
struct Started {
    explicit Started(std::string_view path = "/orders") : outside(path) {
        outside.clock.set(*base::Timestamp::parse(kNow));
        outside.settings.store("theme", "dark");
        outside.settings.store("language", "zh-CN");
        static int stores = 0; // each store has its own file system in memory
        auto store = sync::ReplicaStore::create("runtime-test-" + std::to_string(++stores));
        REQUIRE(store);
        runtime.emplace(outside.ports, std::move(*store));
    }

    void receive(InputKind kind) {
        const InputEvent event{.kind = kind};
        runtime->enter_frame({.now_ms = 0, .events = std::span(&event, 1)});
    }

    /// Lets the first copy arrive: the orders SO-17 to SO-`last`, and no news after it.
    void boot(std::int64_t last = 17) {
        orderdeck::test::PageBuilder pages;
        for (std::int64_t id = 17; id <= last; ++id) {
            pages.put("sales_order", {{"id", cell(id)},
                                      {"number", cell("SO-" + std::to_string(id))},
                                      {"account_id", cell(1)},
                                      {"currency", cell("CNY")}});
            pages.put("order_summary", {{"id", cell(id)}, {"lines_at", cell("0,0,0,0,0,0,0,0,0,0,0,0,0,0")}});
        }
        REQUIRE(outside.http.answer(api::kBootPath, 200, pages.boot_page(), "\"e0\""));
        runtime->react();
        REQUIRE(outside.http.answer(api::kPullPath, 304, ""));
        runtime->react();
    }

    /// Nobody does anything for so long.
    void wait(std::int64_t milliseconds) {
        outside.clock.set(outside.clock.now() + base::Duration::milliseconds(milliseconds));
        runtime->react();
    }

    const OrderListing& listing() const { return *runtime->model().orders.listing; }

    Outside outside;
    std::optional<Runtime> runtime;
};

} // namespace orderdeck::client::app::test
