#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace orderdeck::client::platform {

/// One rendered character. `rgba` holds width x height straight-alpha pixels; white unless `colored`.
struct GlyphImage {
    float advance = 0; ///< device px
    int left = 0;      ///< of the image relative to the pen, device px
    int top = 0;       ///< of the image relative to the baseline, negative is up, device px
    int width = 0;     ///< 0: nothing to see
    int height = 0;
    bool colored = false;
    std::vector<std::uint8_t> rgba;
};

struct VerticalMetrics {
    float ascent = 0;  ///< above the baseline, positive
    float descent = 0; ///< below the baseline, positive
};

/// The system's fonts. Sizes are device px, weights CSS weights.
class GlyphSource {
public:
    virtual ~GlyphSource() = default;
    virtual VerticalMetrics vertical_metrics(int weight, float size) = 0;
    virtual float advance(std::uint32_t code_point, int weight, float size) = 0;
    /// Overwrites `image`, whose memory is reused from call to call.
    virtual void render(std::uint32_t code_point, int weight, float size, GlyphImage& image) = 0;
};

} // namespace orderdeck::client::platform
