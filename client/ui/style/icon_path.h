#pragma once

#include "client/ui/style/geometry.h"

#include <string_view>
#include <vector>

namespace orderdeck::client::ui {

/// One stroke of an icon as a polyline in the 24 x 24 box.
struct IconStroke {
    std::vector<Point> points;
    bool closed = false;
};

/// Flattens path data with the absolute commands M L H V A Z; arcs are circles (rx = ry) as in style/icons.cpp.
/// Stops at the first character that it does not understand.
std::vector<IconStroke> flatten(std::string_view path);

} // namespace orderdeck::client::ui
