#include "client/platform/browser/ports.h"

#include "client/platform/browser/host.h"
#include "client/platform/environment_text.h"

#include <array>
#include <utility>

namespace orderdeck::client::platform::browser {
namespace {

std::string take_line(std::string& text, std::size_t& from) {
    const std::size_t end = text.find('\n', from);
    if (end == std::string::npos) return {};
    std::string line = text.substr(from, end - from);
    from = end + 1;
    return line;
}

} // namespace

RequestId BrowserHttp::start(HttpRequest request) {
    const RequestId id = ++last_id_;
    constexpr std::array<std::string_view, 4> kMethods{"GET", "POST", "PUT", "DELETE"};
    std::string head(kMethods[static_cast<std::size_t>(request.method)]);
    head.append("\n").append(request.path);
    for (const HttpHeader& header : request.headers)
        head.append("\n").append(header.name).append(": ").append(header.value);
    host::start_request(id, head, request.body, request.timeout_ms);
    return id;
}

void BrowserHttp::abort(RequestId id) { host::abort_request(id); }

std::vector<HttpResponse> BrowserHttp::take_completed() { return std::exchange(completed_, {}); }

void BrowserHttp::complete(RequestId id, HttpOutcome outcome, int status, std::string text) {
    HttpResponse response;
    response.id = id;
    response.outcome = outcome;
    response.status = status;
    std::size_t from = 0;
    response.etag = take_line(text, from);
    response.retry_after = take_line(text, from);
    response.content_type = take_line(text, from);
    response.body = std::move(text);
    response.body.erase(0, from);
    completed_.push_back(std::move(response));
}

void BrowserNavigation::push(std::string_view path_and_query) { host::push(path_and_query); }
void BrowserNavigation::replace(std::string_view path_and_query) { host::replace(path_and_query); }
void BrowserNavigation::back() { host::back(); }
void BrowserNavigation::leave(std::string_view path_and_query) { host::leave(path_and_query); }
void BrowserNavigation::leave_by_post(std::string_view path, std::string_view field, std::string_view value) {
    host::leave_by_post(path, field, value);
}
void BrowserNavigation::set_title(std::string_view title) { host::set_title(title); }
void BrowserNavigation::set_language(std::string_view tag) { host::set_language(tag); }

DownloadId BrowserDownloads::fetch(std::string_view path, std::string_view form) {
    host::fetch_download(++last_id_, path, form);
    return last_id_;
}

std::vector<DownloadEnd> BrowserDownloads::take_ended() { return std::exchange(ended_, {}); }

void BrowserDownloads::save(std::string_view file_name, std::string_view media_type,
                            std::span<const std::span<const std::byte>> parts) {
    for (const std::span<const std::byte> part : parts)
        host::add_file_part(part);
    host::save_file(file_name, media_type);
}

void BrowserDownloads::open(std::string_view path, std::string_view form) { host::open_form(path, form); }

std::optional<std::string> BrowserSettings::find(std::string_view key) const {
    return host::find_setting(key);
}
void BrowserSettings::store(std::string_view key, std::string_view value) { host::store_setting(key, value); }
void BrowserSettings::remove(std::string_view key) { host::remove_setting(key); }

void BrowserScheduler::request_frame() { host::request_frame(); }
void BrowserScheduler::frame_after(double delay_ms) { host::frame_after(delay_ms); }

std::vector<OffsetTransition> BrowserZones::transitions(std::string_view zone) const {
    return read_transitions(host::zone_transitions(zone));
}

std::vector<ZoneName> BrowserZones::names(std::string_view language, std::string_view style) const {
    return read_zone_names(host::zone_names(language, style));
}

VerticalMetrics BrowserGlyphs::vertical_metrics(int weight, float size) {
    return host::vertical_metrics(weight, size);
}
float BrowserGlyphs::advance(std::uint32_t code_point, int weight, float size) {
    return host::advance(code_point, weight, size);
}
void BrowserGlyphs::render(std::uint32_t code_point, int weight, float size, GlyphImage& image) {
    host::render(code_point, weight, size, image);
}

} // namespace orderdeck::client::platform::browser
