#pragma once

#include "client/gallery/sections.h"
#include "client/platform/frame.h"
#include "client/platform/platform.h"
#include "client/ui/ui.h"

namespace orderdeck::client::gallery {

/// Every component in every state on one page, for people who build screens and for tests that walk it. It follows
/// the device's language (zh or en), theme and width; it knows no server and no account.
class Gallery final : public platform::FrameClient {
public:
    explicit Gallery(platform::Platform& platform);
    void react() override {}
    platform::FrameOutput frame(const platform::FrameInput& input) override;
    ImDrawData& drawing() override { return ui_.drawing(); }

private:
    void draw(const Words& words);
    void draw_page(const Words& words);

    platform::Platform& platform_;
    ui::Ui ui_;
    Samples samples_;
    std::string told_language_ = {};
};

} // namespace orderdeck::client::gallery
