#pragma once

#include "client/platform/glyph_source.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The calls into web/platform/*.js, one line of JavaScript each.
namespace orderdeck::client::platform::browser::host {

void request_frame();
void frame_after(double delay_ms);
void present(std::span<const std::uint32_t> nodes);
/// Everything that JavaScript laid out for us, such as the text of the event that is being handled.
std::string take_text(int length);
std::string environment();
std::string zone_transitions(std::string_view zone);
std::string zone_names(std::string_view language, std::string_view style);

void push(std::string_view path_and_query);
void replace(std::string_view path_and_query);
void back();
void leave(std::string_view path_and_query);
void leave_by_post(std::string_view path, std::string_view field, std::string_view value);
void set_title(std::string_view title);
void set_language(std::string_view tag);

std::optional<std::string> find_setting(std::string_view key);
void store_setting(std::string_view key, std::string_view value);
void remove_setting(std::string_view key);

void start_request(std::uint32_t id, std::string_view head, std::string_view body, double timeout_ms);
void abort_request(std::uint32_t id);

void fetch_download(std::uint32_t id, std::string_view path, std::string_view form);
/// The parts of a file are collected until it is saved.
void add_file_part(std::span<const std::byte> part);
void save_file(std::string_view file_name, std::string_view media_type);
void open_form(std::string_view path, std::string_view form);

VerticalMetrics vertical_metrics(int weight, float size);
float advance(std::uint32_t code_point, int weight, float size);
void render(std::uint32_t code_point, int weight, float size, GlyphImage& image);

double now_utc_ms();
/// The shell may show the canvas now, or must show the mirror because WebGL2 is missing.
void started(bool has_canvas);

} // namespace orderdeck::client::platform::browser::host
