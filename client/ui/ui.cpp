#include "client/ui/ui.h"

#include "client/ui/canvas.h"
#include "client/ui/font_loader.h"
#include "client/ui/ui_state.h"

#include <algorithm>
#include <cstdlib>

namespace orderdeck::client::ui {
namespace {

bool contains(const std::vector<std::uint32_t>& ids, Id id) {
    return std::find(ids.begin(), ids.end(), id.value) != ids.end();
}

/// "id:x:y,id:x:y" as the mirror saves it in the history entry.
std::unordered_map<std::uint32_t, Point> parse_scrolls(const std::string& text) {
    std::unordered_map<std::uint32_t, Point> out;
    const char* at = text.c_str();
    while (*at != 0) {
        char* end = nullptr;
        const unsigned long id = std::strtoul(at, &end, 10);
        if (end == at || *end != ':') break;
        const float x = std::strtof(end + 1, &end);
        if (*end != ':') break;
        const float y = std::strtof(end + 1, &end);
        out[static_cast<std::uint32_t>(id)] = {x, y};
        if (*end != ',') break;
        at = end + 1;
    }
    return out;
}

void enter_route(UiState& state, const platform::InputEvent& event) {
    state.route = true;
    if (event.id != 0) return; // the same place in the history
    state.saved_scrolls = parse_scrolls(event.text);
    for (auto& [id, scroller] : state.scrollers) {
        const auto saved = state.saved_scrolls.find(id);
        const Point at = saved == state.saved_scrolls.end() ? Point{} : saved->second;
        scroller.wanted = std::max(at.x, at.y);
        scroller.restoring = true;
        ++scroller.version;
    }
}

void scrolled(UiState& state, const platform::InputEvent& event) {
    ScrollState& scroller = state.scrollers[event.id];
    const float at = std::max(event.x, event.y);
    // The browser clamps what it cannot reach yet; only a move to elsewhere is the person's.
    if (scroller.restoring && at < scroller.wanted && at >= scroller.position - 1) return;
    scroller.position = at;
    scroller.restoring = false;
}

void receive(UiState& state, const platform::InputEvent& event) {
    using platform::InputKind;
    switch (event.kind) {
    case InputKind::activated: state.activated.push_back(event.id); break;
    case InputKind::value_changed: state.values.push_back({event.id, event.text}); break;
    case InputKind::submitted: state.submitted.push_back(event.id); break;
    case InputKind::stepped: state.steps.push_back({event.id, event.y > 0 ? 1 : -1}); break;
    case InputKind::focused: state.focused = event.id; break;
    case InputKind::scrolled: scrolled(state, event); break;
    case InputKind::route_changed: enter_route(state, event); break;
    case InputKind::overlay_back: state.back = true; break;
    case InputKind::escape_pressed: state.escape = true; break;
    case InputKind::search_pressed: state.search = true; break;
    case InputKind::find_pressed: state.find = true; break;
    case InputKind::hinted: state.mirror.want_hint(event.id); break;
    case InputKind::environment_changed: break;
    }
}

void forget_input(UiState& state) {
    state.activated.clear();
    state.submitted.clear();
    state.values.clear();
    state.steps.clear();
    state.escape = state.back = state.search = state.find = state.route = false;
}

/// Of the lowest overlay that was there in the last frame and is no more.
std::uint32_t opener_of_closed(const UiState& state) {
    for (std::size_t i = 0; i < state.overlays_before.size(); ++i) {
        const OpenOverlay& before = state.overlays_before[i];
        if (i >= state.overlays.size() || state.overlays[i].id != before.id) return before.opener;
    }
    return 0;
}

void begin_canvas(UiState& state, const platform::Environment& environment) {
    Canvas& canvas = *state.canvas;
    state.glyphs.begin_frame(canvas.atlas(),
                             {state.look.language, environment.pixel_ratio, state.look.text_scale});
    canvas.begin(environment.width, environment.height, environment.pixel_ratio);
    state.base_painter.emplace(canvas.page(), state.scheme, environment.pixel_ratio);
    state.overlay_painter.emplace(canvas.overlay(), state.scheme, environment.pixel_ratio);
}

} // namespace

LayoutClass layout_class_of(float width) {
    if (width < 640) return LayoutClass::phone;
    return width < 1024 ? LayoutClass::tablet : LayoutClass::desk;
}

Ui::Ui(platform::GlyphSource& glyphs) : state_(std::make_unique<UiState>()) {
    state_->canvas = std::make_unique<Canvas>();
    ImFontAtlas& atlas = state_->canvas->atlas();
    state_->fonts = {add_font(atlas, glyphs, 400), add_font(atlas, glyphs, 600)};
}

Ui::~Ui() = default;

void Ui::begin(const platform::FrameInput& input, const platform::Environment& environment,
               const Look& look) {
    UiState& state = *state_;
    state.environment = &environment;
    state.look = look;
    state.look.text_scale = std::clamp(look.text_scale, 1.0F, 2.0F);
    state.scheme = scheme_of(look.theme, environment.prefers_dark);
    const bool is_next = input.now_ms != state.now_ms;
    state.now_ms = input.now_ms;
    state.keep_drawing = false;
    state.overlays_before = std::move(state.overlays);
    state.overlays.clear();
    state.focus_version_before = state.focus_version;
    forget_input(state);
    for (const platform::InputEvent& event : input.events)
        receive(state, event);
    state.settle = 0;
    // Kept while a deed settles: only the last of its frames may be presented.
    if (is_next && !input.events.empty()) {
        state.polite.clear();
        state.assertive.clear();
    }
    state.mirror.reset();
    state.id_stack.assign(1, 1);
    begin_canvas(state, environment);
    state.base_painter->fill(viewport(), Fill::page);
}

platform::FrameOutput Ui::end() {
    UiState& state = *state_;
    // A page or an overlay that the closed one led to has asked for the focus itself.
    const bool is_taken = state.focus_version != state.focus_version_before || state.focus_next_heading;
    if (const std::uint32_t opener = opener_of_closed(state); opener != 0 && !is_taken) focus(Id{opener});
    state.canvas->end();
    state.glyphs.end_frame(state.canvas->atlas());

    platform::FrameHeader header;
    header.overlay_depth = static_cast<std::uint32_t>(state.overlays.size());
    header.focus_id = state.focus_id;
    header.focus_version = state.focus_version;
    header.announce_version = state.announce_version;
    header.background = color_of(Fill::page, state.scheme).rgb;
    header.dark = state.scheme == Scheme::dark ? 1 : 0;
    header.polite = state.mirror.add_string(state.polite);
    header.assertive = state.mirror.add_string(state.assertive);
    const std::span<const std::uint32_t> nodes = state.mirror.finish(header);
    return {nodes, state.settle > 0 || state.keep_drawing};
}

bool Ui::warm_up(std::u32string_view characters) {
    UiState& state = *state_;
    if (state.environment == nullptr) return false;
    return state.glyphs.warm_up(state.canvas->atlas(), state.fonts, characters);
}

ImDrawData& Ui::drawing() { return state_->canvas->drawing(); }

Rect Ui::viewport() const { return {0, 0, state_->environment->width, state_->environment->height}; }
LayoutClass Ui::layout() const { return layout_class_of(state_->environment->width); }
bool Ui::touch() const { return state_->environment->touch; }
Scheme Ui::scheme() const { return state_->scheme; }
const platform::Environment& Ui::environment() const { return *state_->environment; }
const platform::Insets& Ui::safe_area() const { return state_->environment->safe_area; }
double Ui::now_ms() const { return state_->now_ms; }
float Ui::line_height(TextSize size) const { return line_px(size, state_->look.text_scale); }
float Ui::font_size(TextSize size) const { return font_px(size, state_->look.text_scale); }

float Ui::control_height() const {
    const float base = touch() || layout() == LayoutClass::phone ? 44.0F : 40.0F;
    return base + line_height(TextSize::body) - line_px(TextSize::body, 1);
}

float Ui::chip_height() const { return 12 + line_height(TextSize::body); }

float Ui::chip_row_height() const { return touch() ? std::max(44.0F, chip_height()) : chip_height(); }

Painter& Ui::painter() { return state_->drawing_overlay ? *state_->overlay_painter : *state_->base_painter; }

Id Ui::id(std::string_view key) const { return Id{hash_id(state_->id_stack.back(), key)}; }

bool Ui::activated(Id id) const { return contains(state_->activated, id); }

std::optional<std::string_view> Ui::changed_value(Id id) const {
    const auto& values = state_->values;
    const auto found = std::find_if(values.rbegin(), values.rend(),
                                    [id](const ChangedValue& v) { return v.id == id.value; });
    if (found == values.rend()) return std::nullopt;
    return std::string_view(found->text);
}

bool Ui::submitted(Id id) const { return contains(state_->submitted, id); }
int Ui::stepped(Id id) const {
    const auto& steps = state_->steps;
    const auto found =
        std::find_if(steps.begin(), steps.end(), [id](const FieldStep& step) { return step.id == id.value; });
    return found == steps.end() ? 0 : found->by;
}

bool Ui::escape_pressed() const { return state_->escape; }
bool Ui::back_pressed() const { return state_->back; }
bool Ui::search_pressed() const { return state_->search; }
bool Ui::find_pressed() const { return state_->find; }
Id Ui::focused() const { return Id{state_->focused}; }
bool Ui::route_changed() const { return state_->route; }

void Ui::focus(Id id) {
    state_->focus_id = id.value;
    ++state_->focus_version;
}

void Ui::focus_heading() { state_->focus_next_heading = true; }

void Ui::announce(std::string_view text, Politeness politeness) {
    (politeness == Politeness::polite ? state_->polite : state_->assertive) = text;
    ++state_->announce_version;
}

void Ui::keep_drawing() { state_->keep_drawing = true; }

bool Ui::covered() const { return !state_->overlays_before.empty() || !state_->overlays.empty(); }

} // namespace orderdeck::client::ui
