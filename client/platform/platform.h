#pragma once

#include "client/platform/clock.h"
#include "client/platform/downloads.h"
#include "client/platform/environment.h"
#include "client/platform/frame.h"
#include "client/platform/glyph_source.h"
#include "client/platform/http.h"
#include "client/platform/navigation.h"
#include "client/platform/scheduler.h"
#include "client/platform/settings.h"
#include "client/platform/zones.h"

#include <memory>

namespace orderdeck::client::platform {

/// Everything the client gets from outside, for the whole life of the page.
struct Platform {
    Http& http;
    Navigation& navigation;
    Settings& settings;
    Scheduler& scheduler;
    GlyphSource& glyphs;
    Clock& clock;
    Downloads& downloads;
    Zones& zones;
    const Environment& environment; ///< changes in place, see InputKind::environment_changed
};

using ClientFactory = std::unique_ptr<FrameClient> (*)(Platform& platform);

/// Starts the page: builds the client and serves it until the tab is closed. Called once, by main.
/// Implemented by client/platform/browser; tests build a headless::HeadlessPlatform instead.
int run(ClientFactory make_client);

} // namespace orderdeck::client::platform
