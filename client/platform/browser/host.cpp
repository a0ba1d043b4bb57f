#include "client/platform/browser/host.h"

#include <emscripten.h>

#include <algorithm>

// clang-format off
EM_JS(void, od_request_frame, (), { Orderdeck.scheduler.request(); });
EM_JS(void, od_frame_after, (double delay), { Orderdeck.scheduler.after(delay); });
EM_JS(void, od_present, (const uint32_t* words, int count), { Orderdeck.mirror.present(HEAPU32.subarray(words >> 2, (words >> 2) + count)); });
EM_JS(void, od_take_text, (char* to), { HEAPU8.set(Orderdeck.outbox, to); });
EM_JS(int, od_environment, (), { return Orderdeck.put(Orderdeck.environment.describe()); });
EM_JS(int, od_zone_transitions, (const char* p, int n), { return Orderdeck.put(Orderdeck.zones.transitions(Orderdeck.get(HEAPU8, p, n))); });
EM_JS(int, od_zone_names, (const char* l, int ln, const char* s, int sn), { return Orderdeck.put(Orderdeck.zones.names(Orderdeck.get(HEAPU8, l, ln), Orderdeck.get(HEAPU8, s, sn))); });
EM_JS(void, od_go, (int how, const char* p, int n), { Orderdeck.navigation.go(how, Orderdeck.get(HEAPU8, p, n)); });
EM_JS(void, od_post, (const char* p, int n), { Orderdeck.navigation.post(Orderdeck.get(HEAPU8, p, n)); });
EM_JS(void, od_set_title, (const char* p, int n), { Orderdeck.navigation.setTitle(Orderdeck.get(HEAPU8, p, n)); });
EM_JS(void, od_set_language, (const char* p, int n), { Orderdeck.navigation.setLanguage(Orderdeck.get(HEAPU8, p, n)); });
EM_JS(int, od_find_setting, (const char* p, int n), { return Orderdeck.settings.find(Orderdeck.get(HEAPU8, p, n)); });
EM_JS(void, od_store_setting, (const char* k, int kn, const char* v, int vn), { Orderdeck.settings.store(Orderdeck.get(HEAPU8, k, kn), Orderdeck.get(HEAPU8, v, vn)); });
EM_JS(void, od_remove_setting, (const char* p, int n), { Orderdeck.settings.remove(Orderdeck.get(HEAPU8, p, n)); });
EM_JS(void, od_start_request, (int id, const char* h, int hn, const char* b, int bn, double timeout), { Orderdeck.http.start(id, Orderdeck.get(HEAPU8, h, hn), HEAPU8.slice(b, b + bn), timeout); });
EM_JS(void, od_abort_request, (int id), { Orderdeck.http.abort(id); });
EM_JS(void, od_fetch_download, (int id, const char* p, int pn, const char* f, int fn), { Orderdeck.downloads.fetch(id, Orderdeck.get(HEAPU8, p, pn), Orderdeck.get(HEAPU8, f, fn)); });
EM_JS(void, od_add_file_part, (const void* p, int n), { Orderdeck.downloads.add(HEAPU8.slice(p, p + n)); });
EM_JS(void, od_save_file, (const char* f, int fn, const char* m, int mn), { Orderdeck.downloads.save(Orderdeck.get(HEAPU8, f, fn), Orderdeck.get(HEAPU8, m, mn)); });
EM_JS(void, od_open_form, (const char* p, int pn, const char* f, int fn), { Orderdeck.downloads.open(Orderdeck.get(HEAPU8, p, pn), Orderdeck.get(HEAPU8, f, fn)); });
EM_JS(void, od_metrics, (int weight, float size, float* out), { Orderdeck.fonts.metrics(weight, size, HEAPF32, out >> 2); });
EM_JS(float, od_advance, (int code, int weight, float size), { return Orderdeck.fonts.advance(code, weight, size); });
EM_JS(int, od_render, (int code, int weight, float size, float* out), { return Orderdeck.fonts.render(code, weight, size, HEAPF32, out >> 2); });
EM_JS(void, od_take_pixels, (uint8_t* to), { HEAPU8.set(Orderdeck.fonts.pixels, to); });
EM_JS(double, od_now, (), { return Date.now(); });
EM_JS(void, od_started, (int canvas), { Orderdeck.started(canvas !== 0); });
// clang-format on

namespace orderdeck::client::platform::browser::host {
namespace {

enum class Way : int { push = 0, replace = 1, back = 2, leave = 3 };

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

void go(Way way, std::string_view to) { od_go(static_cast<int>(way), to.data(), size_of(to)); }

} // namespace

void request_frame() { od_request_frame(); }
void frame_after(double delay_ms) { od_frame_after(delay_ms); }
void present(std::span<const std::uint32_t> nodes) {
    od_present(nodes.data(), static_cast<int>(nodes.size()));
}

std::string take_text(int length) {
    std::string text(static_cast<std::size_t>(std::max(length, 0)), '\0');
    if (!text.empty()) od_take_text(text.data());
    return text;
}

std::string environment() { return take_text(od_environment()); }
std::string zone_transitions(std::string_view zone) {
    return take_text(od_zone_transitions(zone.data(), size_of(zone)));
}
std::string zone_names(std::string_view language, std::string_view style) {
    return take_text(od_zone_names(language.data(), size_of(language), style.data(), size_of(style)));
}

void push(std::string_view path_and_query) { go(Way::push, path_and_query); }
void replace(std::string_view path_and_query) { go(Way::replace, path_and_query); }
void back() { go(Way::back, ""); }
void leave(std::string_view path_and_query) { go(Way::leave, path_and_query); }

void leave_by_post(std::string_view path, std::string_view field, std::string_view value) {
    std::string parts(path);
    parts.append("\n").append(field).append("\n").append(value);
    od_post(parts.data(), size_of(parts));
}

void set_title(std::string_view title) { od_set_title(title.data(), size_of(title)); }
void set_language(std::string_view tag) { od_set_language(tag.data(), size_of(tag)); }

std::optional<std::string> find_setting(std::string_view key) {
    const int length = od_find_setting(key.data(), size_of(key));
    if (length < 0) return std::nullopt;
    return take_text(length);
}

void store_setting(std::string_view key, std::string_view value) {
    od_store_setting(key.data(), size_of(key), value.data(), size_of(value));
}

void remove_setting(std::string_view key) { od_remove_setting(key.data(), size_of(key)); }

void start_request(std::uint32_t id, std::string_view head, std::string_view body, double timeout_ms) {
    od_start_request(static_cast<int>(id), head.data(), size_of(head), body.data(), size_of(body),
                     timeout_ms);
}

void abort_request(std::uint32_t id) { od_abort_request(static_cast<int>(id)); }

void fetch_download(std::uint32_t id, std::string_view path, std::string_view form) {
    od_fetch_download(static_cast<int>(id), path.data(), size_of(path), form.data(), size_of(form));
}

void add_file_part(std::span<const std::byte> part) {
    od_add_file_part(part.data(), static_cast<int>(part.size()));
}

void save_file(std::string_view file_name, std::string_view media_type) {
    od_save_file(file_name.data(), size_of(file_name), media_type.data(), size_of(media_type));
}

void open_form(std::string_view path, std::string_view form) {
    od_open_form(path.data(), size_of(path), form.data(), size_of(form));
}

VerticalMetrics vertical_metrics(int weight, float size) {
    float out[2] = {};
    od_metrics(weight, size, out);
    return {out[0], out[1]};
}

float advance(std::uint32_t code_point, int weight, float size) {
    return od_advance(static_cast<int>(code_point), weight, size);
}

void render(std::uint32_t code_point, int weight, float size, GlyphImage& image) {
    float out[5] = {};
    const int kind = od_render(static_cast<int>(code_point), weight, size, out);
    image.advance = out[0];
    image.left = static_cast<int>(out[1]);
    image.top = static_cast<int>(out[2]);
    image.width = kind == 0 ? 0 : static_cast<int>(out[3]);
    image.height = kind == 0 ? 0 : static_cast<int>(out[4]);
    image.colored = kind == 2;
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    if (!image.rgba.empty()) od_take_pixels(image.rgba.data());
}

double now_utc_ms() { return od_now(); }
void started(bool has_canvas) { od_started(has_canvas ? 1 : 0); }

} // namespace orderdeck::client::platform::browser::host
