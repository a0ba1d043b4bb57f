#include "client/platform/browser/gl_painter.h"
#include "client/platform/browser/host.h"
#include "client/platform/browser/ports.h"
#include "client/platform/environment_text.h"
#include "client/platform/platform.h"

#include <emscripten.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace orderdeck::client::platform {
namespace browser {
namespace {

class BrowserClock final : public Clock {
public:
    base::Timestamp now() const override {
        return base::Timestamp::from_milliseconds(static_cast<std::int64_t>(host::now_utc_ms()));
    }
};

/// The page behind the C functions below.
struct Page {
    BrowserHttp http;
    BrowserNavigation navigation;
    BrowserSettings settings;
    BrowserScheduler scheduler;
    BrowserGlyphs glyphs;
    BrowserClock clock;
    BrowserDownloads downloads;
    BrowserZones zones;
    Environment environment;
    Platform platform{http, navigation, settings, scheduler, glyphs, clock, downloads, zones, environment};
    GlPainter painter;
    std::unique_ptr<FrameClient> client;
    std::vector<InputEvent> events;
    std::vector<InputEvent> handled;
    std::string inbox;

    void react() {
        client->react();
        if (!events.empty()) host::request_frame();
    }

    /// A change of the address comes back as an event while the frame runs that made it: it belongs to that frame.
    FrameOutput frame(double now_ms) {
        constexpr int kMostPasses = 4;
        FrameOutput output;
        for (int pass = 0; pass < kMostPasses && (pass == 0 || !events.empty()); ++pass) {
            handled.clear();
            std::swap(events, handled);
            output = client->frame({now_ms, handled});
        }
        return output;
    }

    bool idle() {
        const bool more = client->idle();
        painter.upload();
        return more;
    }

    void receive(InputKind kind, std::uint32_t id = 0, float x = 0, float y = 0, std::string text = {}) {
        events.push_back({kind, id, x, y, std::move(text)});
    }
};

/// C functions have no other way to find it. Made by run(), never destroyed: the tab is its life.
Page* page = nullptr;

/// "path\nquery\nentry\nscrolls".
void read_route(const std::string& text, Location& location, std::string& scrolls) {
    const std::size_t path = text.find('\n');
    const std::size_t query = text.find('\n', path + 1);
    const std::size_t entry = text.find('\n', query + 1);
    if (path == std::string::npos || query == std::string::npos || entry == std::string::npos) return;
    location.path = text.substr(0, path);
    location.query = text.substr(path + 1, query - path - 1);
    location.entry = static_cast<std::uint32_t>(std::strtoul(text.c_str() + query + 1, nullptr, 10));
    scrolls = text.substr(entry + 1);
}

} // namespace
} // namespace browser

using browser::page;
namespace host = browser::host;

extern "C" {

EMSCRIPTEN_KEEPALIVE void p_text(int length) { page->inbox = host::take_text(length); }

EMSCRIPTEN_KEEPALIVE void p_env() {
    read_environment(page->inbox, page->environment);
    page->receive(InputKind::environment_changed);
}

EMSCRIPTEN_KEEPALIVE void p_init() {
    Location location;
    std::string scrolls;
    browser::read_route(page->inbox, location, scrolls);
    page->navigation.set_location(std::move(location));
    page->receive(InputKind::route_changed, 0, 0, 0, std::move(scrolls));
}

/// `same_entry`: the address changed but not the place in the history, so nothing scrolls.
EMSCRIPTEN_KEEPALIVE void p_route(int same_entry) {
    Location location;
    std::string scrolls;
    browser::read_route(page->inbox, location, scrolls);
    page->navigation.set_location(std::move(location));
    page->receive(InputKind::route_changed, same_entry != 0 ? 1 : 0, 0, 0, std::move(scrolls));
}

EMSCRIPTEN_KEEPALIVE void p_activate(unsigned id) { page->receive(InputKind::activated, id); }
EMSCRIPTEN_KEEPALIVE void p_submit(unsigned id) { page->receive(InputKind::submitted, id); }
EMSCRIPTEN_KEEPALIVE void p_step(unsigned id, int by) {
    page->receive(InputKind::stepped, id, 0, static_cast<float>(by));
}
EMSCRIPTEN_KEEPALIVE void p_live(unsigned id) { page->receive(InputKind::focused, id); }
EMSCRIPTEN_KEEPALIVE void p_value(unsigned id) {
    page->receive(InputKind::value_changed, id, 0, 0, page->inbox);
}
EMSCRIPTEN_KEEPALIVE void p_scroll(unsigned id, float x, float y) {
    page->receive(InputKind::scrolled, id, x, y);
}
EMSCRIPTEN_KEEPALIVE void p_overlay_back() { page->receive(InputKind::overlay_back); }
EMSCRIPTEN_KEEPALIVE void p_escape() { page->receive(InputKind::escape_pressed); }
EMSCRIPTEN_KEEPALIVE void p_search() { page->receive(InputKind::search_pressed); }
EMSCRIPTEN_KEEPALIVE void p_find() { page->receive(InputKind::find_pressed); }
EMSCRIPTEN_KEEPALIVE void p_hint(unsigned id) { page->receive(InputKind::hinted, id); }
EMSCRIPTEN_KEEPALIVE void p_react() { page->react(); }

EMSCRIPTEN_KEEPALIVE void p_fetch_done(unsigned id, int outcome, int status) {
    page->http.complete(id, static_cast<HttpOutcome>(outcome), status, std::move(page->inbox));
    page->inbox.clear();
    page->react();
}

EMSCRIPTEN_KEEPALIVE void p_download_done(unsigned id, int outcome, int status, int left_out) {
    page->downloads.complete(
        {id, static_cast<DownloadOutcome>(outcome), status, std::move(page->inbox), left_out});
    page->inbox.clear();
    page->react();
}

EMSCRIPTEN_KEEPALIVE int p_frame(double now_ms) {
    const FrameOutput output = page->frame(now_ms);
    page->painter.paint();
    host::present(output.nodes);
    return output.again || !page->events.empty() ? 1 : 0;
}

/// For about a millisecond while nobody does anything; 0: there is nothing left to do.
EMSCRIPTEN_KEEPALIVE int p_idle() { return page->painter.upload() && page->idle() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void p_gl(int lost) {
    if (lost != 0) {
        page->painter.context_lost();
    } else {
        page->painter.context_restored();
    }
}

} // extern "C"

int run(ClientFactory make_client) {
    page = new browser::Page;
    read_environment(host::environment(), page->environment);
    page->client = make_client(page->platform);
    host::started(page->painter.start(page->client->drawing()));
    return 0;
}

} // namespace orderdeck::client::platform
