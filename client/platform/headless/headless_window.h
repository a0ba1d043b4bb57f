#pragma once

#include "client/platform/headless/fakes.h"
#include "client/platform/headless/mirror_reader.h"
#include "client/platform/platform.h"

#include <string_view>
#include <vector>

namespace orderdeck::client::platform::headless {

/// All ports as fakes.
struct HeadlessPlatform {
    explicit HeadlessPlatform(float width = 1280, float height = 800, std::string_view start = "/");

    ScriptedHttp http;
    FakeNavigation navigation;
    MemorySettings settings;
    FakeScheduler scheduler;
    FixedGlyphs glyphs;
    FakeClock clock;
    FakeDownloads downloads;
    FakeZones zones;
    Environment environment;
    Platform ports{http, navigation, settings, scheduler, glyphs, clock, downloads, zones, environment};
};

/// A person in front of a client, by role and name only. Each deed draws until the client has settled.
class HeadlessWindow {
public:
    HeadlessWindow(HeadlessPlatform& platform, FrameClient& client) : platform_(platform), client_(client) {}

    /// Draws frames while the client wants them (at most 30); returns how many.
    int settle();
    const Mirror& mirror() const { return mirror_; }

    /// False when there is no such node. A link changes the route as the browser would.
    bool activate(NodeKind kind, std::string_view name);
    bool type(std::string_view field_name, std::string_view text);
    void send(InputEvent event);
    void resize(float width, float height);
    /// Lets the client take completed requests, as the platform does when one ends.
    void react();

private:
    bool draw();

    HeadlessPlatform& platform_;
    FrameClient& client_;
    Mirror mirror_;
    std::vector<InputEvent> events_;
    double now_ms_ = 0;
};

} // namespace orderdeck::client::platform::headless
