#pragma once

#include <cstdint>
#include <string_view>

namespace orderdeck::client::ui {

/// Drawn as vectors of a 24 x 24 box with a stroke of 1.75.
enum class Icon : std::uint8_t {
    none,
    box,
    flag,
    chat,
    timeline,
    chart,
    doc,
    search,
    check,
    clock,
    alert,
    truck,
    star,
    more,
    back,
    chevron,
    chevron_down,
    plus,
    share,
    gear,
    link,
    camera,
    pause,
    close,
    globe,
    sun,
    moon,
    device,
    user,
    log_out,
    refresh,
    offline,
    info,
};

/// Its outline as SVG path data with the absolute commands M L H V A Z, several subpaths in one string.
std::string_view path_of(Icon icon);

} // namespace orderdeck::client::ui
