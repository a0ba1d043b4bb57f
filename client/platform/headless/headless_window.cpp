#include "client/platform/headless/headless_window.h"

#include "client/platform/texture_acceptance.h"

#include <utility>

namespace orderdeck::client::platform::headless {

HeadlessPlatform::HeadlessPlatform(float width, float height, std::string_view start) : navigation(start) {
    environment.version = 1;
    environment.width = width;
    environment.height = height;
    environment.pixel_ratio = 1;
    environment.languages = {"en"};
    environment.zone = "UTC";
    environment.transitions = {{0, 0}};
}

bool HeadlessWindow::draw() {
    for (InputEvent& event : platform_.navigation.take_events())
        events_.push_back(std::move(event));
    const std::vector<InputEvent> handled = std::exchange(events_, {});
    platform_.scheduler.take_requests();
    now_ms_ += 16;
    const FrameOutput output = client_.frame({now_ms_, handled});
    accept_textures(client_.drawing());
    mirror_ = Mirror(output.nodes);
    return output.again || platform_.scheduler.take_requests() > 0;
}

int HeadlessWindow::settle() {
    constexpr int kMost = 30;
    int frames = 1;
    while (draw() && frames < kMost)
        ++frames;
    return frames;
}

bool HeadlessWindow::activate(NodeKind kind, std::string_view name) {
    const MirrorNode* node = mirror_.find(kind, name);
    if (node == nullptr || node->has(node_flag::disabled)) return false;
    if (node->href.rfind('/', 0) == 0) platform_.navigation.push(node->href);
    send({.kind = InputKind::activated, .id = node->record.id});
    return true;
}

bool HeadlessWindow::type(std::string_view field_name, std::string_view text) {
    const MirrorNode* node = mirror_.find(NodeKind::field, field_name);
    if (node == nullptr) return false;
    const std::uint32_t id = node->record.id;
    events_.push_back({.kind = InputKind::focused, .id = id});
    send({.kind = InputKind::value_changed, .id = id, .text = std::string(text)});
    return true;
}

void HeadlessWindow::send(InputEvent event) {
    events_.push_back(std::move(event));
    settle();
}

void HeadlessWindow::resize(float width, float height) {
    platform_.environment.width = width;
    platform_.environment.height = height;
    ++platform_.environment.version;
    send({.kind = InputKind::environment_changed});
}

void HeadlessWindow::react() {
    client_.react();
    settle();
}

} // namespace orderdeck::client::platform::headless
