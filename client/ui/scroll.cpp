#include "client/ui/scroll.h"

#include "client/ui/ui_state.h"

#include <algorithm>
#include <cmath>

namespace orderdeck::client::ui {
namespace {

constexpr float kUnlimited = 1e7F;

ScrollState& state_of(UiState& state, std::uint32_t id) {
    const auto [found, is_new] = state.scrollers.try_emplace(id);
    const auto saved = state.saved_scrolls.find(id);
    if (is_new && saved != state.saved_scrolls.end()) {
        found->second.wanted = std::max(saved->second.x, saved->second.y);
        found->second.restoring = true;
        found->second.version = 1;
    }
    return found->second;
}

} // namespace

ScrollRegion::ScrollRegion(Ui& ui, const Rect& area, std::string_view key, const ScrollSpec& spec)
    : ui_(ui), area_(area), axis_(spec.axis), behind_(spec.behind), id_(ui.id(key).value), position_(0) {
    ScrollState& scroller = state_of(ui.state(), id_);
    const float window = axis_ == ScrollAxis::vertical ? area.height : area.width;
    const float furthest = std::max(0.0F, std::max(scroller.extent, spec.known_extent) - window);
    if (scroller.restoring) scroller.position = scroller.wanted;
    scroller.position = std::clamp(scroller.position, 0.0F, furthest);
    position_ = scroller.position;

    NodeSpec node{.role = spec.role, .id = Id{id_}, .rect = area, .name = spec.name, .test_id = key};
    node.more_flags =
        axis_ == ScrollAxis::vertical ? platform::node_flag::scrolls_y : platform::node_flag::scrolls_x;
    MirrorBuilder& mirror = ui_.state().mirror;
    record_ = mirror.open(node);
    const Rect moved = content();
    mirror.set_origin({moved.x, moved.y});
    ui_.painter().push_clip(area);
}

ScrollRegion::~ScrollRegion() {
    UiState& state = ui_.state();
    ScrollState& scroller = state.scrollers[id_];
    const bool vertical = axis_ == ScrollAxis::vertical;
    const float window = vertical ? area_.height : area_.width;
    const float extent = std::max(window, std::ceil(end_));
    if (!vertical) paint_edges(extent);
    ui_.painter().pop_clip();
    if (extent != scroller.extent) {
        scroller.extent = extent;
        state.settle = std::max(state.settle, 1);
        if (scroller.restoring) ++scroller.version;
    }
    platform::NodeRecord& record = state.mirror.record(record_);
    record.content_width = vertical ? area_.width : extent;
    record.content_height = vertical ? extent : area_.height;
    const float wish = scroller.restoring ? scroller.wanted : scroller.position;
    // Written only when we move it: the browser's own scrolling changes no node.
    record.scroll_version = scroller.version;
    if (scroller.version != scroller.written_version) {
        scroller.written_version = scroller.version;
        scroller.written_wish = wish;
    }
    (vertical ? record.scroll_y : record.scroll_x) = scroller.written_wish;
    // Reached only when it was drawn there and the content, as it is now, goes that far.
    if (scroller.position == scroller.wanted && extent >= scroller.wanted + window)
        scroller.restoring = false;
    state.mirror.close();
}

Rect ScrollRegion::content() const {
    if (axis_ == ScrollAxis::vertical) return {area_.x, area_.y - position_, area_.width, kUnlimited};
    return {area_.x - position_, area_.y, kUnlimited, area_.height};
}

float ScrollRegion::position() const { return position_; }

void ScrollRegion::set_end(float end) {
    const Rect moved = content();
    end_ = std::max(end_, end - (axis_ == ScrollAxis::vertical ? moved.y : moved.x));
}

bool ScrollRegion::visible(const Rect& area) const { return area_.intersects(area); }

RowRange ScrollRegion::rows(float top, float row_height, std::size_t count) const {
    constexpr float kSpare = 2;
    const float first = std::floor((area_.y - top) / row_height) - kSpare;
    const float last = std::ceil((area_.bottom() - top) / row_height) + kSpare;
    const auto bounded = [count](float row) {
        return static_cast<std::size_t>(std::clamp(row, 0.0F, static_cast<float>(count)));
    };
    return {bounded(first), std::max(bounded(first), bounded(last))};
}

void ScrollRegion::paint_edges(float extent) const {
    constexpr float kFade = 40;
    const float width = std::min(kFade, area_.width / 4);
    if (position_ >= 1) ui_.painter().fade_left({area_.x, area_.y, width, area_.height}, behind_);
    if (position_ + area_.width <= extent - 1)
        ui_.painter().fade_right({area_.right() - width, area_.y, width, area_.height}, behind_);
}

} // namespace orderdeck::client::ui
