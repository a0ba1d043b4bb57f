#include "client/platform/headless/fakes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace orderdeck::client::platform::headless {
namespace {

Location parse(std::string_view path_and_query, std::uint32_t entry) {
    const std::size_t mark = path_and_query.find('?');
    Location location;
    location.path = path_and_query.substr(0, mark);
    if (mark != std::string_view::npos) location.query = path_and_query.substr(mark + 1);
    location.entry = entry;
    return location;
}

struct FakeZone {
    std::string_view id;
    std::int32_t offset_minutes;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array<FakeZone, 4> kZones{{{"America/New_York", -300, "Eastern Time", "纽约时间"},
                                          {"Asia/Shanghai", 480, "China Standard Time", "中国时间"},
                                          {"Europe/Berlin", 60, "Central European Time", "德国时间"},
                                          {"UTC", 0, "Coordinated Universal Time", "协调世界时"}}};

} // namespace

VerticalMetrics FixedGlyphs::vertical_metrics(int, float size) { return {size * 0.8F, size * 0.2F}; }

float FixedGlyphs::advance(std::uint32_t code_point, int, float size) {
    return code_point >= 0x2e80 ? size : size / 2;
}

void FixedGlyphs::render(std::uint32_t code_point, int weight, float size, GlyphImage& image) {
    image.advance = advance(code_point, weight, size);
    image.left = 0;
    image.top = -2;
    image.width = code_point == ' ' ? 0 : 2;
    image.height = image.width;
    image.colored = false;
    image.rgba.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4,
                      255);
}

RequestId ScriptedHttp::start(HttpRequest request) {
    pending_.push_back({++last_id_, std::move(request)});
    return last_id_;
}

void ScriptedHttp::abort(RequestId id) {
    const auto found =
        std::find_if(pending_.begin(), pending_.end(), [id](const StartedRequest& r) { return r.id == id; });
    if (found == pending_.end()) return;
    pending_.erase(found);
    HttpResponse response;
    response.id = id;
    response.outcome = HttpOutcome::aborted;
    completed_.push_back(std::move(response));
}

std::vector<HttpResponse> ScriptedHttp::take_completed() { return std::exchange(completed_, {}); }

bool ScriptedHttp::finish(std::string_view path, HttpResponse response) {
    const auto found = std::find_if(pending_.begin(), pending_.end(), [path](const StartedRequest& r) {
        return r.request.path.rfind(path, 0) == 0;
    });
    if (found == pending_.end()) return false;
    response.id = found->id;
    pending_.erase(found);
    completed_.push_back(std::move(response));
    return true;
}

bool ScriptedHttp::answer(std::string_view path, int status, std::string body, std::string etag) {
    HttpResponse response;
    response.outcome = HttpOutcome::answered;
    response.status = status;
    response.etag = std::move(etag);
    response.body = std::move(body);
    return finish(path, std::move(response));
}

bool ScriptedHttp::fail(std::string_view path, HttpOutcome outcome) {
    HttpResponse response;
    response.outcome = outcome;
    return finish(path, std::move(response));
}

FakeNavigation::FakeNavigation(std::string_view start) {
    entries_.push_back(parse(start, 1));
    events_.push_back({.kind = InputKind::route_changed});
}

void FakeNavigation::push(std::string_view path_and_query) {
    entries_.resize(at_ + 1);
    entries_.push_back(parse(path_and_query, entries_.back().entry + 1));
    ++at_;
    events_.push_back({.kind = InputKind::route_changed});
}

void FakeNavigation::replace(std::string_view path_and_query) {
    entries_[at_] = parse(path_and_query, entries_[at_].entry);
    events_.push_back({.kind = InputKind::route_changed, .id = 1});
}

void FakeNavigation::back() {
    if (at_ == 0) return;
    --at_;
    events_.push_back({.kind = InputKind::route_changed});
}

void FakeNavigation::leave_by_post(std::string_view path, std::string_view field, std::string_view value) {
    left_to_ = path;
    left_to_.append(" ").append(field).append("=").append(value);
}

std::vector<InputEvent> FakeNavigation::take_events() { return std::exchange(events_, {}); }

DownloadId FakeDownloads::fetch(std::string_view path, std::string_view form) {
    pending_.push_back({++last_id_, std::string(path), std::string(form)});
    return last_id_;
}

std::vector<DownloadEnd> FakeDownloads::take_ended() { return std::exchange(ended_, {}); }

void FakeDownloads::save(std::string_view file_name, std::string_view media_type,
                         std::span<const std::span<const std::byte>> parts) {
    Saved file{std::string(file_name), std::string(media_type), {}};
    for (const std::span<const std::byte> part : parts)
        file.bytes.append(reinterpret_cast<const char*>(part.data()), part.size());
    saved_.push_back(std::move(file));
}

void FakeDownloads::open(std::string_view path, std::string_view form) {
    opened_.push_back({0, std::string(path), std::string(form)});
}

bool FakeDownloads::end(DownloadEnd end) {
    if (pending_.empty()) return false;
    end.id = pending_.front().id;
    pending_.erase(pending_.begin());
    ended_.push_back(std::move(end));
    return true;
}

std::optional<std::string> MemorySettings::find(std::string_view key) const {
    const auto found = values_.find(key);
    if (found == values_.end()) return std::nullopt;
    return found->second;
}

void MemorySettings::store(std::string_view key, std::string_view value) {
    values_[std::string(key)] = value;
}

void MemorySettings::remove(std::string_view key) { values_.erase(std::string(key)); }

std::vector<OffsetTransition> FakeZones::transitions(std::string_view zone) const {
    for (const FakeZone& known : kZones)
        if (known.id == zone) return {{0, known.offset_minutes}};
    return {};
}

std::vector<ZoneName> FakeZones::names(std::string_view language, std::string_view) const {
    std::vector<ZoneName> names;
    for (const FakeZone& zone : kZones)
        names.push_back(
            {std::string(zone.id), std::string(language.starts_with("zh") ? zone.chinese : zone.english)});
    return names;
}

void FakeScheduler::frame_after(double delay_ms) { timer_ = timer_ ? std::min(*timer_, delay_ms) : delay_ms; }

int FakeScheduler::take_requests() { return std::exchange(requests_, 0); }

} // namespace orderdeck::client::platform::headless
