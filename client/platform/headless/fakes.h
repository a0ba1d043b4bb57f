#pragma once

#include "client/platform/platform.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace orderdeck::client::platform::headless {

/// Every character of one size is half as wide as high; ideographs are square. No pixels but a box.
class FixedGlyphs final : public GlyphSource {
public:
    VerticalMetrics vertical_metrics(int weight, float size) override;
    float advance(std::uint32_t code_point, int weight, float size) override;
    void render(std::uint32_t code_point, int weight, float size, GlyphImage& image) override;
};

struct StartedRequest {
    RequestId id = 0;
    HttpRequest request = {};
};

/// Keeps what was asked; the test answers.
class ScriptedHttp final : public Http {
public:
    RequestId start(HttpRequest request) override;
    void abort(RequestId id) override;
    std::vector<HttpResponse> take_completed() override;

    /// Not answered yet, oldest first.
    const std::vector<StartedRequest>& pending() const { return pending_; }
    /// Answers the oldest pending request to a path that begins like this; false: there is none.
    bool answer(std::string_view path, int status, std::string body, std::string etag = {});
    bool fail(std::string_view path, HttpOutcome outcome);

private:
    bool finish(std::string_view path, HttpResponse response);

    RequestId last_id_ = 0;
    std::vector<StartedRequest> pending_;
    std::vector<HttpResponse> completed_;
};

/// A history in memory.
class FakeNavigation final : public Navigation {
public:
    explicit FakeNavigation(std::string_view start = "/");
    const Location& current() const override { return entries_[at_]; }
    void push(std::string_view path_and_query) override;
    void replace(std::string_view path_and_query) override;
    void back() override;
    void leave(std::string_view path_and_query) override { left_to_ = path_and_query; }
    void leave_by_post(std::string_view path, std::string_view field, std::string_view value) override;
    void set_title(std::string_view title) override { title_ = title; }
    void set_language(std::string_view tag) override { language_ = tag; }

    const std::string& title() const { return title_; }
    const std::string& language() const { return language_; }
    /// Where a full page load would have gone; "path field=value" for a POST.
    const std::string& left_to() const { return left_to_; }
    /// Events of the moves since the last call.
    std::vector<InputEvent> take_events();

private:
    std::vector<Location> entries_;
    std::size_t at_ = 0;
    std::string title_;
    std::string language_;
    std::string left_to_;
    std::vector<InputEvent> events_;
};

/// Keeps what was saved and asked for; the test ends what was asked for.
class FakeDownloads final : public Downloads {
public:
    struct Asked {
        DownloadId id = 0;
        std::string path = {};
        std::string form = {};
    };
    struct Saved {
        std::string file_name = {};
        std::string media_type = {};
        std::string bytes = {};
    };

    DownloadId fetch(std::string_view path, std::string_view form) override;
    std::vector<DownloadEnd> take_ended() override;
    void save(std::string_view file_name, std::string_view media_type,
              std::span<const std::span<const std::byte>> parts) override;
    void open(std::string_view path, std::string_view form) override;

    /// Not ended yet, oldest first.
    const std::vector<Asked>& pending() const { return pending_; }
    const std::vector<Asked>& opened() const { return opened_; }
    const std::vector<Saved>& saved() const { return saved_; }
    /// Ends the oldest pending download; false: there is none.
    bool end(DownloadEnd end);

private:
    DownloadId last_id_ = 0;
    std::vector<Asked> pending_;
    std::vector<Asked> opened_;
    std::vector<Saved> saved_;
    std::vector<DownloadEnd> ended_;
};

class MemorySettings final : public Settings {
public:
    std::optional<std::string> find(std::string_view key) const override;
    void store(std::string_view key, std::string_view value) override;
    void remove(std::string_view key) override;

private:
    std::map<std::string, std::string, std::less<>> values_;
};

class FakeScheduler final : public Scheduler {
public:
    void request_frame() override { ++requests_; }
    void frame_after(double delay_ms) override;
    /// Frames asked for since the last call.
    int take_requests();
    /// Delay of the earliest timer; empty when none is set.
    std::optional<double> timer() const { return timer_; }
    void clear_timer() { timer_.reset(); }

private:
    int requests_ = 0;
    std::optional<double> timer_;
};

/// Knows a few zones, all of which stand still.
class FakeZones final : public Zones {
public:
    std::vector<OffsetTransition> transitions(std::string_view zone) const override;
    std::vector<ZoneName> names(std::string_view language, std::string_view style) const override;
};

class FakeClock final : public Clock {
public:
    base::Timestamp now() const override { return now_; }
    void set(base::Timestamp now) { now_ = now; }

private:
    base::Timestamp now_;
};

} // namespace orderdeck::client::platform::headless
