#pragma once

#include <cstdint>

namespace orderdeck::client::platform {

/// The mirror of one frame as it crosses into JavaScript: one FrameHeader, `node_count` NodeRecords in reading order
/// (a parent before its children), then UTF-8 bytes. web/platform/mirror.js knows the same numbers: append only.

/// What a node is; decides the HTML element.
enum class NodeKind : std::uint32_t {
    text = 1,         ///< span: one line of visible text
    paragraph = 2,    ///< p: its children are the lines
    heading = 3,      ///< h1..h6
    link = 4,         ///< a
    button = 5,       ///< button
    field = 6,        ///< input
    group = 7,        ///< div, role=group when named
    list = 8,         ///< ul
    ordered_list = 9, ///< ol
    list_item = 10,   ///< li
    table = 11,       ///< div role=table
    row = 12,
    cell = 13,
    column_header = 14,
    navigation = 15,    ///< nav
    main = 16,          ///< main
    banner = 17,        ///< header
    complementary = 18, ///< aside
    region = 19,        ///< section with a name
    search = 20,        ///< div role=search
    dialog = 21,        ///< div role=dialog
    menu = 22,
    menu_item = 23,       ///< button role=menuitem
    menu_item_radio = 24, ///< button role=menuitemradio
    menu_group = 25,      ///< div role=group within a menu
    scrim = 26,    ///< the area beside a menu or sheet; a click closes it; hidden from assistive technology
    progress = 27, ///< div role=progressbar
    image = 28,    ///< div role=img
    status = 29,   ///< div role=status
    skeleton = 30, ///< decoration that pulses by CSS
    definitions = 31, ///< dl
    term = 32,        ///< dt
    definition = 33,  ///< dd
    menu_link = 34,   ///< a role=menuitem
    row_group = 35,
    label = 36,          ///< label: its words name the control that its attribute `for` names
    select = 37,         ///< select; `text` holds its options, "key<TAB>words" a line, `value` the chosen key
    checkbox = 38,       ///< input type=checkbox
    radio = 39,          ///< input type=radio; radios with one attribute `name` are a set
    switch_control = 40, ///< input type=checkbox role=switch
    file = 41,           ///< input type=file
    radio_group = 42,    ///< div role=radiogroup
    list_box = 43,       ///< div role=listbox
    option = 44,         ///< div role=option; the focus stays in the field that the list belongs to
    note = 45,           ///< div: words that a control is described by
    picture = 46,        ///< img of a picked file; `value` is the file's key
    tooltip = 47,        ///< div role=tooltip; describes its node, is not read by itself
};

/// How the mirror shows hover and press, by CSS alone.
enum class Feedback : std::uint32_t { none = 0, surface = 1, control = 2, filled = 3 };

namespace node_flag {
inline constexpr std::uint32_t disabled = 1u << 0;
inline constexpr std::uint32_t pressed_known = 1u << 1;
inline constexpr std::uint32_t pressed = 1u << 2;
inline constexpr std::uint32_t expanded_known = 1u << 3;
inline constexpr std::uint32_t expanded = 1u << 4;
inline constexpr std::uint32_t checked_known = 1u << 5;
inline constexpr std::uint32_t checked = 1u << 6;
inline constexpr std::uint32_t current_page = 1u << 7;
inline constexpr std::uint32_t current_step = 1u << 8;
inline constexpr std::uint32_t scrolls_y = 1u << 9;
inline constexpr std::uint32_t scrolls_x = 1u << 10;
inline constexpr std::uint32_t focus_target = 1u << 11; ///< may get the focus from us only (tabindex -1)
inline constexpr std::uint32_t overlay = 1u << 12;      ///< lives above the page, which is inert meanwhile
inline constexpr std::uint32_t covers_row = 1u << 13;   ///< a link whose click area lies over its neighbours
inline constexpr std::uint32_t truncated = 1u
                                           << 14; ///< the canvas shows an ellipsis; the full text is `text`
inline constexpr std::uint32_t has_popup = 1u << 15;
inline constexpr std::uint32_t select_all = 1u
                                            << 16; ///< a field that selects its text when it gets the focus
inline constexpr std::uint32_t multi_line = 1u << 17;
inline constexpr std::uint32_t unspoken = 1u << 18; ///< text that only plain mode shows and nobody reads out
inline constexpr std::uint32_t hinted = 1u << 19;   ///< has a tooltip; what is truncated has one anyway
inline constexpr int feedback_shift = 28;           ///< two bits of Feedback
} // namespace node_flag

/// Bytes relative to the first byte after the records.
struct StringRef {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

struct FrameHeader {
    std::uint32_t magic = 0x3144524f; ///< "ORD1"
    std::uint32_t node_count = 0;
    std::uint32_t string_bytes = 0;
    std::uint32_t overlay_depth = 0; ///< open menus, sheets and dialogs; each owns a history entry
    std::uint32_t focus_id = 0;      ///< wish of this frame, when focus_version changed
    std::uint32_t focus_version = 0;
    std::uint32_t announce_version = 0;
    std::uint32_t background = 0; ///< 0xRRGGBB of the page, also the theme-color
    std::uint32_t dark = 0;       ///< 1: dark theme
    StringRef polite = {};
    StringRef assertive = {};
};

struct NodeRecord {
    std::uint32_t id = 0;
    std::uint32_t parent = 0; ///< 0: the page itself
    std::uint32_t kind = 0;
    std::uint32_t flags = 0;
    std::uint32_t hash = 0; ///< of everything below: equal hash, nothing to write
    float x = 0;            ///< relative to the parent (in a scroller: to its content), CSS px
    float y = 0;
    float width = 0;
    float height = 0;
    float radius = 0;
    float font_size = 0;      ///< CSS px; 0 when the node shows no text of its own
    std::uint32_t weight = 0; ///< CSS font weight
    float text_width = 0;     ///< of the line on the canvas; the browser's text is stretched to it
    float padding_left = 0;   ///< of a field's text
    float padding_right = 0;
    std::uint32_t color = 0;    ///< 0xRRGGBB of its text, for plain mode and focused fields
    std::uint32_t surface = 0;  ///< 0x1RRGGBB of its background for plain mode; 0: none
    std::uint32_t level = 0;    ///< of a heading
    std::uint32_t position = 0; ///< 1-based in its set; for a row: its index in the table
    std::uint32_t set_size = 0; ///< for a table: all its rows
    float value_now = 0;        ///< progress, 0 to 100
    float content_width = 0;    ///< of a scroller
    float content_height = 0;
    float scroll_x = 0; ///< wish of this frame, when scroll_version changed
    float scroll_y = 0;
    std::uint32_t scroll_version = 0;
    std::uint32_t value_version = 0; ///< a change overwrites even a focused field
    StringRef name = {};             ///< aria-label; empty when the children name the node
    StringRef text = {};
    StringRef value = {};
    StringRef href = {};
    StringRef test_id = {};
    StringRef description = {}; ///< aria-description
    StringRef hint = {};        ///< placeholder
    StringRef attributes = {};  ///< "type=search\nautocomplete=off"; nodes are named as "n" and their id
};

inline constexpr std::uint32_t kHeaderWords = sizeof(FrameHeader) / 4;
inline constexpr std::uint32_t kNodeWords = sizeof(NodeRecord) / 4;
static_assert(kHeaderWords == 13 && kNodeWords == 43);

} // namespace orderdeck::client::platform
