#include "shared/domain/why.h"
#include "tests/client/screens/portal_visit.h"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <algorithm>
#include <string>
#include <vector>

namespace orderdeck::client::screens {
namespace {

using Progress = domain::StepState::Progress;

/// On the canvas; nothing is scrolled.
ui::Rect place_of(const Visit& visit, const MirrorNode& node) {
    const std::vector<MirrorNode>& nodes = visit.window.mirror().nodes();
    ui::Rect place{0, 0, node.record.width, node.record.height};
    for (const MirrorNode* at = &node;; at = &nodes[static_cast<std::size_t>(at->parent)]) {
        place.x += at->record.x;
        place.y += at->record.y;
        if (at->parent < 0) return place;
    }
}

std::vector<ui::Rect> steps_of(const Visit& visit) {
    const std::vector<MirrorNode>& nodes = visit.window.mirror().nodes();
    const MirrorNode* track = visit.find(NodeKind::ordered_list, "Steps of this order");
    REQUIRE(track != nullptr);
    std::vector<ui::Rect> steps;
    for (const MirrorNode* item : visit.window.mirror().all(NodeKind::list_item))
        if (&nodes[static_cast<std::size_t>(item->parent)] == track) steps.push_back(place_of(visit, *item));
    return steps;
}

constexpr float kNode = 24; // the circle at the left end of a step, with the line through its middle

/// How far the line behind a circle is painted in the accent colour, from the circle's right edge.
float painted_behind(Visit& visit, const ui::Rect& step) {
    constexpr ImU32 kAccent = IM_COL32(0x1d, 0x5f, 0xd6, 0xff);
    const float from = step.x + kNode + 1;
    const float middle = step.y + kNode / 2;
    float end = from;
    for (const ImDrawList* list : visit.client.drawing().CmdLists)
        for (const ImDrawVert& vertex : list->VtxBuffer)
            if (vertex.col == kAccent && vertex.pos.y > middle - 2 && vertex.pos.y < middle + 2 &&
                vertex.pos.x <= step.right() + 0.5F)
                end = std::max(end, vertex.pos.x);
    return end - from;
}

} // namespace

TEST_CASE("the line of the track runs to the steps that are reached and never into one that is not") {
    for (const auto& order :
         {test::partly_shipped(1), test::overdue(1), test::on_hold(1), test::delivered(1)}) {
        Visit visit = Visit::desk({order}, "/orders/1");
        const auto progress = domain::steps_of(order.records);
        const std::vector<ui::Rect> steps = steps_of(visit);
        REQUIRE(steps.size() == progress.size());
        for (std::size_t next = 1; next < steps.size(); ++next) {
            INFO(visit.words().substr(0, 200));
            INFO("stretch into step " << next + 1);
            const float whole = steps[next - 1].width - kNode - 1;
            const float painted = painted_behind(visit, steps[next - 1]);
            if (progress[next].progress == Progress::ahead) CHECK(painted == 0);
            if (progress[next].progress == Progress::done) CHECK(painted >= whole - 1);
        }
    }
}

} // namespace orderdeck::client::screens
