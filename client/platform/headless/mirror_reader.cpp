#include "client/platform/headless/mirror_reader.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace orderdeck::client::platform::headless {
namespace {

class Strings {
public:
    Strings(const char* bytes, std::uint32_t size) : bytes_(bytes), size_(size) {}
    std::string at(StringRef ref) const {
        if (ref.offset > size_ || ref.length > size_ - ref.offset) return {};
        return std::string(bytes_ + ref.offset, ref.length);
    }

private:
    const char* bytes_;
    std::uint32_t size_;
};

MirrorNode read_node(const std::uint32_t* words, const Strings& strings) {
    MirrorNode node;
    std::memcpy(static_cast<void*>(&node.record), words, sizeof node.record);
    node.label = strings.at(node.record.name);
    node.text = strings.at(node.record.text);
    node.value = strings.at(node.record.value);
    node.href = strings.at(node.record.href);
    node.test_id = strings.at(node.record.test_id);
    node.description = strings.at(node.record.description);
    node.hint = strings.at(node.record.hint);
    node.attributes = strings.at(node.record.attributes);
    return node;
}

} // namespace

Mirror::Mirror(std::span<const std::uint32_t> words) {
    if (words.size() < kHeaderWords) return;
    std::memcpy(static_cast<void*>(&header_), words.data(), sizeof header_);
    const std::size_t strings_at = kHeaderWords + std::size_t{header_.node_count} * kNodeWords;
    if (header_.magic != FrameHeader{}.magic || words.size() < strings_at + (header_.string_bytes + 3) / 4)
        return;
    const Strings strings(reinterpret_cast<const char*>(words.data() + strings_at), header_.string_bytes);
    std::unordered_map<std::uint32_t, int> index_of;
    for (std::uint32_t i = 0; i < header_.node_count; ++i) {
        MirrorNode node = read_node(words.data() + kHeaderWords + std::size_t{i} * kNodeWords, strings);
        const auto parent = index_of.find(node.record.parent);
        if (parent != index_of.end()) node.parent = parent->second;
        index_of[node.record.id] = static_cast<int>(i);
        nodes_.push_back(std::move(node));
    }
    polite_ = strings.at(header_.polite);
}

void Mirror::append_text(std::size_t index, std::string& out) const {
    const MirrorNode& node = nodes_[index];
    if ((node.record.flags & node_flag::unspoken) != 0) return;
    const std::string& own = node.label.empty() ? node.text : node.label;
    if (!own.empty()) {
        if (!out.empty() && out.back() != ' ') out += ' ';
        out += own;
    }
    if (!node.label.empty()) return;
    for (std::size_t i = index + 1; i < nodes_.size(); ++i) {
        if (nodes_[i].parent == static_cast<int>(index)) append_text(i, out);
    }
}

std::string MirrorNode::attribute(std::string_view name) const {
    std::string_view rest = attributes;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t equals = line.find('=');
        if (line.substr(0, equals) == name) return std::string(line.substr(equals + 1));
    }
    return {};
}

std::string Mirror::referred(const MirrorNode& node, std::string_view attribute) const {
    const std::string wanted = node.attribute(attribute);
    for (const MirrorNode& other : nodes_) {
        if (!wanted.empty() && wanted == "n" + std::to_string(other.record.id)) return name_of(other);
    }
    return {};
}

std::string Mirror::name_of(const MirrorNode& node) const {
    if (node.label.empty()) {
        std::string words = referred(node, "aria-labelledby");
        if (!words.empty()) return words;
    }
    std::string name;
    append_text(static_cast<std::size_t>(&node - nodes_.data()), name);
    return name;
}

const MirrorNode* Mirror::find(NodeKind kind, std::string_view name) const {
    for (const MirrorNode& node : nodes_) {
        if (node.kind() == kind && name_of(node) == name) return &node;
    }
    return nullptr;
}

const MirrorNode* Mirror::find_test_id(std::string_view test_id) const {
    for (const MirrorNode& node : nodes_) {
        if (node.test_id == test_id) return &node;
    }
    return nullptr;
}

std::vector<const MirrorNode*> Mirror::all(NodeKind kind) const {
    std::vector<const MirrorNode*> found;
    for (const MirrorNode& node : nodes_) {
        if (node.kind() == kind) found.push_back(&node);
    }
    return found;
}

std::string Mirror::text() const {
    std::string out;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes_[i].parent == -1) append_text(i, out);
    }
    return out;
}

} // namespace orderdeck::client::platform::headless
