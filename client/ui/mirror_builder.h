#pragma once

#include "client/platform/node_buffer.h"
#include "client/ui/semantics.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::ui {

/// One visible line of text for the mirror.
struct TextNode {
    Rect rect = {}; ///< the line box
    std::string_view utf8 = {};
    float font_size = 14;
    int weight = 400;
    float text_width = 0; ///< what it takes on the canvas
    std::uint32_t color = 0;
    std::uint32_t flags = 0;
};

/// A tooltip that is due.
struct Hint {
    std::uint32_t id = 0; ///< of what it belongs to
    Rect anchor = {};
    std::string text = {};
};

/// Collects the nodes of a frame in reading order and writes them as the buffer of node_buffer.h.
/// Debug builds stop at a semantic defect: two nodes with one id, an interactive node without a name or under
/// 24 x 24 px.
class MirrorBuilder {
public:
    void reset();

    /// Opens a node with children; returns its index for record().
    std::size_t open(const NodeSpec& spec);
    void close();
    std::size_t leaf(const NodeSpec& spec);
    void add_text(const TextNode& text);

    /// Valid until the next node is added.
    platform::NodeRecord& record(std::size_t index) { return records_[index]; }
    /// Children of the open node are placed relative to this point instead of its corner (content of a scroller).
    void set_origin(Point origin);
    platform::StringRef add_string(std::string_view text);

    std::uint32_t auto_id(std::uint32_t kind);

    /// The tooltip of this node is due, from the next reset() on.
    void want_hint(std::uint32_t id) { wanted_hint_ = id; }
    /// Where that node was drawn in this frame; nullopt: it was not, or has no tooltip.
    const std::optional<Hint>& hint() const { return hint_; }

    /// The finished buffer; `header` needs no counts.
    std::span<const std::uint32_t> finish(platform::FrameHeader header);

private:
    struct Open {
        std::uint32_t id = 0;
        std::size_t index = 0;
        Point origin;
        std::uint32_t ordinal = 0;
        bool has_text = false;
    };

    std::size_t append(const NodeSpec& spec);
    void check(const platform::NodeRecord& record, bool named) const;
    void check_ids();

    std::vector<platform::NodeRecord> records_ = {};
    std::string strings_ = {};
    std::vector<Open> open_{Open{}};
    std::vector<std::uint32_t> words_;
    std::vector<std::uint32_t> ids_;
    std::uint32_t wanted_hint_ = 0;
    std::optional<Hint> hint_ = {};
};

/// Of the node that shows the tooltip of this one.
Id tooltip_id(Id node);

std::uint32_t hash_id(std::uint32_t seed, std::string_view text);
std::uint32_t hash_id(std::uint32_t seed, std::uint64_t number);

} // namespace orderdeck::client::ui
