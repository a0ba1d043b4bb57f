#pragma once

#include "client/platform/node_buffer.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::platform::headless {

/// A node as assistive technology would meet it; its place is relative to its parent, as in the record.
struct MirrorNode {
    NodeRecord record = {};
    int parent = -1; ///< index, -1: the page
    std::string label = {};
    std::string text = {};
    std::string value = {};
    std::string href = {};
    std::string test_id = {};
    std::string description = {};
    std::string hint = {};
    std::string attributes = {};

    NodeKind kind() const { return static_cast<NodeKind>(record.kind); }
    /// Of its attribute lines; empty when it is not there.
    std::string attribute(std::string_view name) const;
    bool has(std::uint32_t flag) const { return (record.flags & flag) != 0; }
};

/// The decoded buffer of one frame.
class Mirror {
public:
    Mirror() = default;
    /// Empty when the buffer is malformed.
    explicit Mirror(std::span<const std::uint32_t> words);

    const FrameHeader& header() const { return header_; }
    const std::vector<MirrorNode>& nodes() const { return nodes_; }
    const std::string& polite() const { return polite_; }

    /// The label, the words of the node that labels it, or the text of all that is inside, pieces joined by one blank.
    std::string name_of(const MirrorNode& node) const;
    /// The first node of the kind with this name; nullptr when there is none.
    const MirrorNode* find(NodeKind kind, std::string_view name) const;
    /// The words of the node that an attribute such as aria-describedby refers to; empty when there is none.
    std::string referred(const MirrorNode& node, std::string_view attribute) const;
    const MirrorNode* find_test_id(std::string_view test_id) const;
    std::vector<const MirrorNode*> all(NodeKind kind) const;
    /// All visible words in reading order.
    std::string text() const;

private:
    void append_text(std::size_t index, std::string& out) const;

    FrameHeader header_ = {};
    std::vector<MirrorNode> nodes_;
    std::string polite_;
};

} // namespace orderdeck::client::platform::headless
