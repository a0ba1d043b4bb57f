#pragma once

#include "client/platform/platform.h"

#include <string>
#include <vector>

namespace orderdeck::client::platform::browser {

class BrowserHttp final : public Http {
public:
    RequestId start(HttpRequest request) override;
    void abort(RequestId id) override;
    std::vector<HttpResponse> take_completed() override;
    /// From p_fetch_done: `text` is etag, retry-after and content type, each ended by "\n", then the body.
    void complete(RequestId id, HttpOutcome outcome, int status, std::string text);

private:
    RequestId last_id_ = 0;
    std::vector<HttpResponse> completed_;
};

class BrowserNavigation final : public Navigation {
public:
    const Location& current() const override { return location_; }
    void push(std::string_view path_and_query) override;
    void replace(std::string_view path_and_query) override;
    void back() override;
    void leave(std::string_view path_and_query) override;
    void leave_by_post(std::string_view path, std::string_view field, std::string_view value) override;
    void set_title(std::string_view title) override;
    void set_language(std::string_view tag) override;
    void set_location(Location location) { location_ = std::move(location); }

private:
    Location location_;
};

class BrowserSettings final : public Settings {
public:
    std::optional<std::string> find(std::string_view key) const override;
    void store(std::string_view key, std::string_view value) override;
    void remove(std::string_view key) override;
};

class BrowserDownloads final : public Downloads {
public:
    DownloadId fetch(std::string_view path, std::string_view form) override;
    std::vector<DownloadEnd> take_ended() override;
    void save(std::string_view file_name, std::string_view media_type,
              std::span<const std::span<const std::byte>> parts) override;
    void open(std::string_view path, std::string_view form) override;
    /// From p_download_done.
    void complete(DownloadEnd end) { ended_.push_back(std::move(end)); }

private:
    DownloadId last_id_ = 0;
    std::vector<DownloadEnd> ended_;
};

class BrowserScheduler final : public Scheduler {
public:
    void request_frame() override;
    void frame_after(double delay_ms) override;
};

class BrowserZones final : public Zones {
public:
    std::vector<OffsetTransition> transitions(std::string_view zone) const override;
    std::vector<ZoneName> names(std::string_view language, std::string_view style) const override;
};

class BrowserGlyphs final : public GlyphSource {
public:
    VerticalMetrics vertical_metrics(int weight, float size) override;
    float advance(std::uint32_t code_point, int weight, float size) override;
    void render(std::uint32_t code_point, int weight, float size, GlyphImage& image) override;
};

} // namespace orderdeck::client::platform::browser
