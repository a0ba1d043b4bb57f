#pragma once

#include "client/platform/node_buffer.h"
#include "client/ui/style/geometry.h"

#include <cstdint>
#include <string_view>

namespace orderdeck::client::ui {

class Ui;

/// Name of a node that stays the same from frame to frame; 0 is no node. Made by Ui::id().
struct Id {
    std::uint32_t value = 0;
    friend bool operator==(Id left, Id right) { return left.value == right.value; }
};

using Role = platform::NodeKind;
using platform::Feedback;

/// A state that a node may not have at all.
enum class Tri : std::uint8_t { unknown, off, on };
enum class Current : std::uint8_t { none, page, step };
enum class Enabled : std::uint8_t { yes, no };
enum class Politeness : std::uint8_t { polite, assertive };

/// What assistive technology, keyboard, find-in-page and tests know about an area. Names and texts are copied.
struct NodeSpec {
    Role role = Role::group;
    Id id = {};
    Rect rect = {};                ///< where it is on the canvas
    std::string_view name = {};    ///< only where no visible text names it
    std::string_view value = {};   ///< text of a field
    std::string_view href = {};    ///< same-origin path, tel: or mailto:
    std::string_view test_id = {}; ///< stable, for data-testid
    std::string_view description = {};
    std::string_view hint = {};
    /// Shown while the mouse rests on the node or the keyboard's focus is on it. Unless it is the name, it also
    /// becomes the description.
    std::string_view tooltip = {};
    std::string_view attributes = {}; ///< lines "name=value", see web/platform/controls.js for the names
    Id labelled_by = {};              ///< the node whose words name this one
    Id described_by = {};
    std::uint32_t level = 0;    ///< of a heading, 1 to 6
    std::uint32_t position = 0; ///< 1-based
    std::uint32_t set_size = 0;
    float value_now = 0; ///< progress in percent, also of an image that shows one
    float radius = 0;
    Feedback feedback = Feedback::none;
    Tri pressed = Tri::unknown;
    Tri expanded = Tri::unknown;
    Tri checked = Tri::unknown;
    Current current = Current::none;
    Enabled enabled = Enabled::yes;
    std::uint32_t more_flags = 0; ///< of platform::node_flag, for the rest
};

/// A node with children: what is drawn until the end of the scope belongs to it.
class Scope {
public:
    Scope(Ui& ui, const NodeSpec& spec);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Ui& ui_;
};

/// A node without children, such as an image that `name` describes.
void leaf(Ui& ui, const NodeSpec& spec);

/// Makes the ids of a part of the page different from those of its twins: one per row, keyed by the record.
class IdScope {
public:
    IdScope(Ui& ui, std::string_view key);
    IdScope(Ui& ui, std::uint64_t key);
    ~IdScope();
    IdScope(const IdScope&) = delete;
    IdScope& operator=(const IdScope&) = delete;

private:
    Ui& ui_;
};

} // namespace orderdeck::client::ui
