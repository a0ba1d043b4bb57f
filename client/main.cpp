#include "client/app/runtime.h"
#include "client/platform/platform.h"
#include "client/screens/portal.h"
#include "client/ui/ui.h"

#include <memory>

namespace orderdeck::client {
namespace {

/// The page: the runtime holds the model, the portal draws it.
class Page final : public platform::FrameClient {
public:
    Page(platform::Platform& platform, sync::ReplicaStore store)
        : environment_(platform.environment),
          runtime_(platform, std::move(store)),
          ui_(platform.glyphs),
          portal_(ui_) {}

    void react() override { runtime_.react(); }

    platform::FrameOutput frame(const platform::FrameInput& input) override {
        constexpr int kMostPasses = 4;
        runtime_.enter_frame(input);
        platform::FrameOutput output = draw(input);
        // Only what the deeds have led to is worth painting and mirroring, not the way there.
        for (int pass = 1; output.again && pass < kMostPasses; ++pass)
            output = draw({.now_ms = input.now_ms});
        return output;
    }

    ImDrawData& drawing() override { return ui_.drawing(); }

    bool idle() override { return portal_.prepare(runtime_.model()); }

private:
    platform::FrameOutput draw(const platform::FrameInput& input) {
        ui_.begin(input, environment_, screens::look_of(runtime_.model()));
        const screens::Actions actions = portal_.draw(runtime_.model(), runtime_.database());
        platform::FrameOutput output = ui_.end();
        for (const app::Action& action : actions)
            runtime_.dispatch(action);
        output.again = output.again || !actions.empty();
        return output;
    }

    const platform::Environment& environment_;
    app::Runtime runtime_;
    ui::Ui ui_;
    screens::Portal portal_;
};

std::unique_ptr<platform::FrameClient> make_page(platform::Platform& platform) {
    auto store = sync::ReplicaStore::create("replica");
    return std::make_unique<Page>(platform, std::move(store).value());
}

} // namespace
} // namespace orderdeck::client

int main() { return orderdeck::client::platform::run(orderdeck::client::make_page); }
