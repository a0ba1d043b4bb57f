#pragma once

namespace orderdeck::client::platform {

/// Frames are drawn only when somebody asks: input does so by itself, new content through here.
class Scheduler {
public:
    virtual ~Scheduler() = default;
    virtual void request_frame() = 0;
    /// Runs FrameClient::react() and a frame in `delay_ms` or somewhat later. An earlier wish replaces a later one,
    /// so whoever is called too early asks again.
    virtual void frame_after(double delay_ms) = 0;
};

} // namespace orderdeck::client::platform
