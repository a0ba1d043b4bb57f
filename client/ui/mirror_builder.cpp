#include "client/ui/mirror_builder.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace orderdeck::client::ui {
namespace {

namespace flag = platform::node_flag;
using platform::NodeKind;
using platform::NodeRecord;

constexpr std::uint32_t kPrime = 0x01000193;

std::uint32_t tri_flags(Tri state, std::uint32_t known, std::uint32_t on) {
    if (state == Tri::unknown) return 0;
    return state == Tri::on ? known | on : known;
}

std::uint32_t flags_of(const NodeSpec& spec) {
    std::uint32_t flags = spec.more_flags;
    flags |= tri_flags(spec.pressed, flag::pressed_known, flag::pressed);
    flags |= tri_flags(spec.expanded, flag::expanded_known, flag::expanded);
    flags |= tri_flags(spec.checked, flag::checked_known, flag::checked);
    if (spec.current == Current::page) flags |= flag::current_page;
    if (spec.current == Current::step) flags |= flag::current_step;
    if (spec.enabled == Enabled::no) flags |= flag::disabled;
    if (!spec.tooltip.empty()) flags |= flag::hinted;
    return flags | static_cast<std::uint32_t>(spec.feedback) << flag::feedback_shift;
}

[[maybe_unused]] bool is_interactive(std::uint32_t kind) {
    switch (static_cast<NodeKind>(kind)) {
    case NodeKind::link:
    case NodeKind::button:
    case NodeKind::field:
    case NodeKind::select:
    case NodeKind::checkbox:
    case NodeKind::radio:
    case NodeKind::switch_control:
    case NodeKind::file:
    case NodeKind::option:
    case NodeKind::menu_item:
    case NodeKind::menu_item_radio:
    case NodeKind::menu_link: return true;
    default: return false;
    }
}

std::uint32_t mix(std::uint32_t hash, std::uint32_t word) {
    hash ^= word * 0xcc9e2d51u;
    hash = (hash << 13 | hash >> 19) * 5u + 0xe6546b64u;
    return hash;
}

std::uint32_t mix(std::uint32_t hash, const std::string& strings, platform::StringRef ref) {
    for (std::uint32_t i = 0; i < ref.length; ++i) {
        hash = (hash ^ static_cast<unsigned char>(strings[ref.offset + i])) * kPrime;
    }
    return mix(hash, ref.length);
}

/// Everything below `hash` in the record; strings by content, since their places change from frame to frame.
std::uint32_t hash_of(const NodeRecord& record, const std::string& strings) {
    std::uint32_t words[platform::kNodeWords];
    std::memcpy(words, &record, sizeof record);
    constexpr std::size_t first = offsetof(NodeRecord, hash) / 4 + 1;
    constexpr std::size_t last = offsetof(NodeRecord, name) / 4;
    std::uint32_t hash = mix(mix(0x811c9dc5u, record.kind), record.flags);
    for (std::size_t i = first; i < last; ++i)
        hash = mix(hash, words[i]);
    for (const platform::StringRef ref : {record.name, record.text, record.value, record.href, record.test_id,
                                          record.description, record.hint, record.attributes}) {
        hash = mix(hash, strings, ref);
    }
    return hash;
}

bool is_named(const NodeSpec& spec) { return !spec.name.empty() || spec.labelled_by.value != 0; }

void append_reference(std::string& attributes, std::string_view name, Id node) {
    if (node.value == 0) return;
    if (!attributes.empty()) attributes += '\n';
    attributes.append(name).append("=n").append(std::to_string(node.value));
}

/// Words beyond the name: always said, not only while they are seen.
bool describes(const NodeSpec& spec) { return !spec.tooltip.empty() && spec.tooltip != spec.name; }

std::string attributes_of(const NodeSpec& spec, bool is_hint_shown) {
    std::string attributes(spec.attributes);
    append_reference(attributes, "aria-labelledby", spec.labelled_by);
    const bool by_tooltip = is_hint_shown && describes(spec) && spec.described_by.value == 0;
    append_reference(attributes, "aria-describedby", by_tooltip ? tooltip_id(spec.id) : spec.described_by);
    return attributes;
}

} // namespace

std::uint32_t hash_id(std::uint32_t seed, std::string_view text) {
    std::uint32_t hash = seed ^ 0x811c9dc5u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    hash ^= hash >> 15;
    return hash == 0 ? 1 : hash;
}

std::uint32_t hash_id(std::uint32_t seed, std::uint64_t number) {
    const std::uint32_t hash =
        mix(mix(seed, static_cast<std::uint32_t>(number)), static_cast<std::uint32_t>(number >> 32));
    return hash == 0 ? 1 : hash;
}

Id tooltip_id(Id node) { return Id{hash_id(node.value, "tooltip")}; }

void MirrorBuilder::reset() {
    hint_.reset();
    records_.clear();
    strings_.clear();
    open_.assign(1, Open{});
}

platform::StringRef MirrorBuilder::add_string(std::string_view text) {
    const auto offset = static_cast<std::uint32_t>(strings_.size());
    strings_.append(text);
    return {offset, static_cast<std::uint32_t>(text.size())};
}

std::uint32_t MirrorBuilder::auto_id(std::uint32_t kind) {
    Open& parent = open_.back();
    ++parent.ordinal;
    return hash_id(parent.id + kind * kPrime, std::uint64_t{parent.ordinal});
}

std::size_t MirrorBuilder::append(const NodeSpec& spec) {
    const bool overlay = (spec.more_flags & flag::overlay) != 0;
    const Point origin = overlay ? Point{} : open_.back().origin;
    NodeRecord record;
    record.kind = static_cast<std::uint32_t>(spec.role);
    record.id = spec.id.value != 0 ? spec.id.value : auto_id(record.kind);
    record.parent = overlay ? 0 : open_.back().id;
    record.flags = flags_of(spec);
    record.x = spec.rect.x - origin.x;
    record.y = spec.rect.y - origin.y;
    record.width = spec.rect.width;
    record.height = spec.rect.height;
    record.radius = spec.radius;
    record.level = spec.level;
    record.position = spec.position;
    record.set_size = spec.set_size;
    record.value_now = spec.value_now;
    record.name = add_string(spec.name);
    record.value = add_string(spec.value);
    record.href = add_string(spec.href);
    record.test_id = add_string(spec.test_id);
    const bool described = spec.description.empty() && describes(spec);
    record.description = add_string(described ? spec.tooltip : spec.description);
    record.hint = add_string(spec.hint);
    const bool hints = wanted_hint_ == record.id && !spec.tooltip.empty();
    if (hints) hint_ = Hint{record.id, spec.rect, std::string(spec.tooltip)};
    record.attributes = add_string(attributes_of(spec, hints));
    records_.push_back(record);
    return records_.size() - 1;
}

std::size_t MirrorBuilder::open(const NodeSpec& spec) {
    const std::size_t index = append(spec);
    open_.push_back(Open{records_[index].id, index, {spec.rect.x, spec.rect.y}, 0, is_named(spec)});
    return index;
}

void MirrorBuilder::close() {
    assert(open_.size() > 1);
    const Open node = open_.back();
    open_.pop_back();
    if (node.has_text) open_.back().has_text = true;
    check(records_[node.index], node.has_text);
}

std::size_t MirrorBuilder::leaf(const NodeSpec& spec) {
    const std::size_t index = append(spec);
    if (!spec.name.empty()) open_.back().has_text = true;
    check(records_[index], is_named(spec));
    return index;
}

void MirrorBuilder::add_text(const TextNode& text) {
    Open& parent = open_.back();
    NodeRecord record;
    record.kind = static_cast<std::uint32_t>(NodeKind::text);
    record.id = auto_id(record.kind);
    record.parent = parent.id;
    record.flags = text.flags;
    record.x = text.rect.x - parent.origin.x;
    record.y = text.rect.y - parent.origin.y;
    record.width = text.rect.width;
    record.height = text.rect.height;
    record.font_size = text.font_size;
    record.weight = static_cast<std::uint32_t>(text.weight);
    record.text_width = text.text_width;
    record.color = text.color;
    record.text = add_string(text.utf8);
    if (wanted_hint_ == record.id && (text.flags & flag::truncated) != 0)
        hint_ = Hint{record.id, text.rect, std::string(text.utf8)};
    const bool is_spoken = (text.flags & flag::unspoken) == 0;
    parent.has_text = parent.has_text || (is_spoken && !text.utf8.empty());
    records_.push_back(record);
}

void MirrorBuilder::set_origin(Point origin) { open_.back().origin = origin; }

void MirrorBuilder::check([[maybe_unused]] const NodeRecord& record, [[maybe_unused]] bool named) const {
    assert((named || !is_interactive(record.kind)) && "an interactive node needs a name or visible text");
    assert(((record.width >= 24 && record.height >= 24) || !is_interactive(record.kind)) &&
           "a target is 24 x 24 px");
}

void MirrorBuilder::check_ids() {
#ifndef NDEBUG
    ids_.clear();
    for (const NodeRecord& record : records_)
        ids_.push_back(record.id);
    std::sort(ids_.begin(), ids_.end());
    assert(std::adjacent_find(ids_.begin(), ids_.end()) == ids_.end() && "two nodes with one id");
#endif
}

std::span<const std::uint32_t> MirrorBuilder::finish(platform::FrameHeader header) {
    assert(open_.size() == 1);
    check_ids();
    header.node_count = static_cast<std::uint32_t>(records_.size());
    header.string_bytes = static_cast<std::uint32_t>(strings_.size());
    for (NodeRecord& record : records_)
        record.hash = hash_of(record, strings_);
    const std::size_t record_words = records_.size() * platform::kNodeWords;
    words_.resize(platform::kHeaderWords + record_words + (strings_.size() + 3) / 4);
    std::memcpy(words_.data(), &header, sizeof header);
    if (!records_.empty())
        std::memcpy(words_.data() + platform::kHeaderWords, records_.data(), record_words * 4);
    if (!strings_.empty()) {
        words_.back() = 0;
        std::memcpy(words_.data() + platform::kHeaderWords + record_words, strings_.data(), strings_.size());
    }
    return words_;
}

} // namespace orderdeck::client::ui
