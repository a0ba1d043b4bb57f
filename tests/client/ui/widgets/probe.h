#pragma once

#include "client/platform/headless/headless_window.h"
#include "client/ui/ui.h"

#include <functional>
#include <utility>

namespace orderdeck::client::ui {

using platform::headless::HeadlessPlatform;
using platform::headless::HeadlessWindow;
using platform::headless::Mirror;
using platform::headless::MirrorNode;

/// A client that draws what a test says.
class Probe final : public platform::FrameClient {
public:
    Probe(HeadlessPlatform& platform, std::function<void(Ui&)> draw)
        : platform_(platform), ui_(platform.glyphs), draw_(std::move(draw)) {}
    void react() override {}
    platform::FrameOutput frame(const platform::FrameInput& input) override {
        ui_.begin(input, platform_.environment, {});
        draw_(ui_);
        return ui_.end();
    }
    ImDrawData& drawing() override { return ui_.drawing(); }
    Ui& ui() { return ui_; }

private:
    HeadlessPlatform& platform_;
    Ui ui_;
    std::function<void(Ui&)> draw_;
};

} // namespace orderdeck::client::ui
